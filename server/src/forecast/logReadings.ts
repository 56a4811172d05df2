// The calling policy a log names, in the hall's own terms, and the points it leaves open as several readings;
// the forecaster keeps the one that agrees with the calls it sees.
import { accumulatingCredit, rankWithCap, type CallPolicy } from '@hall/core/domain/callPolicy';
import type { Guest } from '@hall/core/domain/forecast/floor';
import type { Reading } from '@hall/core/domain/forecast/policyGuess';
import type { LogPolicy } from './logEvent.ts';

/** An appointment that comes later than this after its slot waits from its issue (rule H3). */
const lateSeconds = 900;
/** The ceiling the hall itself uses (rule C5), tried where a log names none. */
const hallCeiling = 3_600;

type OfSlot = 'slot' | 'ready' | 'issue';

/** Readings of the log's policy over these classes, the likeliest first. */
export function readingsOf(policy: LogPolicy, classes: readonly string[]): [Reading, ...Reading[]] {
  const bySlot = classes.map(() => true);
  const early = policy?.appointmentEarlyS ?? 300;
  const made: Reading[] = [];
  const add = (name: string, make: (earlyBy: number) => CallPolicy, slots: readonly OfSlot[]): void => {
    for (const ofSlot of slots) {
      for (const helpsOthers of [false, true]) {
        made.push({
          name: `${name}, due by ${ofSlot}${helpsOthers ? ', helps others' : ''}`,
          policy: make(ofSlot === 'slot' ? early : 0), dueAt: dueBy(ofSlot, early), helpsOthers, dueIsSlot: ofSlot !== 'issue',
        });
      }
    }
  };
  const ordinaryTurns = policy?.kind === 'class-rank' ? (policy.normalTurns ?? 1) : 1;
  const named = policy?.ceilingSeconds ?? Infinity;
  const ranked = (standing: readonly number[], cap: number, ceiling: number) => (earlyBy: number): CallPolicy =>
    rankWithCap({ standing, outsideCap: classes.map((name) => isGreen(name) && cap !== Infinity && policy === null), bySlot, earlyBy, cap, ceiling, ordinaryTurns });
  const credited = (credit: readonly number[]) => (earlyBy: number): CallPolicy =>
    accumulatingCredit({ credit, rate: classes.map(() => 1), bySlot, earlyBy, ceiling: named });

  if (policy?.kind === 'class-rank') {
    const worst = Math.max(0, ...Object.values(policy.rank));
    const standing = classes.map((name) => policy.rank[name] ?? worst);
    const cap = policy.maxConsecutiveRanked ?? Infinity;
    add('ranks', ranked(standing, cap, named), ['slot', 'ready', 'issue']);
    if (named === Infinity) add('ranks with a ceiling', ranked(standing, cap, hallCeiling), ['slot']);
  } else if (policy?.kind === 'longest-wait') {
    add('longest wait', credited(classes.map((name) => policy.bonusSeconds[name] ?? 0)), ['slot', 'ready', 'issue']);
  } else {
    const standing = classes.map(usualStanding);
    add('first come', credited(classes.map(() => 0)), ['issue', 'slot']);
    add('ranks', ranked(standing, 2, Infinity), ['slot', 'issue']);
    add('strict ranks', ranked(standing, Infinity, Infinity), ['slot', 'issue']);
    for (const seconds of [90, 300, 900]) add(`credit ${seconds}`, credited(classes.map((name) => (usualStanding(name) < 3 ? seconds : 0))), ['issue']);
  }
  const [first, ...others] = made;
  if (first === undefined) throw new Error('no reading of the policy');
  return [first, ...others];
}

function dueBy(ofSlot: OfSlot, early: number): (guest: Guest) => number {
  if (ofSlot === 'issue') return ({ issuedAt }) => issuedAt;
  if (ofSlot === 'ready') return ({ issuedAt, slotAt }) => (slotAt === null ? issuedAt : Math.max(issuedAt, slotAt - early));
  return ({ issuedAt, slotAt }) => (slotAt === null || issuedAt > slotAt + lateSeconds ? issuedAt : slotAt);
}

const isGreen = (name: string): boolean => /green|绿/i.test(name);

/** Standing of a class where the log does not say: by its name. */
function usualStanding(name: string): number {
  if (isGreen(name)) return 0;
  if (/appoint|book|预约/i.test(name)) return 1;
  if (/prior|elder|vip|disab|pregn|优先|老/i.test(name)) return 2;
  return 3;
}
