// The forecast beside a hall, without thread and disk: what it follows, and when its figures are made anew.
import { expect, test } from 'vitest';
import { emptyHall } from '@hall/core/domain/hall';
import { given, today, type Scenario } from '@hall/core/domain/testing/hallSpec';
import { after, closeDay, finish, issue, next, open, signIn, start } from '@hall/core/domain/testing/orders';
import { LiveForecast } from './liveForecast.ts';

const atWork = (): Scenario => given(signIn('1', '1001'), open('1'), issue('SA'), next('1'), start('1', 'A001'), after(300_000), finish('1', 'A001'));

function following(scenario: Scenario): LiveForecast {
  const live = new LiveForecast(emptyHall());
  live.follow(scenario.events);
  return live;
}

test('given events from the first one on, then its own hall is the hall, and its figures are of it', () => {
  const scenario = atWork().and(issue('SA'), issue('SA'));
  const live = following(scenario);
  expect(live.seq).toBe(scenario.hall.seq);
  const figures = live.look(scenario.now());
  expect(figures).toMatchObject({ at: scenario.now(), seq: scenario.hall.seq });
  expect(figures?.tickets.map(([id]) => id)).toEqual([...scenario.hall.tickets.values()].filter(({ state }) => state === 'waiting').map(({ id }) => id));
});

test('given events that were followed already, then they are passed over; given a gap, then it fails rather than guess', () => {
  const scenario = atWork();
  const live = following(scenario);
  live.follow(scenario.events);
  expect(live.seq).toBe(scenario.hall.seq);
  const further = scenario.and(issue('SA'), issue('SA')).events.slice(-1);
  expect(() => live.follow(further)).toThrow(/does not follow/);
});

test('given a hall that stands still, then figures are made anew after ten seconds while somebody waits, else after thirty', () => {
  const scenario = atWork();
  const live = following(scenario);
  const now = scenario.now();
  const made = (ms: number): boolean => live.look(now + ms) !== null;
  expect([made(0), made(1), made(29_999), made(30_000)]).toEqual([true, false, false, true]);
  live.follow(scenario.and(issue('SA')).events);
  expect([made(30_001), made(40_000), made(40_001)]).toEqual([true, false, true]);
});

test('N3 given a day that closes, then its queues have no figures any more', () => {
  const scenario = atWork();
  const live = following(scenario);
  expect(live.look(scenario.now())?.queues).not.toEqual([]);
  live.follow(scenario.and(closeDay(today)).events);
  expect(live.look(scenario.now())).toMatchObject({ queues: [], tickets: [] });
});

test('given past days, then they are learned without being lived: the hall stays as it is', () => {
  const past = atWork();
  const live = following(atWork());
  const { seq } = live;
  live.learn(past.events, 1);
  expect(live.seq).toBe(seq);
});

test('given no plan yet, then there is nothing to say, and nothing breaks', () => {
  const live = new LiveForecast(emptyHall());
  live.learn([], 0);
  expect(live.look(5_000)).toEqual({ at: 5_000, seq: 0, queues: [], tickets: [] });
});
