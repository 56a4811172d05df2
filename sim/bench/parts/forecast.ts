// (f) One forecast for all who wait in a full hall: 300 people, 16 queues, 48 counters, 100 draws, habits of 20 days.
// Measured is the thread's own time on the processor: what the others on the machine do is theirs.
import { seededRandom } from '@hall/core/base/random';
import { answerOf } from '@hall/core/domain/forecast/answer';
import { callsAhead } from '@hall/core/domain/forecast/engine';
import { stateOf } from '@hall/core/domain/forecast/stateOfFloor';
import type { Forecaster } from '@hall/core/domain/forecast/forecaster';
import { ForecastLog } from '@hall/server/forecast/forecastLog';
import { daysOf, headerOf } from '../../forecast/days.ts';
import { sampleHallWorld } from '../../forecast/worlds/sampleHall.ts';
import type { Bench } from '../measuring.ts';
import { share, type Result } from '../results.ts';

const waiting = 300;
const draws = 100;
const runs = 400;
const warmUp = 50;
const learned = 20;
/** Ten in the morning: the peak. */
const tenOClock = 36_000;

/** A hall at ten o'clock, as it is after twenty days and half a morning, with people added up to 300. */
export function busyHall(): Forecaster {
  const log = new ForecastLog();
  log.take(headerOf(sampleHallWorld));
  let days = 0;
  for (const events of daysOf(sampleHallWorld, 1, learned + 1, 0)) {
    days += 1;
    for (const event of events) {
      if (days > learned && event.type !== 'header' && event.t % 86_400 > tenOClock) break;
      log.take(event);
    }
  }
  const { forecaster } = log;
  const { floor } = forecaster;
  const random = seededRandom(7);
  for (let added = 0; floor.lines.flat().length < waiting; added += 1) {
    forecaster.join(floor.now, { id: `added ${added}`, queue: random.below(floor.queues), rank: random.chance(0.2) ? random.below(2) : 2, kind: 0, slotAt: null });
  }
  return forecaster;
}

export function measureForecast({ note }: Pick<Bench, 'note'>): Promise<Result[]> {
  const { floor, habits, policy } = busyHall();
  const calling = floor.counters.filter((_, index) => floor.calls(index)).length;
  note(`forecast: ${floor.lines.flat().length} waiting, ${floor.queues} queues, ${calling} of ${floor.counters.length} counters calling`);
  const random = seededRandom(3);
  const ms: number[] = [];
  for (let run = -warmUp; run < runs; run += 1) {
    const startedAt = process.threadCpuUsage();
    const { state } = stateOf(floor, policy.best);
    habits.prepare(floor.now);
    const waits = callsAhead(state, habits, random, { draws, only: null });
    for (let ticket = 0; ticket < waiting; ticket += 1) answerOf(waits.subarray(ticket * draws, (ticket + 1) * draws));
    const { user, system } = process.threadCpuUsage(startedAt);
    if (run >= 0) ms.push((user + system) / 1_000);
  }
  return Promise.resolve([
    { part: 'forecast', name: 'all 300 who wait, 100 draws, median', value: share(ms, 0.5), unit: 'ms', target: null },
    { part: 'forecast', name: 'all 300 who wait, 100 draws, p99', value: share(ms, 0.99), unit: 'ms', target: { atMost: 15 } },
  ]);
}
