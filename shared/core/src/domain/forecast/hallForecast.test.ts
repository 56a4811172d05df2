// The forecast of the hall itself: from its own events and its own fold, by its own calling order.
import { expect, test } from 'vitest';
import { seededRandom } from '../../base/random.ts';
import type { Rank } from '../events.ts';
import { given, morning, today, type Scenario } from '../testing/hallSpec.ts';
import { after, cancel, close, closeDay, finish, issue, issueTo, next, numbered, open, pause, signIn, start, transfer } from '../testing/orders.ts';
import { smallPlan } from '../testing/smallPlan.ts';
import { HallForecast, type HallAnswers } from './hallForecast.ts';
import { localSeconds, PlanIndices, stateOfHall } from './hallState.ts';

const toSeconds = localSeconds('Asia/Shanghai');
const minutes = (count: number): number => count * 60_000;

function forecastOf(scenario: Scenario): HallForecast {
  const forecast = new HallForecast(smallPlan(), seededRandom(1));
  for (const event of scenario.events) forecast.learn(event, { predicts: true });
  return forecast;
}
const answersOf = (scenario: Scenario): HallAnswers => forecastOf(scenario).answers(scenario.hall, scenario.now());
/** Minutes, median. */
const told = (answers: HallAnswers, scenario: Scenario, number: string): number => (answers.tickets.get(numbered(scenario.hall, number).id)?.p50 ?? NaN) / 60;
const asked = (answers: HallAnswers, queueId: string, rank: Rank): number => (answers.newcomers.get(queueId as never)?.[rank]?.p50 ?? NaN) / 60;

/** Counter 1 has served thirty people for five minutes each. */
function fiveMinutesEach(): Scenario {
  const scenario = given(signIn('1', '1001'), open('1'));
  for (let turn = 1; turn <= 30; turn += 1) {
    const number = `A0${String(turn).padStart(2, '0')}`;
    scenario.and(issue('SA'), next('1'), start('1', number), after(minutes(5)), finish('1', number));
  }
  return scenario;
}

test('T5 given a moment, then seconds have the hall\'s time of day, whatever the zone', () => {
  expect(toSeconds(morning) % 86_400).toBe(8 * 3_600);
  expect(toSeconds(morning + 90_500) - toSeconds(morning)).toBe(90.5);
  expect(localSeconds('Asia/Kathmandu')(morning) % 86_400).toBe(5 * 3_600 + 45 * 60);
});

