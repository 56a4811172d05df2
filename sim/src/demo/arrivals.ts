// When visitors come and what they come for: the sample hall's day, 08:30–12:00 and 13:30–17:30,
// a morning peak at 2.2 × the mean and a second one at 1.5 ×.
import type { Random } from '@hall/core/base/random';
import type { Plan, Service } from '@hall/core/domain/plan';

const clock = (hours: number, minutes: number): number => hours * 60 + minutes;

export const dayStart = clock(8, 30);
/** Everybody is served and gone; the lived day begins again. */
export const dayEnd = clock(18, 0);
export const lunch = { from: clock(12, 0), to: clock(13, 30) } as const;

/** Arrivals per minute relative to the mean of the open hours. */
const curve: readonly { from: number; to: number; factor: number }[] = [
  { from: clock(8, 30), to: clock(9, 15), factor: 0.9 },
  { from: clock(9, 15), to: clock(10, 45), factor: 2.2 },
  { from: clock(10, 45), to: clock(12, 0), factor: 0.75 },
  { from: clock(13, 30), to: clock(14, 15), factor: 0.75 },
  { from: clock(14, 15), to: clock(15, 15), factor: 1.5 },
  { from: clock(15, 15), to: clock(17, 0), factor: 0.65 },
  { from: clock(17, 0), to: clock(17, 30), factor: 0.3 },
];
const steepest = Math.max(...curve.map(({ factor }) => factor));
const weight = curve.reduce((sum, { from, to, factor }) => sum + (to - from) * factor, 0);

export const factorAt = (minute: number): number => curve.find(({ from, to }) => minute >= from && minute < to)?.factor ?? 0;

/** Minutes from `minute` to the next arrival of a day of `visitors`; Infinity when nobody comes any more. */
export function minutesToNext(random: Random, visitors: number, minute: number): number {
  const most = (visitors / weight) * steepest;
  let at = minute;
  while (at < dayEnd) {
    at += random.exponential(1 / most);
    // Thinning: candidates come at the steepest rate, and are kept by the curve.
    if (random.chance(factorAt(at) / steepest)) return at - minute;
  }
  return Infinity;
}

/** Picks a service so that every queue is about as busy as its counters can bear. */
export function wishes(plan: Plan): (random: Random) => Service {
  const list = plan.queues.flatMap(({ id }) => {
    const services = plan.services.filter(({ queueId }) => queueId === id);
    const counters = plan.counters.filter(({ ownQueues }) => ownQueues.includes(id)).length;
    const meanMs = services.reduce((sum, { typicalMs }) => sum + typicalMs, 0) / Math.max(1, services.length);
    return services.length === 0 ? [] : [{ services, share: Math.max(0.3, counters) / meanMs }];
  });
  const whole = list.reduce((sum, { share }) => sum + share, 0);
  return (random) => {
    let left = random.next() * whole;
    const chosen = list.find(({ share }) => (left -= share) < 0) ?? list[0];
    if (chosen === undefined) throw new Error('a plan without services');
    return random.pick(chosen.services);
  };
}
