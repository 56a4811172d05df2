// A full day of the sample hall: 48 counters, about 1,150 tickets, the plan's own times, nine hours.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { planSchema } from '@hall/core/domain/plan';
import { readPeople } from '@hall/server/people/readPeople';
import type { DayKind } from './simulateDay.ts';

export function fullDay(): DayKind {
  const people = fileURLToPath(new URL('../../server/plans/samplePeople.json', import.meta.url));
  const file = new URL('../../server/plans/sampleHall.json', import.meta.url);
  return {
    plan: planSchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
    people: readPeople(people),
    // 08:29 in Asia/Shanghai; the plan's day has been open since 08:00 and opens at once.
    start: Date.UTC(2026, 2, 2, 0, 29),
    lengthMs: 9 * 3_600_000,
    visitors: 1_150,
    appointments: 120,
    pace: { thinkMs: 5_000, serviceShare: 0.9, pauseMs: 600_000, walkMs: 20_000 },
    pads: 12, kiosks: 4, boards: 3,
    troubleEveryMs: 120_000,
    restoreShare: 0,
    mood: 'rough',
  };
}
