// The calls a board shows very large: every call after the last known sequence, in order, each with a moment of its
// own at the top, however many come at once (D1). Pure: time is passed in; useCalls.ts brings the clock.
import type { HallEvent } from '@hall/core/domain/events';
import type { CallShown, Hall } from '@hall/core/domain/hall';

/** Three flashes of a second; also the time at the top when nobody waits behind. */
export const momentMs = 3_000;
/** At the top at least this long in a burst; a row below it keeps flashing. 48 calls at once take half a minute. */
export const leastMomentMs = 600;
/** A call missed while out of touch is shown in passing, so that the live ones do not wait behind it for long. */
export const staleMomentMs = 200;
/** Older calls are shown and not spoken (D3), and after a reload shown without a moment. */
export const freshMs = 30_000;
/** Calls on the board: one very large, the others below it. */
export const rowsShown = 5;

export interface CallRow {
  readonly call: CallShown;
  /** Board clock when it came to the top; null: it stood there when the page opened. */
  readonly enteredAt: number | null;
  readonly stale: boolean;
}

export interface CallQueue {
  /** Journal and epoch: sequences of another life mean nothing here (J9). */
  readonly life: string;
  readonly day: string;
  readonly lastSeq: number;
  /** Arrived, and not yet at the top; the oldest first. */
  readonly waiting: readonly { readonly call: CallShown; readonly stale: boolean }[];
  /** The newest on top. */
  readonly rows: readonly CallRow[];
}

export const emptyQueue: CallQueue = { life: '', day: '', lastSeq: 0, waiting: [], rows: [] };

export interface Arrival {
  readonly hall: Readonly<Hall>;
  /** The new events, or null when the whole hall was replaced. */
  readonly events: readonly HallEvent[] | null;
  /** Hall time, ms. */
  readonly now: number;
  /** Whether this board shows the call. */
  readonly concerns: (call: CallShown) => boolean;
}

/** Takes in what is new; `arrived` are the calls that were not known before, in order. */
export function arrive(queue: CallQueue, { hall, events, now, concerns }: Arrival): { readonly queue: CallQueue; readonly arrived: readonly CallShown[] } {
  const known = sameLife(queue, hall);
  const arrived = (events === null ? hall.recentCalls : callsIn(events, hall))
    .filter((call) => call.seq > known.lastSeq && concerns(call))
    .sort((a, b) => a.seq - b.seq);
  const entries = arrived.map((call) => ({ call, stale: now - call.at > freshMs }));
  const opening = known.lastSeq === 0;
  // After a reload old calls stand there from the beginning: nobody looks for them any more.
  const standing = opening ? entries.filter(({ stale }) => stale) : [];
  const coming = opening ? entries.filter(({ stale }) => !stale) : entries;
  let { rows } = known;
  for (const entry of standing) rows = onTop(rows, { ...entry, enteredAt: null });
  return { queue: { ...known, rows, waiting: [...known.waiting, ...coming], lastSeq: Math.max(known.lastSeq, hall.seq) }, arrived };
}

/** What is still worth keeping: nothing of another journal, and no rows of another day. */
function sameLife(queue: CallQueue, hall: Readonly<Hall>): CallQueue {
  const life = `${hall.journalId}/${hall.epoch}`;
  const day = hall.day === null || hall.day.closedAt !== null ? '' : hall.day.date;
  if (life !== queue.life) return { ...emptyQueue, life, day };
  return day === queue.day ? queue : { ...queue, day, rows: [], waiting: [] };
}

/** Calls among events; more than the hall itself keeps in `recentCalls` may come at once. */
function callsIn(events: readonly HallEvent[], hall: Readonly<Hall>): CallShown[] {
  return events.flatMap((event) => {
    if (event.type !== 'ticketCalled' && event.type !== 'ticketRecalled') return [];
    const { seq, at, data: { ticketId, number, counterId, nth } } = event;
    return [{ seq, at, ticketId, number, counterId, nth, queueId: hall.tickets.get(ticketId)?.queueId ?? null }];
  });
}

/** A call takes its ticket's earlier row away: one ticket stands on the board once. */
function onTop(rows: readonly CallRow[], row: CallRow): readonly CallRow[] {
  return [row, ...rows.filter(({ call }) => call.ticketId !== row.call.ticketId)].slice(0, rowsShown);
}

/** Time until the next call may come to the top; null when none waits. */
export function dueInMs({ rows, waiting }: CallQueue, clock: number): number | null {
  const next = waiting[0];
  if (next === undefined) return null;
  const top = rows[0];
  if (top === undefined || top.enteredAt === null) return 0;
  const moment = top.stale ? staleMomentMs : Math.max(leastMomentMs, momentMs / (1 + waiting.length));
  return Math.max(0, top.enteredAt + moment - clock);
}

/** Brings the next call to the top when its time has come: one at a time, so that none is passed over. */
export function step(queue: CallQueue, clock: number): CallQueue {
  const [next, ...waiting] = queue.waiting;
  if (next === undefined || dueInMs(queue, clock) !== 0) return queue;
  return { ...queue, waiting, rows: onTop(queue.rows, { ...next, enteredAt: clock }) };
}

/** Whether a row is still in its moment; a stale one is not pointed at. */
export const isNew = (row: CallRow, clock: number): boolean => row.enteredAt !== null && !row.stale && clock - row.enteredAt < momentMs;
