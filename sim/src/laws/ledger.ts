// A second, much plainer bookkeeping of the hall, kept only from committed events: numbers, effects of commands, ratings;
// ways of tickets are in ways.ts, the door in issuingBook.ts, services, appointments and plans in books of their own.
// It shares no code with the core's rules, so the two can contradict each other.
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { Plan } from '@hall/core/domain/plan';
import { createAppointmentBook } from './appointmentBook.ts';
import type { Broken, FaultBook } from './faultBook.ts';
import { createIssuingBook } from './issuingBook.ts';
import { createPlanBook } from './planBook.ts';
import { createServicesBook } from './servicesBook.ts';
import { createWays } from './ways.ts';

export interface Ledger {
  /** Takes the next committed event. */
  read(event: HallEvent): void;
  /** Ids of commands that had an effect. */
  readonly carriedOut: ReadonlySet<string>;
  readonly tickets: number;
  /** What a hall that stands at the last event read says otherwise than these books. */
  compare(hall: Readonly<Hall>): void;
}

/** `printed`: numbers given out by a journal that was lost, with the store of the kiosk that was alone; nobody else may give them again. */
export function createLedger(book: FaultBook, firstPlan: Plan, printed: ReadonlyMap<string, string | null> = new Map()): Ledger {
  const carriedOut = new Set<string>();
  const numbers = new Set<string>();
  const lastSerial = new Map<string, number>();
  const ended = new Map<string, number>();
  const rated = new Set<string>();
  let tickets = 0;
  let openDay: string | null = null;
  let last: HallEvent | null = null;
  const broken: Broken = (law, event, what) => book.report(law, `event ${event.seq} (${event.type}) ${what}`);
  const plans = createPlanBook(broken, firstPlan);
  const plan = (): Plan => plans.plan;
  const ways = createWays(broken, plan);
  const door = createIssuingBook(broken, plan);
  const services = createServicesBook(broken, plan);
  const appointments = createAppointmentBook(broken, plan);

  function issue(event: HallEvent<'ticketIssued'>): void {
    const { number, prefix, serial } = event.data;
    tickets += 1;
    const once = `${event.day} ${number}`;
    // A kiosk that was alone tells its tickets once more to a server that has lost them (J9, O2).
    const isRetold = event.data.lonely !== undefined && printed.get(once) === event.data.lonely.storeId;
    if (numbers.has(once) || (printed.has(once) && !isRetold)) broken('law 4', event, `gives ${once} again`);
    numbers.add(once);
    // Numbers that were lent come when their kiosk is back, in a row of their own (O1).
    const line = `${event.day} ${prefix}`;
    const expected = (lastSerial.get(line) ?? 0) + 1;
    if (event.data.lonely === undefined && serial !== expected) broken('N2', event, `gives ${number} after serial ${expected - 1}`);
    if (event.data.lonely === undefined) lastSerial.set(line, serial);
    if (event.staff !== undefined && last?.staff?.commandId === event.staff.commandId && last.type === 'ticketIssued' && event.data.lonely === undefined) broken('N6', event, 'is a second ticket of one press');
    door.issue(event);
    ways.begin(event);
  }

  /** From here on the day's numbers begin at the floors (J9), also those of a day that was open. */
  function epoch({ data: { date, floors } }: HallEvent<'epochStarted'>): void {
    for (const day of new Set([date, openDay ?? date])) {
      for (const [prefix, floor] of Object.entries(floors)) lastSerial.set(`${day} ${prefix}`, Math.max(floor - 1, lastSerial.get(`${day} ${prefix}`) ?? 0));
    }
  }

  function rate(event: HallEvent<'recordRated'>): void {
    const { recordId } = event.data;
    const endedAt = ended.get(recordId);
    if (endedAt === undefined) return broken('R2', event, `rates ${recordId}, which has not ended`);
    if (rated.has(recordId)) broken('R2', event, `rates ${recordId} a second time`);
    rated.add(recordId);
    const givenAt = event.staff?.facts.givenAt ?? endedAt;
    if (givenAt < endedAt || givenAt > event.at) broken('law 12', event, 'was given before the service ended or after it was written');
  }

  /** A finish that is taken back: its record has not ended, and cannot be rated (R2). */
  function undo(event: HallEvent<'stepUndone'>): void {
    const recordId = ways.recordOf(event.data.ticketId);
    if (event.data.step !== 'finish' || recordId === null) return;
    if (rated.has(recordId)) broken('T1', event, `takes back ${recordId}, which is rated`);
    ended.delete(recordId);
  }

  return {
    carriedOut,
    compare(hall) {
      if (hall.seq !== last?.seq) return;
      for (const fault of [...services.faultsOf(hall), ...appointments.faultsOf(hall), ...plans.faultsOf(hall)]) book.report('books', `${fault} (at ${hall.seq})`);
    },
    get tickets() {
      return tickets;
    },
    read(event) {
      if (event.seq !== (last?.seq ?? 0) + 1) broken('J2', event, `follows ${last?.seq ?? 0}`);
      if (event.at < (last?.at ?? 0)) broken('law 12', event, 'is older than the one before');
      const commandId = event.staff?.commandId ?? '';
      if (commandId !== last?.staff?.commandId && carriedOut.has(commandId)) broken('law 3', event, `is a second effect of ${commandId}`);
      carriedOut.add(commandId);
      if (event.type === 'epochStarted') epoch(event);
      else if (event.type === 'ticketIssued') issue(event);
      else if (event.type === 'recordRated') rate(event);
      else if ('ticketId' in event.data) ways.move(event, event.data.ticketId);
      appointments.read(event);
      services.read(event);
      plans.read(event);
      if ((event.type === 'serviceFinished' || event.type === 'ticketWentOn' || event.type === 'ticketParked' || event.type === 'ticketTransferred') && event.data.recordId !== null) ended.set(event.data.recordId, event.at);
      if (event.type === 'stepUndone') undo(event);
      if (event.type === 'counterOpened' || event.type === 'counterClosed') ways.counter(event);
      door.read(event);
      if (event.type === 'dayClosed') ways.dayClosed(event);
      if (event.type === 'dayOpened') openDay = event.data.date;
      if (event.type === 'dayClosed') openDay = null;
      last = event;
    },
  };
}
