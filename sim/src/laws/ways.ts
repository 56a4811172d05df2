// The ways of all tickets through the states of T1, kept from committed events alone: every edge against the table, the
// one holder of a counter (T2), the number that stays (N5), who waits for one counter, and that nobody who is past the
// ceiling is passed over (C5).
import type { HallEvent } from '@hall/core/domain/events';
import type { Plan } from '@hall/core/domain/plan';
import type { TicketState } from '@hall/core/domain/ticket';
import type { Broken } from './faultBook.ts';

export interface Ways {
  begin(event: HallEvent<'ticketIssued'>): void;
  move(event: HallEvent, ticketId: string): void;
  counter(event: HallEvent<'counterOpened' | 'counterClosed'>): void;
  dayClosed(event: HallEvent): void;
  recordOf(ticketId: string): string | null;
}

interface Way {
  readonly number: string;
  state: TicketState;
  calls: number;
  counterId: string | null;
  recordId: string | null;
  queueId: string;
  forCounterId: string | null;
  dueAt: number;
  /** The order that sent it on to its next service. */
  sentOnBy: string | null;
}

/** What puts a ticket in line again. */
type Standing = HallEvent<'ticketReturned' | 'ticketUnparked' | 'ticketTransferred' | 'ticketPutBack' | 'ticketWentOn'>;

/** The table of T1: which event leads from which states to which. */
const edges: Partial<Record<HallEvent['type'], readonly [from: readonly TicketState[], to: TicketState]>> = {
  ticketCalled: [['waiting'], 'called'], ticketRecalled: [['called'], 'called'],
  serviceStarted: [['called', 'parked'], 'serving'], serviceFinished: [['serving'], 'done'],
  ticketMissed: [['called'], 'missed'], ticketReturned: [['missed'], 'waiting'],
  ticketWentOn: [['serving'], 'waiting'], ticketParked: [['serving'], 'parked'], ticketUnparked: [['parked'], 'waiting'],
  ticketTransferred: [['called', 'serving', 'waiting'], 'waiting'], ticketPutBack: [['called'], 'waiting'],
  ticketCancelled: [['waiting', 'called', 'missed', 'parked'], 'cancelled'], ticketExpired: [['waiting', 'called', 'missed', 'parked'], 'expired'],
};
const undone: Readonly<Record<'finish' | 'miss' | 'start', readonly [from: TicketState, to: TicketState]>> =
  { finish: ['done', 'serving'], miss: ['missed', 'called'], start: ['serving', 'called'] };
const isActive = (state: TicketState): boolean => state === 'called' || state === 'serving';
const isOver = (state: TicketState): boolean => state === 'done' || state === 'cancelled' || state === 'expired';

