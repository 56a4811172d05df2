// Which reading of the calling policy fits the calls that were seen: logs leave some points open (is the slot or the
// issue the due moment, are later queues of a counter its own or helped) and some name no policy at all.
import { chooseAmong, type LinesBefore } from '../callChoice.ts';
import { dueOrder, type CallPolicy, type Head, type Heads } from '../callPolicy.ts';
import type { Floor, FloorCounter, Guest } from './floor.ts';

export interface Reading {
  readonly name: string;
  readonly policy: CallPolicy;
  /** The due moment of a guest. */
  readonly dueAt: (guest: Guest) => number;
  /** Only a counter's first queue is its own, the others are helped. */
  readonly helpsOthers: boolean;
  /** Slots are due moments. */
  readonly dueIsSlot: boolean;
}

/** An older call counts less by this factor. */
const memory = 0.9985;
/** A reading has to be better than the present one by this many calls. */
const margin = 3;
/** After so many calls only every fourth is looked at. */
const enough = 3_000;

interface Candidate extends Head {
  readonly guest: Guest;
}

export class PolicyGuess {
  private readonly readings: readonly Reading[];
  private readonly agreed: Float64Array;
  private present = 0;
  private seen = 0;

  constructor(readings: readonly [Reading, ...Reading[]]) {
    this.readings = readings;
    this.agreed = new Float64Array(readings.length);
  }

  get best(): Reading {
    const best = this.readings[this.present] ?? this.readings[0];
    if (best === undefined) throw new Error('a policy needs at least one reading');
    return best;
  }

  /** A call, before the guest has left its line. */
  called(floor: Floor, counter: FloorCounter, guest: Guest): void {
    if (this.readings.length < 2) return;
    this.seen += 1;
    if (this.seen > enough && this.seen % 4 !== 0) return;
    const queues = [...counter.own, ...counter.helped];
    let waiting = 0;
    for (const queue of queues) for (let rank = 0; rank < floor.ranks; rank += 1) waiting += floor.lines[queue * floor.ranks + rank]?.length ?? 0;
    if (waiting < 2) return;
    this.readings.forEach((reading, index) => {
      const chosen = chooseBy(reading, floor, queues, counter.rankedInARow);
      this.agreed[index] = (this.agreed[index] ?? 0) * memory + (chosen === guest ? 1 : 0);
    });
    let best = this.present;
    const toBeat = (this.agreed[this.present] ?? 0) + margin;
    for (let index = 0; index < this.readings.length; index += 1) {
      if ((this.agreed[index] ?? 0) > Math.max(toBeat, best === this.present ? 0 : (this.agreed[best] ?? 0))) best = index;
    }
    this.present = best;
  }

  /** How many of the remembered calls each reading foretold. */
  get scores(): readonly (readonly [string, number])[] {
    return this.readings.map(({ name }, index) => [name, this.agreed[index] ?? 0]);
  }
}

/** Whom a counter of these queues would call by that reading. */
function chooseBy({ policy, dueAt, helpsOthers }: Reading, floor: Floor, queues: readonly number[], rankedInARow: number): Guest | null {
  const own = headsOf(floor, helpsOthers ? queues.slice(0, 1) : queues, dueAt);
  let looked: Heads<Candidate> | null = null;
  const helpedHeads = (): Heads<Candidate> => (looked ??= headsOf(floor, helpsOthers ? queues.slice(1) : [], dueAt));
  const lines: LinesBefore<Candidate> = {
    ownHeads: () => own, helpedHeads, byCondition: () => undefined,
    longestDue(before) {
      if (before === -Infinity) return undefined;
      let first: Candidate | undefined;
      for (const head of [...own, ...helpedHeads()]) if (head !== undefined && head.dueAt < before && (first === undefined || dueOrder(head, first) < 0)) first = head;
      return first;
    },
  };
  return chooseAmong(lines, policy, rankedInARow, floor.now)?.head.guest ?? null;
}

function headsOf(floor: Floor, queues: readonly number[], dueAt: (guest: Guest) => number): (Candidate | undefined)[] {
  return Array.from({ length: floor.ranks }, (_, rank) => {
    let first: Candidate | undefined;
    for (const queue of queues) {
      for (const guest of floor.lines[queue * floor.ranks + rank] ?? []) {
        const due = dueAt(guest);
        if (first === undefined || due < first.dueAt || (due === first.dueAt && guest.order < first.bornSeq)) first = { rank, dueAt: due, bornSeq: guest.order, guest };
      }
    }
    return first;
  });
}
