// Rating of one service record: levels, codes, once, by the moment it was given.
import { expect, test } from 'vitest';
import { given, morning, today, type Scenario } from '../testing/hallSpec.ts';
import { after, closeDay, finish, issue, next, open, rate, signIn, start } from '../testing/orders.ts';
import { dayTally } from '../questions.ts';

const inService = [signIn('1', '1001'), open('1'), issue('SA'), next('1'), start('1', 'A001'), after(300_000)];
const served = (): Scenario => given(...inService, finish('1', 'A001'), after(10_000));

test.each([1, 2, 3, 4, 5])('R1 a visitor rates with level %i, with or without codes of that level', (level) => {
  served().when(rate('1', level)).thenEvents({ type: 'recordRated', data: { recordId: '1.17', counterId: '1' }, facts: { level, codes: [] } });
  served().when(rate('1', level, { codes: [`${level}01`, `${level}03`] })).thenEvents({ type: 'recordRated', facts: { level, codes: [`${level}01`, `${level}03`] } });
});

test('R1 a code of another level, or one the plan does not have, is refused by its name', () => {
  served().when(rate('1', 5, { codes: ['501', '101'] })).thenRefused('noSuchCode', { code: '101' });
  served().when(rate('1', 5, { codes: ['599'] })).thenRefused('noSuchCode', { code: '599' });
});

test('R1 a code that was sent twice counts once', () => {
  served().when(rate('1', 5, { codes: ['501', '501'] })).thenEvents({ type: 'recordRated', facts: { codes: ['501'] } });
});

test('R2 a record is rated once', () => {
  served().and(rate('1', 5)).when(rate('1', 1)).thenRefused('alreadyRated', { recordId: '1.17' });
});

test('R2 a record is rated at the counter that served, and nowhere else', () => {
  served().when(rate('2', 5, { recordId: '1.17' })).thenRefused('noSuchRecord', { recordId: '1.17' });
  served().when(rate('1', 5, { recordId: '9.9' })).thenRefused('noSuchRecord', { recordId: '9.9' });
});

test('R2 a service that is still going on cannot be rated', () => {
  given(...inService).when(rate('1', 5, { recordId: '1.17' })).thenRefused('notYetFinished', { recordId: '1.17' });
});

test('R2 given the next visitor is served, then the record before can still be rated, and only that one changes', () => {
  const scenario = served().and(issue('SA'), next('1'), start('1', 'A002'), after(60_000));
  scenario.when(rate('1', 4, { recordId: '1.17' })).thenEvents({ type: 'recordRated', data: { recordId: '1.17' } });
  expect([...scenario.hall.records.values()].map(({ rated }) => rated)).toEqual([true, false]);
});

test('R2 it is judged by the moment it was given: never before the service ended, never in the future', () => {
  const ended = morning + 300_000;
  served().when(rate('1', 5, { givenAt: ended + 4_000 })).thenEvents({ type: 'recordRated', facts: { givenAt: ended + 4_000 } });
  served().when(rate('1', 5, { givenAt: 0 })).thenEvents({ type: 'recordRated', facts: { givenAt: ended } });
  served().when(rate('1', 5, { givenAt: ended + 99_000_000 })).thenEvents({ type: 'recordRated', facts: { givenAt: ended + 10_000 } });
});

test('R2 ratings are taken until the day ends', () => {
  served().and(after(8 * 3_600_000)).when(rate('1', 5)).thenEvents({ type: 'recordRated' });
  served().and(closeDay(today)).when(rate('1', 5, { recordId: '1.17' })).thenRefused('dayNotOpen', {});
});

test('R3 a service that nobody rated is not rated: it is counted nowhere as satisfied', () => {
  expect(dayTally(served().hall)).toMatchObject({ served: 1, rated: 0 });
  expect(dayTally(served().hall).staff).toBeUndefined();
});
