// The forecast of the hall itself: from its own events and its own fold, by its own calling order.
import { expect, test } from 'vitest';
import { seededRandom } from '../../base/random.ts';
import { given, morning, type Scenario } from '../testing/hallSpec.ts';
import { after, finish, issue, issueTo, next, numbered, open, signIn, start } from '../testing/orders.ts';
import { HallForecast } from './hallForecast.ts';
import { stateOfHall } from './hallState.ts';

const toSeconds = (at: number): number => at / 1_000 + 8 * 3_600;
const minutes = (count: number): number => count * 60_000;

function forecastOf(scenario: Scenario): HallForecast {
  if (scenario.hall.plan === null) throw new Error('no plan');
  const forecast = new HallForecast(scenario.hall.plan, toSeconds, seededRandom(1));
  for (const event of scenario.events) forecast.learn(event);
  return forecast;
}

test('J7 given the fold, then the engine is given who waits, who is served since when, and whose turn counts', () => {
  const scenario = given(signIn('1', '1001'), open('1'), issueTo('elderly', 'SA'), issue('SA'), next('1'), start('1', 'A001'), after(minutes(4)), issue('SB'));
  const { hall } = scenario;
  if (hall.plan === null) throw new Error('no plan');
  const { state, tickets } = stateOfHall(hall, hall.plan, scenario.now(), toSeconds);
  expect(tickets).toEqual([numbered(hall, 'A002').id, numbered(hall, 'B001').id]);
  expect(state.now).toBe(toSeconds(morning) + 240);
  expect([...state.waiting.rank]).toEqual([3, 3]);
  expect(state.counters[0]).toMatchObject({ rankedInARow: 1, active: { calledAt: toSeconds(morning), waited: 0 } });
});

test('C4 given services of five minutes, then who waits is told by their place in the calling order', () => {
  const scenario = given(signIn('1', '1001'), open('1'));
  for (let turn = 1; turn <= 30; turn += 1) {
    const number = `A0${String(turn).padStart(2, '0')}`;
    scenario.and(issue('SA'), next('1'), start('1', number), after(minutes(5)), finish('1', number));
  }
  scenario.and(issue('SA'), issue('SA'), issueTo('elderly', 'SA'), next('1'));
  const forecast = forecastOf(scenario);
  const answers = forecast.answers(scenario.hall, scenario.now());
  const told = (number: string): number => (answers.get(numbered(scenario.hall, number).id)?.p50 ?? NaN) / 60;
  expect(Math.abs(told('A031') - 5)).toBeLessThan(1);
  expect(Math.abs(told('A032') - 10)).toBeLessThan(1.5);
  expect(answers.size).toBe(2);
});

test('given a counter whose queue nobody serves, then there is no answer rather than a wrong one', () => {
  const scenario = given(issue('SA'));
  expect(forecastOf(scenario).answers(scenario.hall, scenario.now()).size).toBe(0);
});
