// A second, much plainer bookkeeping of the hall, kept only from committed events: numbers, edges of T1, holders of
// counters, effects of commands, ratings. It shares no code with the core's rules, so the two can contradict each other.
import type { HallEvent } from '@hall/core/domain/events';
import type { FaultBook } from './faultBook.ts';

export interface Ledger {
  /** Takes the next committed event. */
  read(event: HallEvent): void;
  /** Ids of commands that had an effect. */
  readonly carriedOut: ReadonlySet<string>;
  readonly tickets: number;
}

type State = 'waiting' | 'called' | 'serving';
const edges: Partial<Record<HallEvent['type'], readonly State[]>> = {
  ticketCalled: ['waiting'], ticketRecalled: ['called'], serviceStarted: ['called'], serviceFinished: ['serving'], ticketMissed: ['called'],
};
const leadsTo: Partial<Record<HallEvent['type'], State>> = { ticketCalled: 'called', ticketRecalled: 'called', serviceStarted: 'serving' };

/** `printed`: numbers given out by a journal that was lost; nobody may get them again. */
export function createLedger(book: FaultBook, printed: ReadonlySet<string> = new Set()): Ledger {
  const carriedOut = new Set<string>();
  const numbers = new Set<string>();
  const lastSerial = new Map<string, number>();
  const live = new Map<string, { state: State | 'missed'; calls: number; counterId: string | null }>();
  const holders = new Map<string, string>();
  const ended = new Map<string, number>();
  const rated = new Set<string>();
  let tickets = 0;
  let openDay: string | null = null;
  let last: HallEvent | null = null;
  const broken = (law: string, event: HallEvent, what: string): void => book.report(law, `event ${event.seq} (${event.type}) ${what}`);

  function issue(event: HallEvent<'ticketIssued'>): void {
    const { ticketId, number, prefix, serial } = event.data;
    tickets += 1;
    const once = `${event.day} ${number}`;
    if (numbers.has(once) || printed.has(once)) broken('law 4', event, `gives ${once} again`);
    numbers.add(once);
    const line = `${event.day} ${prefix}`;
    const expected = (lastSerial.get(line) ?? 0) + 1;
    if (serial !== expected) broken('N2', event, `gives ${number} after serial ${expected - 1}`);
    lastSerial.set(line, serial);
    if (event.staff !== undefined && last?.staff?.commandId === event.staff.commandId && last.type === 'ticketIssued') broken('N6', event, 'is a second ticket of one press');
    live.set(ticketId, { state: 'waiting', calls: 0, counterId: null });
  }

  /** From here on the day's numbers begin at the floors (J9), also those of a day that was open. */
  function epoch({ data: { date, floors } }: HallEvent<'epochStarted'>): void {
    for (const day of new Set([date, openDay ?? date])) {
      for (const [prefix, floor] of Object.entries(floors)) lastSerial.set(`${day} ${prefix}`, Math.max(floor - 1, lastSerial.get(`${day} ${prefix}`) ?? 0));
    }
  }

  /** What happens to a ticket, by the edges of T1 and the one holder of T2. */
  function move(event: HallEvent, ticketId: string): void {
    const ticket = live.get(ticketId);
    if (ticket === undefined) return broken('T1', event, `is about ${ticketId}, which is not in the hall`);
    const from = edges[event.type] ?? ['waiting', 'called', 'missed'];
    if (!(from as readonly string[]).includes(ticket.state)) broken('T1', event, `finds ${ticketId} ${ticket.state}`);
    if ((event.type === 'ticketCancelled' || event.type === 'ticketExpired') && event.data.from !== ticket.state) broken('T3', event, `says ${event.data.from}, it was ${ticket.state}`);
    if (event.type === 'ticketCalled' || event.type === 'ticketRecalled') {
      ticket.calls += 1;
      if (event.data.nth !== ticket.calls) broken('C7', event, `counts call ${event.data.nth}, it is number ${ticket.calls}`);
    }
    if ('counterId' in event.data) {
      if (event.type === 'ticketCalled') {
        if (holders.has(event.data.counterId)) broken('T2', event, `finds counter ${event.data.counterId} busy`);
      } else if (ticket.counterId !== event.data.counterId) broken('T2', event, `is at counter ${event.data.counterId}, the ticket at ${ticket.counterId}`);
      ticket.counterId = event.data.counterId;
    }
    if (ticket.counterId !== null) holders.delete(ticket.counterId);
    const state = leadsTo[event.type] ?? (event.type === 'ticketMissed' ? 'missed' : null);
    if (state === null) live.delete(ticketId);
    else ticket.state = state;
    if (ticket.counterId !== null && (state === 'called' || state === 'serving')) holders.set(ticket.counterId, ticketId);
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

  return {
    carriedOut,
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
      else if ('ticketId' in event.data) move(event, event.data.ticketId);
      if (event.type === 'serviceFinished') ended.set(event.data.recordId, event.at);
      if (event.type === 'dayOpened') openDay = event.data.date;
      if (event.type === 'dayClosed') openDay = null;
      if (event.type === 'dayClosed' && live.size > 0) {
        broken('law 11', event, `leaves ${live.size} tickets open`);
        live.clear();
        holders.clear();
      }
      last = event;
    },
  };
}
