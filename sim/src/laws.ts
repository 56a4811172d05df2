// All laws of docs/spec that a simulated day is held to, in one place: touched parts after every event,
// law 5 after every turn, the whole state every so many events, after every crash and at the end.
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import { faultsTouched } from '@hall/core/domain/invariants';
import type { Person } from '@hall/core/domain/person';
import type { Plan } from '@hall/core/domain/plan';
import { fullSnapshot } from '@hall/core/domain/snapshot';
import { createLedger, type Ledger } from './laws/ledger.ts';
import { createTold, type Told } from './laws/told.ts';
import { codeStart } from './people/bookings.ts';
import { createWholeState, type WholeState } from './laws/wholeState.ts';
import type { FaultBook } from './laws/faultBook.ts';
import type { MemoryDisk } from './memoryJournal.ts';
import { visitorIdStart } from './memoryVisitors.ts';
import type { ServerWatch } from './simServer.ts';

export interface Laws {
  readonly server: ServerWatch;
  readonly told: Told;
  readonly whole: WholeState;
  readonly ledger: Ledger;
  /** Asks the whole state of a hall that stands still, all committed. */
  look(hall: Readonly<Hall>): void;
  /** Everything that can be asked of the disk alone. */
  checkDisk(): void;
  /** An older journal was put back; `lost` are the events that it does not hold. */
  restored(lost: readonly HallEvent[]): void;
}

/** Events between two looks at the whole state. */
const wholeEvery = 200;
/** Turns between two in which a refusal is held against the whole state; seldomer when that state is large. */
const refusalEvery = (hall: Readonly<Hall>): number => 50 + hall.tickets.size;

export function createLaws(book: FaultBook, disk: MemoryDisk, plan: Plan, people: readonly Person[]): Laws {
  const printed = new Map<string, string | null>();
  let ledger = createLedger(book, plan, printed);
  const whole = createWholeState(book, disk);
  const told = createTold(book, disk, [...people.map(({ id }) => `"${id}"`), ...people.map(({ name }) => name), visitorIdStart, codeStart]);
  let read = 0;
  let looked = 0;
  let turns = 0;
  let starts = 0;
  let before: { seq: number; text: string | null; plan: Plan | null } = { seq: 0, text: null, plan: null };

  function checkDisk(): void {
    for (; read < disk.events.length; read += 1) ledger.read(disk.events[read] as HallEvent);
    told.check();
    for (const [id, code] of told.refused) if (ledger.carriedOut.has(id)) book.report('law 5', `${id} was refused (${code}) and took effect`);
  }

  function look(hall: Readonly<Hall>): void {
    looked = hall.seq;
    checkDisk();
    whole.look(hall);
    ledger.compare(hall);
  }

  return {
    told, whole, look, checkDisk,
    get ledger() {
      return ledger;
    },
    restored(lost) {
      for (const event of lost) if (event.type === 'ticketIssued') printed.set(`${event.day} ${event.data.number}`, event.data.lonely?.storeId ?? null);
      const started = disk.events.at(-1);
      if (started?.type === 'epochStarted') told.restored((lost[0]?.seq ?? Infinity) - 1, started.data.epoch);
      ledger = createLedger(book, plan, printed);
      read = 0;
      looked = 0;
    },
    server: {
      folded(hall, event) {
        for (const fault of faultsTouched(hall, event)) book.report('touched', `${fault}, after event ${event.seq} (${event.type})`);
      },
      beforeTurn(hall) {
        turns += 1;
        before = { seq: hall.seq, text: turns % refusalEvery(hall) === 0 ? traceOf(hall) : null, plan: hall.plan };
      },
      afterTurn(hall, committed) {
        if (hall.seq !== before.seq + committed.length) book.report('law 5', `the hall went from ${before.seq} to ${hall.seq} with ${committed.length} events`);
        if (committed.length === 0 && (before.plan !== hall.plan || (before.text !== null && traceOf(hall) !== before.text))) book.report('law 5', 'a refused order left a trace');
        if (hall.seq !== disk.head.seq) book.report('J3', `the hall stands at ${hall.seq}, the disk at ${disk.head.seq}`);
        if (hall.seq - looked >= wholeEvery) look(hall);
      },
      started(hall) {
        starts += 1;
        if (starts % 3 === 0) look(hall);
        else checkDisk();
      },
    },
  };
}

/** Everything of a hall but its plan, which is longer than all the rest and replaced whole. */
export const traceOf = (hall: Readonly<Hall>): string => fullSnapshot({ ...hall, plan: null });
