// A forecast log read event by event: what is answered, what is ignored, and that only the past is used.
import { expect, test } from 'vitest';
import { ForecastLog } from './forecastLog.ts';
import { readLine, type LogEvent } from './logEvent.ts';

const nine = 9 * 3_600;
const header: LogEvent = {
  type: 'header', hall: 'h', detail: 'full', queues: ['A'], classes: ['priority', 'normal'],
  policy: { kind: 'class-rank', rank: { priority: 0, normal: 1 }, appointmentEarlyS: 300, maxConsecutiveRanked: 2 },
};
const issued = (t: number, ticket: string, predict: boolean): LogEvent => ({ type: 'ticket.issued', t, ticket, queue: 'A', class: 'normal', predict });

/** Days on which one counter serves somebody every ten minutes exactly and somebody always waits. */
function* steadyDays(days: number): Generator<LogEvent> {
  for (let day = 0; day < days; day += 1) {
    const start = day * 86_400 + nine;
    yield { type: 'day.start', t: start - 60, weekday: 1 };
    yield { type: 'counter.open', t: start, counter: '1', queues: ['A'] };
    for (let turn = 0; turn < 20; turn += 1) {
      if (turn === 0) yield issued(start, `${day}.0`, false);
      if (turn > 0) yield { type: 'ticket.served', t: start + turn * 600, ticket: `${day}.${turn - 1}` };
      yield { type: 'ticket.called', t: start + turn * 600, ticket: `${day}.${turn}`, counter: '1' };
      yield issued(start + turn * 600, `${day}.${turn + 1}`, false);
    }
    yield { type: 'day.end', t: start + 30_000 };
  }
}

function afterDays(first: LogEvent, days: number): ForecastLog {
  const log = new ForecastLog();
  log.take(first);
  for (const event of steadyDays(days)) expect(log.take(event)).toBeNull();
  const start = days * 86_400 + nine;
  log.take({ type: 'day.start', t: start - 60, weekday: 1 });
  log.take({ type: 'counter.open', t: start, counter: '1', queues: ['A'] });
  log.take(issued(start, 'a', false));
  log.take({ type: 'ticket.called', t: start, ticket: 'a', counter: '1' });
  return log;
}

test('given ten minutes a service, when one has been served for a minute, then the next is told nine minutes, the one after nineteen', () => {
  const log = afterDays(header, 3);
  const now = 3 * 86_400 + nine + 60;
  expect(log.take(issued(now, 'b', true))).toMatchObject({ ticket: 'b' });
  const answer = log.take(issued(now, 'c', true));
  expect(answer?.p50).toBeGreaterThan(1_080);
  expect(answer?.p50).toBeLessThan(1_200);
  expect(answer?.p90).toBeGreaterThanOrEqual(answer?.p50 ?? Infinity);
});

test('given the same log twice, then the same answers', () => {
  const answers = [1, 2].map(() => afterDays(header, 3).take(issued(3 * 86_400 + nine + 60, 'b', true)));
  expect(answers[0]).toEqual(answers[1]);
});

test('given a ticket in the first line of a log, without header, day or counters, then there is still an answer', () => {
  const answer = new ForecastLog().take(issued(nine, 'x', true));
  expect(answer).not.toBeNull();
  expect(Object.values(answer ?? {}).every((value) => typeof value === 'string' || (Number.isFinite(value) && value >= 0))).toBe(true);
});

test('given calls alone, then the pace of calls answers', () => {
  const callsOnly: LogEvent = { ...header, detail: 'calls-only', policy: null };
  const log = new ForecastLog();
  log.take(callsOnly);
  for (const event of steadyDays(6)) {
    if (event.type === 'ticket.called') log.take({ ...event, counter: null });
    else if (event.type === 'ticket.issued' || event.type.startsWith('day.')) log.take(event);
  }
  let told: LogEvent | null = null;
  for (const event of steadyDays(7)) {
    if (event.type === 'header' || event.t < 6 * 86_400) continue;
    if (event.type === 'ticket.called') log.take({ ...event, counter: null });
    else if (event.type === 'day.start') log.take(event);
    else if (event.type === 'ticket.issued') {
      told = { ...event, predict: true };
      const answer = log.take(told);
      if (event.ticket.endsWith('.10')) {
        expect(answer?.p50).toBeGreaterThan(540);
        expect(answer?.p50).toBeLessThan(660);
      }
    }
  }
  expect(told).not.toBeNull();
});

test('given another log after the first, then its header applies; given the first hall again, then what was learned is still known', () => {
  const log = afterDays(header, 3);
  log.take({ ...header, hall: 'other' });
  log.take(issued(nine, 'y', true));
  log.take(header);
  log.take({ type: 'day.start', t: nine - 60, weekday: 1 });
  log.take({ type: 'counter.open', t: nine, counter: '1', queues: ['A'] });
  log.take(issued(nine, 'p', false));
  log.take({ type: 'ticket.called', t: nine, ticket: 'p', counter: '1' });
  const answer = log.take(issued(nine, 'q', true));
  expect(answer?.p50).toBeGreaterThan(500);
  expect(answer?.p50).toBeLessThan(700);
});

test('given events that make no sense (unknown tickets, twice the same, served before called), then the log goes on', () => {
  const log = afterDays(header, 1);
  const t = 86_400 + nine + 60;
  const nonsense: LogEvent[] = [
    { type: 'ticket.called', t, ticket: 'nobody', counter: '7' }, { type: 'ticket.served', t, ticket: 'nobody' }, { type: 'ticket.noshow', t, ticket: 'a', counter: '1' },
    { type: 'ticket.called', t, ticket: 'a', counter: '1' }, { type: 'ticket.transferred', t, ticket: 'nobody', queue: 'Z', class: 'unheard' },
    { type: 'counter.resume', t, counter: '9' }, { type: 'counter.close', t, counter: '9' }, { type: 'queue.capacity', t, queue: 'Z', open: 2 },
    { type: 'ticket.issued', t: 5, ticket: 'late', queue: 'B', class: 'unheard', predict: false }, issued(t, 'late', false),
  ];
  for (const event of nonsense) log.take(event);
  expect(log.take(issued(t, 'z', true))?.p50).toBeGreaterThanOrEqual(0);
});

test('a line that is no event is named; an event of an unknown type is passed over', () => {
  for (const line of ['nonsense{', '[]', 'null', '{"type":"ticket.issued"}', '{"type":"ticket.called","t":-4,"ticket":"a"}']) expect(() => readLine(line)).toThrow();
  expect(readLine('{"type":"weather","t":3}')).toBeNull();
  expect(readLine('{"type":"ticket.called","t":3,"ticket":17,"queue":"A","counter":null,"more":[]}')).toEqual({ type: 'ticket.called', t: 3, ticket: '17', counter: null });
  expect(readLine('{"type":"header","version":1,"hall":"h","detail":"full","queues":[{"id":"A","name":"a"}],"classes":["normal"],"policy":{"kind":"unheard"}}'))
    .toMatchObject({ queues: ['A'], policy: null });
});
