// What the forecast's thread tells the main one: waits in ms, bounded in size, for rules (expected) and screens (forecast).
import type { ExpectedWait, Rank } from '@hall/core/domain/events';
import type { Answer } from '@hall/core/domain/forecast/answer';
import type { HallAnswers } from '@hall/core/domain/forecast/hallForecast';
import type { Hall } from '@hall/core/domain/hall';
import type { QueueId, TicketId } from '@hall/core/domain/ids';
import { ranks } from '@hall/core/domain/line';

/** From `at` to the call: ticket, median, nine in ten. */
export type TicketFigures = readonly [id: TicketId, p50Ms: number, p90Ms: number];

export interface HallFigures {
  readonly at: number;
  /** Of the hall after this event. */
  readonly seq: number;
  /** From taking a ticket now to its call. Queues of which nothing can be said are missing. */
  readonly queues: readonly { readonly queueId: QueueId; readonly ranks: Readonly<Record<Rank, ExpectedWait | null>> }[];
  readonly tickets: readonly TicketFigures[];
}

/** All who wait up to so many (some 30 KB on the wire); of more, the next of each queue in equal shares. */
export const mostTickets = 1_000;
const dayMs = 86_400_000;

/** `answers` null: the day is not open. */
export function figuresOf(hall: Readonly<Hall>, answers: HallAnswers | null, at: number): HallFigures {
  const queues = [...(answers?.newcomers ?? [])].map(([queueId, waits]) => ({
    queueId, ranks: { green: newcomers(waits.green), appointment: newcomers(waits.appointment), priority: newcomers(waits.priority), ordinary: newcomers(waits.ordinary) },
  })).filter((queue) => ranks.some((rank) => queue.ranks[rank] !== null));
  return { at, seq: hall.seq, queues, tickets: ticketsOf(hall, answers?.tickets ?? new Map<TicketId, Answer>(), at) };
}

function ticketsOf(hall: Readonly<Hall>, answers: ReadonlyMap<TicketId, Answer>, at: number): TicketFigures[] {
  const byQueue = new Map<QueueId, TicketFigures[]>();
  for (const [id, { p50, p90 }] of answers) {
    const ticket = hall.tickets.get(id);
    if (ticket === undefined) continue;
    const waited = at - ticket.issuedAt;
    const tickets = byQueue.get(ticket.queueId) ?? [];
    byQueue.set(ticket.queueId, tickets);
    tickets.push([id, whole(p50 * 1_000 - waited), whole(p90 * 1_000 - waited)]);
  }
  const lines = [...byQueue.values()];
  if (answers.size <= mostTickets) return lines.flat();
  const share = Math.floor(mostTickets / lines.length);
  return lines.flatMap((tickets) => tickets.sort(([, a], [, b]) => a - b).slice(0, share));
}

const newcomers = (answer: Answer | null): ExpectedWait | null => answer && { p50Ms: whole(answer.p50 * 1_000), p90Ms: whole(answer.p90 * 1_000) };
const whole = (ms: number): number => Math.min(dayMs, Math.max(0, Math.round(ms)));
