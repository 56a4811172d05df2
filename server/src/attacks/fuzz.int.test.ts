// A part of the fuzz run in every test run, always the same seed; `pnpm attack` runs more.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seededRandom } from '@hall/core/base/random';
import { serve } from '../testing/hallProcess.ts';
import { bookablePlan } from '../testing/httpHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { fuzz } from './fuzz.ts';
import { fuzzPacket } from './fuzzPackets.ts';
import { heldBy, probed } from './heapOf.ts';

test('given 20,000 packets made by chance, then the hall lives, answers others, and uses no more memory', async () => {
  const plan = join(tempFolder(), 'plan.json');
  writeFileSync(plan, JSON.stringify(bookablePlan()));
  const probe = join(tempFolder(), 'held.json');
  const isAsked = process.platform === 'linux';
  const hall = await serve({ data: join(tempFolder(), 'hall'), plan, ...(isAsked ? { under: probed(probe) } : {}) });
  const { packets, connections, byKind, slowestMs, held } = await fuzz(hall, { seed: 1, packets: 20_000, ...(isAsked ? { look: () => heldBy(hall.pid, probe) } : {}) });
  expect(packets).toBeGreaterThanOrEqual(20_000);
  expect(Object.keys(byKind).toSorted()).toEqual(['bytes', 'frame', 'message', 'mutated', 'order', 'packet', 'query']);
  expect(connections).toBeGreaterThan(100);
  expect(slowestMs).toBeLessThan(3_000);
  // A short run only shows that nothing bursts; the long one asks for flat memory (attacks/fuzzHall.ts).
  expect(held.length > 2).toBe(isAsked);
  expect(Math.max(0, ...held.map(({ heap, outside }) => heap + outside))).toBeLessThan(100);
  expect(await hall.stop()).toMatchObject({ code: 0, err: '' });
}, 120_000);

test('given the same seed, then the same packets', () => {
  const made = (seed: number): string[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 200 }, () => fuzzPacket(random, 0)).map(({ kind, bytes }) => `${kind} ${bytes.length}`);
  };
  expect(made(5)).toEqual(made(5));
  expect(made(5)).not.toEqual(made(6));
});
