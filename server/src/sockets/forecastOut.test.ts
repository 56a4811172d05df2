// When figures are news, and what each audience is told.
import { expect, test } from 'vitest';
import type { ExpectedWait } from '@hall/core/domain/events';
import { emptyHall } from '@hall/core/domain/hall';
import type { QueueId, TicketId } from '@hall/core/domain/ids';
import type { Forecast } from '@hall/core/protocol/messages';
import type { Audience } from '@hall/core/protocol/rights';
import type { HallFigures } from '../forecast/hallFigures.ts';
import { createForecastOut } from './forecastOut.ts';

const minute = 60_000;
const wait = (minutes: number): ExpectedWait => ({ p50Ms: minutes * minute, p90Ms: 2 * minutes * minute });

function door() {
  const clock = { at: 1_000_000 };
  const sent: [audience: Audience, forecast: Forecast][] = [];
  const out = createForecastOut({ hall: { ...emptyHall(), journalId: 'j', epoch: 1 }, now: () => clock.at, send: (audience, forecast) => sent.push([audience, forecast]) });
  /** Figures after so many seconds: minutes of queue A, and of its one ticket. */
  const after = (seconds: number, queue: number | null, ticket: number | null = null): Audience[] => {
    clock.at += seconds * 1_000;
    sent.length = 0;
    const figures: HallFigures = {
      at: clock.at, seq: 7,
      queues: queue === null ? [] : [{ queueId: 'A' as QueueId, ranks: { green: wait(0), appointment: wait(1), priority: wait(2), ordinary: wait(queue) } }],
      tickets: ticket === null ? [] : [['1.5' as TicketId, ticket * minute, 2 * ticket * minute]],
    };
    out.take(figures);
    return sent.map(([audience]) => audience);
  };
  return { clock, sent, out, after };
}

test('V3 given figures, then the public is told of queues for an ordinary ticket, and staff of tickets besides', () => {
  const { sent, after } = door();
  expect(after(0, 10, 4)).toEqual(['public', 'staff']);
  const common = { journalId: 'j', epoch: 1, seq: 7, at: 1_000_000, queues: [{ queueId: 'A', p50Ms: 10 * minute, p90Ms: 20 * minute }] };
  expect(sent).toEqual([['public', common], ['staff', { ...common, tickets: [['1.5', 4 * minute, 8 * minute]] }]]);
});

test('given figures that moved, then they are sent, but not twice within two seconds', () => {
  const { after } = door();
  after(0, 10);
  expect(after(1, 20)).toEqual([]);
  expect(after(1, 20)).toEqual(['public', 'staff']);
});

test('given figures that hardly moved, then they are sent after half a minute only', () => {
  const { after } = door();
  after(0, 10);
  expect([after(10, 10.4), after(10, 10.4), after(9, 10)]).toEqual([[], [], []]);
  expect(after(1, 10)).toEqual(['public', 'staff']);
});

test('given a queue that comes or goes, then that is news', () => {
  const { after } = door();
  after(0, 10);
  expect(after(2, null)).toEqual(['public', 'staff']);
  expect(after(2, 10)).toEqual(['public', 'staff']);
});

test('given a ticket that moved or is new, then staff are told after five seconds; that time passed is no news', () => {
  const { after } = door();
  after(0, 10, null);
  expect(after(2, 10, 9)).toEqual([]);
  expect(after(3, 10, 9)).toEqual(['staff']);
  expect(after(5, 10, 9 - 5 / 60)).toEqual([]);
  expect(after(5, 10, 4)).toEqual(['staff']);
});

test('given a screen that comes, then it is told the latest, sent or not, unless it is old', () => {
  const { clock, out, after } = door();
  expect(out.latest('public')).toBeNull();
  after(0, 10, 4);
  after(1, 20, 4);
  expect(out.latest('public')?.queues[0]?.p50Ms).toBe(20 * minute);
  expect(out.latest('public')).not.toHaveProperty('tickets');
  expect(out.latest('staff')?.tickets).toHaveLength(1);
  clock.at += 91_000;
  expect(out.latest('staff')).toBeNull();
});
