// The choice among the heads of the lines before a counter, as a pure function of small records (rules C4, C5).
// callOrder.ts asks it about the hall's own tickets, the forecast's engine about simulated ones: there is one policy.
// Times are in the caller's unit; a head stands for the earliest due of its rank over the queues looked at.

export interface Head {
  /** Index of the line's rank (or class, where the policy knows classes). */
  readonly rank: number;
  readonly dueAt: number;
  /** Order among equals. */
  readonly bornSeq: number;
}

/** The head of each rank, by its index; undefined where nobody of that rank waits. */
export type Heads<H extends Head> = readonly (H | undefined)[];

/** Called by the default policy because of … */
export type RankRule = 'pastCeiling' | 'greenChannel' | 'firstOfRank' | 'ordinaryTurn' | 'onlyRankWaiting' | 'earlyAppointment';
/** … and by the policies that compare credits. */
export type TurnRule = RankRule | 'mostCredit';

export interface Turn<H extends Head, R extends TurnRule = TurnRule> {
  readonly head: H;
  readonly rule: R;
}

/** A policy of the plan: the turn among those due, or null when nobody is. */
export interface CallPolicy<R extends TurnRule = TurnRule> {
  /** Whoever has been due for longer goes first, whatever the rank, in own queues and helped ones (callChoice.ts). */
  readonly ceiling: number;
  readonly chooseDue: <H extends Head>(heads: Heads<H>, rankedInARow: number, now: number) => Turn<H, R> | null;
  /** Somebody whose slot has not begun; asked only when nobody is due, in the own queues nor in those helped. */
  readonly chooseEarly: <H extends Head>(heads: Heads<H>) => Turn<H, R> | null;
  /** Whether somebody of that rank who comes later can be called before somebody who waits already. */
  readonly overtakes: (rank: number) => boolean;
  /** Ranked calls in a row after a call of that rank; below zero: so many ordinary turns are still owed (ratio). */
  readonly rankedAfter: (rank: number, rankedInARow: number) => number;
}

/** Earlier due first; of equals the one issued first. */
export function dueOrder(a: Pick<Head, 'dueAt' | 'bornSeq'>, b: Pick<Head, 'dueAt' | 'bornSeq'>): number {
  return a.dueAt - b.dueAt || a.bornSeq - b.bornSeq;
}

export interface RankPolicy {
  /** Standing of each rank: lower is called first; equal standings go by due moment. The highest is the ordinary one. */
  readonly standing: readonly number[];
  /** Ranks outside the cap (green channel): called before all others, counted by nobody. */
  readonly outsideCap: readonly boolean[];
  /** Ranks that are due only from their moment on (appointments), and by how much sooner they count as due. */
  readonly bySlot: readonly boolean[];
  readonly earlyBy: number;
  /** After so many ranked calls in a row ordinary tickets have their turn if any waits; Infinity: strict ranks. */
  readonly cap: number;
  /** How many ordinary ones then go before the next ranked one; more than 1 is the ratio N:M of C5. */
  readonly ordinaryTurns?: number;
  /** Whoever has been due for longer goes first, whatever the rank. */
  readonly ceiling: number;
}

