// Which tickets a counter can do something with besides the one in hand: pick (C9), take back a step of (T1), take up
// again or send back to wait (C10), return (C8). Whether it may is asked of the rules in counterFlow.ts.
import type { EventData } from '@hall/core/domain/events';
import type { CounterState, Hall } from '@hall/core/domain/hall';
import type { CounterId } from '@hall/core/domain/ids';
import { ranks, type Line } from '@hall/core/domain/line';
import { activeTicket, ticketById } from '@hall/core/domain/questions';
import type { Ticket } from '@hall/core/domain/ticket';

/** Who waits for this counter alone, then queue by queue, own ones first, in each by rank and due moment. */
export function pickableTickets(hall: Readonly<Hall>, counterId: CounterId): Ticket[] {
  const counter = hall.plan?.counters.find(({ id }) => id === counterId);
  if (counter === undefined) return [];
  const lines = [hall.counterLines.get(counterId), ...[...counter.ownQueues, ...counter.helperQueues].map((id) => hall.lines.get(id))];
  return lines.flatMap((line: Line | undefined) => (line === undefined ? [] : ranks.flatMap((rank) => line[rank])));
}

export interface UndoableStep {
  readonly ticket: Ticket;
  readonly step: EventData<'stepUndone'>['step'];
  readonly at: number;
}

/** The latest step at this counter that could be taken back: the start of the ticket in hand, a finish or a miss. */
export function undoableStep(hall: Readonly<Hall>, counterId: CounterId): UndoableStep | null {
  const counter = hall.counters.get(counterId);
  const inHand = activeTicket(hall, counterId);
  if (counter === undefined || inHand?.state === 'called') return null;
  if (inHand !== null) return startOf(inHand);
  const steps = [finishOf(hall, counter), ...missesAt(hall, counterId)].filter((step) => step !== null);
  return steps.reduce<UndoableStep | null>((last, step) => (last === null || step.at >= last.at ? step : last), null);
}

const startOf = (ticket: Ticket): UndoableStep | null => (ticket.startedAt === null ? null : { ticket, step: 'start', at: ticket.startedAt });

function finishOf(hall: Readonly<Hall>, { lastRecord }: CounterState): UndoableStep | null {
  const ticket = lastRecord === null || lastRecord.rated ? null : ticketById(hall, lastRecord.ticketId);
  return ticket?.state !== 'done' || ticket.endedAt === null ? null : { ticket, step: 'finish', at: ticket.endedAt };
}

function* missesAt(hall: Readonly<Hall>, counterId: CounterId): Generator<UndoableStep> {
  for (const ticket of hall.tickets.values()) {
    if (ticket.state === 'missed' && ticket.counterId === counterId && ticket.missedAt !== null) yield { ticket, step: 'miss', at: ticket.missedAt };
  }
}

/** Parked here, or of a queue this counter serves or helps; the longest parked first. */
export function parkedTickets(hall: Readonly<Hall>, counterId: CounterId): Ticket[] {
  const counter = hall.plan?.counters.find(({ id }) => id === counterId);
  const queues = [...(counter?.ownQueues ?? []), ...(counter?.helperQueues ?? [])];
  return [...hall.tickets.values()]
    .filter((ticket) => ticket.state === 'parked' && (ticket.counterId === counterId || queues.includes(ticket.queueId)))
    .sort((a, b) => (a.parkedAt ?? 0) - (b.parkedAt ?? 0));
}
