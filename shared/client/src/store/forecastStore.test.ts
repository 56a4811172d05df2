// Ranges on a screen: held against flicker, gone when old, when the link is down, or in another life of the journal.
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { QueueId, TicketId } from '@hall/core/domain/ids';
import type { Forecast } from '@hall/core/protocol/messages';
import { pretendScreen } from '../link/testing/pretendScreen.ts';
import { useForecast } from './forecastStore.ts';
import { useHall } from './hallStore.ts';

const a = 'A' as QueueId;
const ticket = '1.4' as TicketId;
const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  setActivePinia(createPinia());
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

/** A welcomed screen, and a server that says when somebody of queue A would be called. */
function screen() {
  const pretended = pretendScreen();
  const { wire, link, welcome, scenario } = pretended;
  useHall().attach(link);
  welcome();
  const tell = (p50: number, p90: number, more: Partial<Forecast> = {}): void => wire.toScreen().forecast({
    journalId: scenario.hall.journalId, epoch: scenario.hall.epoch, seq: scenario.hall.seq, at: Math.round(link.serverNow()),
    queues: [{ queueId: a, p50Ms: p50 * minute, p90Ms: p90 * minute }], tickets: [[ticket, p50 * minute, p90 * minute]], ...more,
  });
  /** Time passes for the screen; the server's pulses keep the line alive. */
  const pass = (ms: number): void => {
    for (let left = ms; left > 0; left -= 1_000) {
      pretended.timers.pass(1_000);
      wire.toScreen().pulse({ journalId: scenario.hall.journalId, epoch: scenario.hall.epoch, seq: scenario.hall.seq, at: Math.round(link.serverNow()) });
    }
    vi.advanceTimersByTime(1_000);
  };
  return { ...pretended, tell, pass, ranges: () => [useForecast().rangeOf(a), useForecast().rangeOfTicket(ticket)] };
}

test('given figures, then a queue and a ticket have a range in whole five minutes; of what was not told there is none', () => {
  const { tell, ranges } = screen();
  expect(ranges()).toEqual([null, null]);
  tell(11, 24);
  expect(ranges()).toEqual([{ fromMinutes: 10, toMinutes: 25 }, { fromMinutes: 10, toMinutes: 25 }]);
  expect(useForecast().rangeOf('B' as QueueId)).toBeNull();
  expect(useForecast().rangeOfTicket('1.5' as TicketId)).toBeNull();
});

test('given a store that is made later than the first message, then it knows it all the same', () => {
  const { tell } = screen();
  tell(11, 24);
  expect(useForecast().rangeOf(a)).toEqual({ fromMinutes: 10, toMinutes: 25 });
});

test('given figures that rise by less than three minutes, then the range stands, and is the very same object; a fall is shown at once', () => {
  const { tell, ranges } = screen();
  tell(14, 19);
  const [first] = ranges();
  tell(16, 21);
  expect(ranges()[0]).toBe(first);
  tell(17.5, 23);
  expect(ranges()[0]).toEqual({ fromMinutes: 15, toMinutes: 25 });
  tell(9, 12);
  expect(ranges()[0]).toEqual({ fromMinutes: 5, toMinutes: 15 });
});

test('D2 given figures that were not renewed for ninety seconds, then no range is shown, and the next one is not held against the old', () => {
  const { tell, pass, ranges } = screen();
  tell(14, 19);
  pass(89_000);
  expect(ranges()[0]).toEqual({ fromMinutes: 10, toMinutes: 20 });
  pass(3_000);
  expect(ranges()).toEqual([null, null]);
  tell(16, 21);
  expect(ranges()[0]).toEqual({ fromMinutes: 15, toMinutes: 25 });
});

test('D2 given the link is down, then no range is shown until it is back', () => {
  const { tell, wire, welcome, ranges } = screen();
  tell(14, 19);
  wire.toScreen().closed();
  expect(ranges()).toEqual([null, null]);
  welcome({ kind: 'events', events: [] });
  expect(ranges()[0]).toEqual({ fromMinutes: 10, toMinutes: 20 });
});

test('J9 given figures of another life of the journal, then they are dropped', () => {
  const { tell, ranges } = screen();
  tell(14, 19, { epoch: 2 });
  tell(14, 19, { journalId: '99999999-9999-4999-8999-999999999999' });
  expect(ranges()).toEqual([null, null]);
});

test('V3 given what the public is told, then no ticket has a range', () => {
  const { tell, ranges } = screen();
  tell(14, 19, { tickets: undefined });
  expect(ranges()).toEqual([{ fromMinutes: 10, toMinutes: 20 }, null]);
});
