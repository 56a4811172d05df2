// Whom a counter calls, over whatever stands before it: the one decision behind every call of the hall and every call of
// the forecast's draws (rules C4, C5, C6). callOrder.ts shows it the hall's own lines, forecast/simulatedCounter.ts
// simulated ones, forecast/policyGuess.ts those a log tells of. Allocates nothing but the answer.
import type { CallPolicy, Head, Heads, TurnRule } from './callPolicy.ts';

/** The lines before one counter, looked at by their heads only. What a look gives holds until the next choice. */
export interface LinesBefore<H extends Head> {
  /** The earliest due of all lines, own and helped, if it was due before that moment. */
  readonly longestDue: (before: number, now: number) => H | undefined;
  /** The earliest due of those whom a condition of the plan asks for now. */
  readonly byCondition: (now: number) => H | undefined;
  /** The earliest due of each rank over the own queues and those who wait for this counter alone. */
  readonly ownHeads: (now: number) => Heads<H>;
  /** The same over the helped queues in which more wait than the counter's threshold. */
  readonly helpedHeads: (now: number) => Heads<H>;
}

export interface Chosen<H extends Head> {
  readonly head: H;
  /** Why it is this one's turn: the policy's reason, or a condition of the plan. */
  readonly rule: TurnRule | 'condition';
}

/**
 * Whose turn it is, or null when nobody waits for this counter. First whoever is past the ceiling, own queue or helped;
 * then whom a condition asks for; then those due in the own queues; those due in the helped ones; and before its slot an
 * appointment only when nobody is due anywhere, own queues first.
 */
export function chooseAmong<H extends Head>(lines: LinesBefore<H>, policy: CallPolicy, rankedInARow: number, now: number): Chosen<H> | null {
  const overdue = lines.longestDue(now - policy.ceiling, now);
  if (overdue !== undefined) return { head: overdue, rule: 'pastCeiling' };
  const asked = lines.byCondition(now);
  if (asked !== undefined) return { head: asked, rule: 'condition' };
  const own = lines.ownHeads(now);
  const ofOwn = policy.chooseDue(own, rankedInARow, now);
  if (ofOwn !== null) return ofOwn;
  const helped = lines.helpedHeads(now);
  return policy.chooseDue(helped, rankedInARow, now) ?? policy.chooseEarly(own) ?? policy.chooseEarly(helped);
}
