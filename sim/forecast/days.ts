// Days of a pretend hall from a seed, as a forecast log: some to learn from, then some that ask for answers.
import { seededRandom } from '@hall/core/base/random';
import type { LogEvent } from '@hall/server/forecast/logEvent';
import { simulateHall, type Told } from './simulateHall.ts';
import type { World } from './worlds/world.ts';

const tenth = (t: number): number => Math.round(t * 10) / 10;

export function headerOf(world: World, detail: 'full' | 'calls-only' = 'full'): LogEvent {
  return {
    type: 'header', hall: world.name, detail, queues: world.queues.map(({ id }) => id),
    classes: world.classes.map(({ name }) => name), policy: detail === 'full' ? { ...world.policy, rank: { ...world.policy.rank } } : null,
  };
}

/** The days of one seed; the last `scored` of them ask for an answer at every ticket. */
export function* daysOf(world: World, seed: number, learned: number, scored: number): Generator<LogEvent[]> {
  const random = seededRandom(seed * 7_919 + 17);
  const standing = world.counters.map(() => random.lognormal(1, 0.14));
  for (let number = 0; number < learned + scored; number += 1) {
    // Clerks move: now and then another one sits at a counter.
    world.counters.forEach((_, counter) => { if (random.chance(0.02)) standing[counter] = random.lognormal(1, 0.14); });
    const place = number % world.weekdays.length;
    const index = Math.floor(number / world.weekdays.length) * 7 + place;
    const day = { index, weekday: world.weekdays[place] ?? 1, volume: random.lognormal(1, 0.08), standing };
    const told: LogEvent[] = [];
    simulateHall(world, day, random, (event) => told.push(rounded(event, number >= learned)));
    yield told;
  }
}

function rounded(event: Told, asks: boolean): LogEvent {
  const t = tenth(event.t);
  return event.type === 'ticket.issued' ? { ...event, t, predict: asks } : { ...event, t };
}

/** What a log of calls alone would show of the same day. */
export function callsOnly(events: readonly LogEvent[]): LogEvent[] {
  const queuesOf = new Map<string, string[]>();
  const calling = new Set<string>();
  const seen: LogEvent[] = [];
  const tell = (t: number, counter: string): void => {
    for (const queue of queuesOf.get(counter) ?? []) {
      seen.push({ type: 'queue.capacity', t, queue, open: [...calling].filter((other) => queuesOf.get(other)?.includes(queue)).length });
    }
  };
  for (const event of events) {
    switch (event.type) {
      case 'counter.open':
        queuesOf.set(event.counter, event.queues);
        calling.add(event.counter);
        tell(event.t, event.counter);
        break;
      case 'counter.resume':
        calling.add(event.counter);
        tell(event.t, event.counter);
        break;
      case 'counter.pause':
      case 'counter.close':
        calling.delete(event.counter);
        tell(event.t, event.counter);
        break;
      case 'ticket.called': seen.push({ ...event, counter: null }); break;
      case 'ticket.served':
      case 'ticket.noshow': break;
      default: seen.push(event);
    }
  }
  return seen;
}
