// Figures as they leave the thread: in ms from now, whole, and bounded.
import { expect, test } from 'vitest';
import type { Answer } from '@hall/core/domain/forecast/answer';
import type { NewcomersWait } from '@hall/core/domain/forecast/hallForecast';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import type { QueueId, TicketId } from '@hall/core/domain/ids';
import type { Ticket } from '@hall/core/domain/ticket';
import { figuresOf, mostTickets } from './hallFigures.ts';

const answer = (seconds: number): Answer => ({ mean: seconds, p05: seconds, p10: seconds, p50: seconds, p90: 2 * seconds, p95: 3 * seconds });
const at = 10_000_000;

/** Tickets issued a minute ago, the last two of queue B. */
function hallWith(tickets: number): Hall {
  const hall = { ...emptyHall(), seq: 9 };
  for (let nth = 1; nth <= tickets; nth += 1) {
    hall.tickets.set(`1.${nth}` as TicketId, { id: `1.${nth}`, queueId: nth > tickets - 2 ? 'B' : 'A', issuedAt: at - 60_000 } as unknown as Ticket);
  }
  return hall;
}
const none: NewcomersWait = { green: null, appointment: null, priority: null, ordinary: null };

test('given answers, then a ticket is told the rest of its wait and a newcomer the whole of it', () => {
  const figures = figuresOf(hallWith(3), {
    tickets: new Map([['1.1' as TicketId, answer(90.0004)], ['1.2' as TicketId, answer(40)], ['9.9' as TicketId, answer(1)]]),
    newcomers: new Map<QueueId, NewcomersWait>([['A' as QueueId, { ...none, priority: answer(30), ordinary: answer(120) }], ['B' as QueueId, none]]),
  }, at);
  expect(figures).toEqual({
    at, seq: 9,
    queues: [{ queueId: 'A', ranks: { ...none, priority: { p50Ms: 30_000, p90Ms: 60_000 }, ordinary: { p50Ms: 120_000, p90Ms: 240_000 } } }],
    // The second should have been called already: any moment now.
    tickets: [['1.1', 30_000, 120_001], ['1.2', 0, 20_000]],
  });
});

test('given a day that is not open, then there are no figures', () => {
  expect(figuresOf(hallWith(3), null, at)).toEqual({ at, seq: 9, queues: [], tickets: [] });
});

test('given more who wait than are told, then the next of each queue are, in equal shares', () => {
  const hall = hallWith(3 * mostTickets);
  const tickets = new Map([...hall.tickets.keys()].reverse().map((id, nth) => [id, answer(60 + 3 * mostTickets - nth)]));
  const told = figuresOf(hall, { tickets, newcomers: new Map() }, at).tickets;
  expect(told.map(([id]) => id)).toEqual(['1.2999', '1.3000', ...Array.from({ length: mostTickets / 2 }, (_, nth) => `1.${nth + 1}`)]);
  const all = figuresOf(hallWith(mostTickets), { tickets: new Map([...hallWith(mostTickets).tickets.keys()].map((id) => [id, answer(60)])), newcomers: new Map() }, at).tickets;
  expect(all).toHaveLength(mostTickets);
  expect(JSON.stringify(all).length).toBeLessThan(40_000);
});
