// Giving a number back at the kiosk: what it has just given, while it waits, and nothing of anybody else (T1).
import { expect, test } from 'vitest';
import { given } from '../testing/hallSpec.ts';
import { after, cancel, issue, next, open, signIn, type Order } from '../testing/orders.ts';

const atKiosk = (number: string, place: string): Order => ({ ...cancel(number), by: 'kiosk', place });
/** As issue() gives it: from a kiosk of the tests. */
const { place } = issue('SA');

test('T1 given a ticket just taken, when its visitor gives it back where it came from, then it is cancelled', () => {
  const scenario = given(issue('SA'));
  scenario.when(atKiosk('A001', place)).thenEvents({ type: 'ticketCancelled', data: { from: 'waiting' } });
  expect(scenario.hall.lines.get('A' as never)?.ordinary).toEqual([]);
});

test.each([
  ['at another kiosk', [issue('SA')], 'K99'],
  ['after two minutes, when somebody else may stand there', [issue('SA'), after(120_001)], place],
  ['when it is called already', [signIn('1', '1001'), open('1'), issue('SA'), next('1')], place],
])('T1 given %s, then the kiosk sends to the guide desk, and the desk may cancel it', (_when, steps, kiosk) => {
  const scenario = given(...steps);
  scenario.when(atKiosk('A001', kiosk)).thenRefused('overrideNeedsStaff');
  scenario.when(cancel('A001')).thenEvents({ type: 'ticketCancelled' });
});