export function createWays(broken: Broken, plan: () => Plan): Ways {
  const ways = new Map<string, Way>();
  const holders = new Map<string, string>();
  const manned = new Set<string>();

  /**
   * A picked ticket goes before others by a clerk's reason; any other call leaves nobody behind who is past the ceiling, but
   * whom the same press has just sent on: nobody is called back by the order that ends his turn.
   */
  function checkCeiling(event: HallEvent<'ticketCalled'>, called: Way): void {
    if (event.data.picked) return;
    const counter = plan().counters.find(({ id }) => id === event.data.counterId);
    const before = Math.min(called.dueAt, event.at - plan().calling.ceilingMs);
    for (const way of ways.values()) {
      const ours = way.forCounterId === null ? [...(counter?.ownQueues ?? []), ...(counter?.helperQueues ?? [])].includes(way.queueId as never) : way.forCounterId === counter?.id;
      if (way.state === 'waiting' && way.dueAt < before && ours && (way.sentOnBy === null || way.sentOnBy !== event.staff?.commandId)) broken('C5', event, `passes over ${way.number}, due ${event.at - way.dueAt} ms ago, for ${called.number}`);
    }
  }

  function call(event: HallEvent<'ticketCalled' | 'ticketRecalled'>, way: Way): void {
    way.calls += 1;
    if (event.data.nth !== way.calls) broken('C7', event, `counts call ${event.data.nth}, it is number ${way.calls}`);
    if (event.data.number !== way.number) broken('N5', event, `calls ${event.data.number}, the ticket is ${way.number}`);
    if (event.type === 'ticketRecalled') return;
    if (way.forCounterId !== null && way.forCounterId !== event.data.counterId) broken('C11', event, `is at another counter than ${way.forCounterId}`);
    checkCeiling(event, way);
  }

  function stand(event: Standing, way: Way): void {
    const { queueId, forCounterId, dueAt } = event.data;
    if (event.type !== 'ticketTransferred' && event.type !== 'ticketWentOn' && queueId !== way.queueId) broken('T1', event, `leads from queue ${way.queueId} to ${queueId}`);
    if (forCounterId !== null && !manned.has(forCounterId) && event.type === 'ticketTransferred') broken('C11', event, `leads to counter ${forCounterId}, which is closed`);
    Object.assign(way, { queueId, forCounterId, dueAt, calls: 0, sentOnBy: event.type === 'ticketWentOn' ? (event.staff?.commandId ?? null) : null });
  }

  return {
    begin({ data: { ticketId, number, queueId, dueAt } }) {
      ways.set(ticketId, { number, state: 'waiting', calls: 0, counterId: null, recordId: null, queueId, forCounterId: null, dueAt, sentOnBy: null });
    },
    recordOf: (ticketId) => ways.get(ticketId)?.recordId ?? null,
    move(event, ticketId) {
      const way = ways.get(ticketId);
      // A slip, and what became of it, change nothing of the ticket's way.
      if (event.type === 'slipReprinted' || event.type === 'slipNoted') return;
      if (way === undefined) return broken('T1', event, `is about ${ticketId}, which is not in the hall`);
      const edge = event.type === 'stepUndone' ? ([[undone[event.data.step][0]], undone[event.data.step][1]] as const) : edges[event.type];
      if (edge === undefined || !edge[0].includes(way.state)) return broken('T1', event, `finds ${ticketId} ${way.state}`);
      if ((event.type === 'ticketCancelled' || event.type === 'ticketExpired') && event.data.from !== way.state) broken('T3', event, `says ${event.data.from}, it was ${way.state}`);
      const at = 'counterId' in event.data ? event.data.counterId : null;
      const begins = event.type === 'ticketCalled' || (event.type === 'serviceStarted' && way.state === 'parked') || (event.type === 'stepUndone' && event.data.step !== 'start');
      if (begins && at !== null && holders.has(at)) broken('T2', event, `finds counter ${at} busy`);
      if (!begins && at !== null && isActive(way.state) && way.counterId !== at) broken('T2', event, `is at counter ${at}, the ticket at ${way.counterId}`);
      if (isActive(way.state) && way.counterId !== null) holders.delete(way.counterId);
      if (event.type === 'ticketCalled' || event.type === 'ticketRecalled') call(event, way);
      if (event.type === 'serviceStarted') way.recordId = event.data.recordId;
      if (event.type === 'ticketReturned' || event.type === 'ticketUnparked' || event.type === 'ticketTransferred' || event.type === 'ticketPutBack' || event.type === 'ticketWentOn') stand(event, way);
      if (at !== null) way.counterId = at;
      way.state = edge[1];
      if (isActive(way.state) && way.counterId !== null) holders.set(way.counterId, ticketId);
    },
    counter({ type, data: { counterId } }) {
      if (type === 'counterOpened') return void manned.add(counterId);
      manned.delete(counterId);
      // Whoever waited for it alone waits for any counter again.
      for (const way of ways.values()) if (way.forCounterId === counterId && way.state === 'waiting') way.forCounterId = null;
    },
    dayClosed(event) {
      const open = [...ways.values()].filter(({ state }) => !isOver(state));
      if (open.length > 0) broken('law 11', event, `leaves ${open.length} tickets open`);
      ways.clear();
      holders.clear();
    },
  };
}
