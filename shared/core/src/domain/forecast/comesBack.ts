// When a counter that is away now comes back: from its own past absences like this one, and from everybody's where its own are few.
import { longSeconds, usualOpening, type CounterDay, type CounterDays, type CounterToday } from './counterDays.ts';

/** Own later openings that speak for themselves, and how many weigh as much as everybody's. */
const enoughOpenings = 10;
const leanOpenings = 3;
/** An absence that began within this of another is like it. */
const alikeSeconds = 2_400;

/** When a counter that is away now comes back, as seconds of the day. */
export function comesBack(days: CounterDays, away: NonNullable<CounterToday['away']>, openedAt: number, past: readonly CounterDay[], second: number): number[] {
  if (openedAt === Infinity) return opens(days, past, second);
  const elapsed = second - away.start;
  const momentEnds = elapsed >= longSeconds;
  const endOf = (start: number, end: number): number => (momentEnds && end > second ? end : second + (end - start - elapsed));
  const own = past.flatMap(({ offs }) => offs
    .filter(({ kind, start, end }) => kind === away.kind && end - start > elapsed && Math.abs(start - away.start) <= alikeSeconds)
    .map(({ start, end }) => endOf(start, end)));
  if (own.length >= 4) return own;
  const { offsAlike } = days;
  const among = (within: number, ends: number[]): number[] => {
    for (let at = 0; at < offsAlike.length; at += 3) {
      const start = offsAlike[at + 1] ?? 0;
      const end = offsAlike[at + 2] ?? 0;
      if (offsAlike[at] === (away.kind === 'closed' ? 1 : 0) && end - start > elapsed && Math.abs(start - away.start) <= within) ends.push(endOf(start, end));
    }
    return ends;
  };
  const all = among(alikeSeconds, [...own]);
  if (all.length >= 3) return all;
  const anyTime = among(Infinity, []);
  if (anyTime.length > 0) return anyTime;
  return away.kind === 'closed' ? [Infinity] : [second + 120, second + 300, second + 600, second + 1_200];
}

/** When a counter that has not opened today opens; Infinity: not today. */
function opens(days: CounterDays, past: readonly CounterDay[], second: number): number[] {
  const own = past.filter(({ openedAt }) => openedAt > second).map(({ openedAt }) => openedAt);
  if (own.length >= enoughOpenings) return own;
  // As late as others were, counted from their usual moment; its own few weigh more.
  const usual = usualOpening(past);
  const late = days.latenesses.map((by) => usual + by).filter((openedAt) => openedAt > second);
  const times = 1 + Math.floor(late.length / leanOpenings);
  return [...late, ...own.flatMap((openedAt) => Array.from({ length: times }, () => openedAt))];
}
