// The policies a log can name, by what they make of a waiting line: who goes before somebody who has just come.
import { expect, test } from 'vitest';
import { ForecastLog } from './forecastLog.ts';
import { readLine, type LogEvent } from './logEvent.ts';

const nine = 9 * 3_600;
const classes = ['priority', 'normal'];

function header(policy: object): LogEvent {
  const event = readLine(JSON.stringify({ type: 'header', version: 1, hall: 'h', detail: 'full', queues: [{ id: 'A', name: 'A' }], classes, policy }));
  if (event === null) throw new Error('no header');
  return event;
}
const issued = (t: number, ticket: string, className: string, predict = false): LogEvent => ({ type: 'ticket.issued', t, ticket, queue: 'A', class: className, predict });

/**
 * Median of somebody of that class who comes now, in minutes: one counter that takes ten minutes for each, called somebody
 * just now, and before it wait those of `waiting` (class, seconds they have waited).
 */
function told(policy: object, waiting: readonly (readonly [className: string, seconds: number])[], className: string): number {
  const log = new ForecastLog();
  log.take(header(policy));
  const start = 86_400 * 3 + nine;
  for (let day = 0; day < 3; day += 1) {
    const opens = 86_400 * day + nine;
    log.take({ type: 'day.start', t: opens, weekday: 1 });
    log.take({ type: 'counter.open', t: opens, counter: '1', queues: ['A'] });
    for (let turn = 0; turn < 20; turn += 1) {
      const t = opens + turn * 600;
      log.take(issued(t, `${day}.${turn}`, classes[turn % 2] ?? ''));
      log.take({ type: 'ticket.called', t, ticket: `${day}.${turn}`, counter: '1' });
      log.take({ type: 'ticket.served', t: t + 600, ticket: `${day}.${turn}` });
    }
    log.take({ type: 'day.end', t: opens + 40_000 });
  }
  log.take({ type: 'day.start', t: start, weekday: 1 });
  log.take({ type: 'counter.open', t: start, counter: '1', queues: ['A'] });
  log.take(issued(start, 'served', 'normal'));
  log.take({ type: 'ticket.called', t: start, ticket: 'served', counter: '1' });
  const now = start + 590;
  const earliest = [...waiting].sort((a, b) => b[1] - a[1]);
  earliest.forEach(([of, seconds], index) => log.take(issued(now - seconds, `w${index}`, of)));
  return (log.take(issued(now, 'asks', className, true))?.p50 ?? NaN) / 60;
}

const longestWait = (priority: number): object => ({ kind: 'longest-wait', bonusSeconds: { normal: 0, priority } });

test('given longest-wait without a bonus, then priority waits its turn like everybody', () => {
  expect(told(longestWait(0), [['normal', 300], ['normal', 200], ['normal', 100]], 'priority')).toBeGreaterThan(28);
});

test('given longest-wait with a bonus, then priority goes before those who came less than the bonus ago, and only before those', () => {
  const minutes = told(longestWait(150), [['normal', 300], ['normal', 200], ['normal', 100]], 'priority');
  expect(minutes).toBeGreaterThan(19);
  expect(minutes).toBeLessThan(23);
});

test('given longest-wait with a bonus beyond every wait, then priority is next', () => {
  expect(told(longestWait(3_600), [['normal', 300], ['normal', 200], ['normal', 100]], 'priority')).toBeLessThan(2);
});

test('C5 given class-rank with two ranked and then two normal turns, then a third priority visitor waits for both of them', () => {
  const ranks = { kind: 'class-rank', rank: { priority: 0, normal: 1 }, appointmentEarlyS: 0, maxConsecutiveRanked: 2 };
  const waiting = [['normal', 300], ['normal', 250], ['normal', 200], ['priority', 150], ['priority', 100]] as const;
  const one = told(ranks, waiting, 'priority');
  const two = told({ ...ranks, normalTurns: 2 }, waiting, 'priority');
  expect(one).toBeGreaterThan(28);
  expect(one).toBeLessThan(33);
  expect(two).toBeGreaterThan(38);
  expect(two).toBeLessThan(43);
});

test('C5 given class-rank with a ceiling, then whoever waited longer goes before priority', () => {
  const ranks = { kind: 'class-rank', rank: { priority: 0, normal: 1 }, appointmentEarlyS: 0, maxConsecutiveRanked: 2 };
  expect(told(ranks, [['normal', 580]], 'priority')).toBeLessThan(2);
  expect(told({ ...ranks, ceilingSeconds: 300 }, [['normal', 580]], 'priority')).toBeGreaterThan(9);
});