/** C4, rank with a cap; with an infinite cap the strict ranks of C5. */
export function rankWithCap({ standing, outsideCap, bySlot, earlyBy, cap, ceiling, ordinaryTurns = 1 }: RankPolicy): CallPolicy<RankRule> {
  const lowest = Math.max(...standing);
  const isOrdinary = standing.map((place, rank) => place === lowest && !outsideCap[rank]);
  const isFree = standing.map((_, rank) => outsideCap[rank] === true);
  const waitsForSlot = standing.map((_, rank) => bySlot[rank] === true);
  const hasCeiling = ceiling !== Infinity;

  function chooseDue<H extends Head>(heads: Heads<H>, rankedInARow: number, now: number): Turn<H, RankRule> | null {
    let free: H | undefined;
    let ranked: H | undefined;
    let ordinary: H | undefined;
    let oldest: H | undefined;
    for (let rank = 0; rank < heads.length; rank += 1) {
      const head = heads[rank];
      if (head === undefined || (waitsForSlot[rank] === true && head.dueAt - earlyBy > now)) continue;
      if (hasCeiling && (oldest === undefined || dueOrder(head, oldest) < 0)) oldest = head;
      if (isFree[rank] === true) free = before(standing, head, free) ? head : free;
      else if (isOrdinary[rank] === true) ordinary = before(standing, head, ordinary) ? head : ordinary;
      else ranked = before(standing, head, ranked) ? head : ranked;
    }
    if (oldest !== undefined && now - oldest.dueAt > ceiling) return { head: oldest, rule: 'pastCeiling' };
    if (free !== undefined) return { head: free, rule: 'greenChannel' };
    if (ranked !== undefined && ordinary === undefined) return { head: ranked, rule: 'onlyRankWaiting' };
    if (ranked !== undefined && rankedInARow >= 0 && rankedInARow < cap) return { head: ranked, rule: 'firstOfRank' };
    if (ordinary !== undefined) return { head: ordinary, rule: ranked === undefined ? 'onlyRankWaiting' : 'ordinaryTurn' };
    return null;
  }

  return {
    ceiling, chooseDue,
    chooseEarly: (heads) => earlyTurn(heads, waitsForSlot),
    overtakes: (rank) => isOrdinary[rank] !== true,
    rankedAfter(rank, rankedInARow) {
      if (isFree[rank] === true) return rankedInARow;
      if (isOrdinary[rank] !== true) return Math.max(0, rankedInARow) + 1;
      // The first of several ordinary turns leaves the others owed, counted below zero.
      const owed = rankedInARow >= cap ? ordinaryTurns - 1 : rankedInARow < 0 ? -rankedInARow - 1 : 0;
      return owed === 0 ? 0 : -owed;
    },
  };
}

export interface CreditPolicy {
  /** Credit of each rank from the start, in time. */
  readonly credit: readonly number[];
  /** How fast a rank gains credit while it waits; 1 for all: first come, first served with fixed credits. */
  readonly rate: readonly number[];
  readonly bySlot: readonly boolean[];
  readonly earlyBy: number;
  readonly ceiling: number;
}

/** C5, accumulating priority: the most credit goes first, credit = fixed + rate × time since due. */
export function accumulatingCredit({ credit, rate, bySlot, earlyBy, ceiling }: CreditPolicy): CallPolicy {
  const waitsForSlot = credit.map((_, rank) => bySlot[rank] === true);
  const hasCeiling = ceiling !== Infinity;

  function chooseDue<H extends Head>(heads: Heads<H>, _rankedInARow: number, now: number): Turn<H> | null {
    let best: H | undefined;
    let most = -Infinity;
    let oldest: H | undefined;
    for (let rank = 0; rank < heads.length; rank += 1) {
      const head = heads[rank];
      if (head === undefined || (waitsForSlot[rank] === true && head.dueAt - earlyBy > now)) continue;
      if (hasCeiling && (oldest === undefined || dueOrder(head, oldest) < 0)) oldest = head;
      const gained = (credit[rank] ?? 0) + (rate[rank] ?? 1) * (now - head.dueAt);
      if (best === undefined || gained > most || (gained === most && dueOrder(head, best) < 0)) {
        best = head;
        most = gained;
      }
    }
    if (oldest !== undefined && now - oldest.dueAt > ceiling) return { head: oldest, rule: 'pastCeiling' };
    return best === undefined ? null : { head: best, rule: 'mostCredit' };
  }

  const least = Math.min(...credit);
  const slowest = Math.min(...credit.map((_, rank) => rate[rank] ?? 1));
  return {
    ceiling, chooseDue,
    chooseEarly: (heads) => earlyTurn(heads, waitsForSlot),
    overtakes: (rank) => (credit[rank] ?? 0) > least || (rate[rank] ?? 1) > slowest,
    rankedAfter: () => 0,
  };
}

/** Whether `head` goes before `other` when only their standing and their due moments count. */
function before(standing: readonly number[], head: Head, other: Head | undefined): boolean {
  if (other === undefined) return true;
  return ((standing[head.rank] ?? 0) - (standing[other.rank] ?? 0) || dueOrder(head, other)) < 0;
}

function earlyTurn<H extends Head>(heads: Heads<H>, waitsForSlot: readonly boolean[]): Turn<H, 'earlyAppointment'> | null {
  let first: H | undefined;
  for (let rank = 0; rank < heads.length; rank += 1) {
    const head = heads[rank];
    if (head !== undefined && waitsForSlot[rank] === true && (first === undefined || dueOrder(head, first) < 0)) first = head;
  }
  return first === undefined ? null : { head: first, rule: 'earlyAppointment' };
}