test('J7 given the fold, then the engine is given who waits, who is served since when, and whose turn counts', () => {
  const scenario = given(signIn('1', '1001'), open('1'), issueTo('elderly', 'SA'), issue('SA'), next('1'), start('1', 'A001'), after(minutes(4)), issue('SB'));
  const { hall } = scenario;
  const { state, tickets, asked: queues } = stateOfHall(hall, smallPlan(), forecastOf(scenario)['indices'], scenario.now(), toSeconds);
  expect(tickets).toEqual([numbered(hall, 'A002').id, numbered(hall, 'B001').id]);
  // Counter 1 serves A and B, and helps C; each queue is asked for every rank.
  expect(queues).toEqual(['A', 'B', 'C']);
  expect(state.now).toBe(toSeconds(morning) + 240);
  expect([...state.waiting.rank]).toEqual([3, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
  expect(state.counters[0]).toMatchObject({ rankedInARow: 1, active: { calledAt: toSeconds(morning), waited: 0 } });
});

test('C4 given services of five minutes, then who waits is told by their place in the calling order, and so is who comes', () => {
  const scenario = fiveMinutesEach().and(issue('SA'), issue('SA'), issueTo('elderly', 'SA'), next('1'));
  const answers = answersOf(scenario);
  expect(answers.tickets.size).toBe(2);
  expect(Math.abs(told(answers, scenario, 'A031') - 5)).toBeLessThan(1);
  expect(Math.abs(told(answers, scenario, 'A032') - 10)).toBeLessThan(1.5);
  // One ranked call was made; a second goes before everybody, and an ordinary one stands at the end.
  expect(Math.abs(asked(answers, 'A', 'priority') - 5)).toBeLessThan(1);
  expect(Math.abs(asked(answers, 'A', 'appointment') - 5)).toBeLessThan(1);
  expect(Math.abs(asked(answers, 'A', 'ordinary') - 15)).toBeLessThan(2);
});

test('given an empty queue with a free counter, then who comes is called within five minutes; of a queue nobody calls from nothing is said', () => {
  const answers = answersOf(fiveMinutesEach());
  expect(asked(answers, 'A', 'ordinary')).toBeLessThan(1);
  expect(answers.newcomers.get('A' as never)?.ordinary?.p90).toBeLessThan(300);
  const paused = answersOf(fiveMinutesEach().and(issue('SA'), pause('1')));
  expect([paused.newcomers.size, paused.tickets.size]).toEqual([0, 0]);
  expect(answersOf(fiveMinutesEach().and(close('1'))).newcomers.size).toBe(0);
  expect(answersOf(given(issue('SA'))).tickets.size).toBe(0);
});

test('C11 given a ticket for one counter alone, then it is told its wait there and its counter\'s others wait for it', () => {
  const scenario = fiveMinutesEach().and(issue('SA'), issue('SA'), next('1'), start('1', 'A031'), transfer('1', 'A031', { queueId: 'A', counterId: '1' }));
  const answers = answersOf(scenario);
  expect(answers.tickets.size).toBe(2);
  // It kept its place, so that it goes first; the other waits five minutes for it.
  expect(told(answers, scenario, 'A031')).toBeLessThan(1);
  expect(Math.abs(told(answers, scenario, 'A032') - 5)).toBeLessThan(1);
  expect(Math.abs(asked(answers, 'A', 'ordinary') - 10)).toBeLessThan(1.5);
});

test('given another plan at midday, then what was learned stays with the ids that stay', () => {
  const plan = smallPlan();
  const [a, b, c] = plan.queues;
  if (a === undefined || b === undefined || c === undefined) throw new Error('three queues');
  const turned = { ...plan, queues: [c, b, { ...a }], services: [...plan.services].reverse(), counters: [...plan.counters].reverse() };
  const scenario = fiveMinutesEach().and(issue('SA'), issue('SA'), next('1'));
  const forecast = forecastOf(scenario);
  forecast.adopt(turned);
  const answers = forecast.answers(scenario.hall, scenario.now());
  expect(Math.abs(asked(answers, 'A', 'ordinary') - 10)).toBeLessThan(1.5);
  const indices = new PlanIndices();
  indices.adopt(plan);
  indices.adopt(turned);
  expect([indices.queue('A'), indices.queue('C'), indices.counter('4'), indices.queueCount]).toEqual([0, 2, 3, 3]);
  expect(indices.queue('new')).toBe(3);
});

test('given a plan that is adopted at midday, then the forecast goes on under it', () => {
  const scenario = fiveMinutesEach().and(issue('SA'), issue('SA'), next('1'));
  const forecast = forecastOf(scenario);
  const plan = { ...smallPlan(), timeZone: 'Europe/Berlin' };
  forecast.learn({ type: 'planAdopted', at: scenario.now(), data: { plan } } as never, { predicts: false });
  const answers = forecast.answers({ ...scenario.hall, plan }, scenario.now());
  expect(Math.abs(asked(answers, 'A', 'ordinary') - 10)).toBeLessThan(1.5);
});

test('T3 given people who wait until the day closes, then that is not taken for impatience; those who cancel are', () => {
  const twentyWait = (): Scenario => fiveMinutesEach().and(...Array.from({ length: 20 }, () => issue('SA')), after(minutes(100)));
  const staying = (scenario: Scenario): number => forecastOf(scenario)['forecaster'].habits.staysShare(0, 2 * 3_600);
  expect(staying(twentyWait().and(pause('1'), closeDay(today)))).toBe(1);
  const gone = twentyWait();
  for (let nth = 31; nth <= 50; nth += 1) gone.and(cancel(`A0${nth}`));
  expect(staying(gone)).toBeLessThan(0.7);
});
