// Words and files on a ticket: references in the hall, in every state, so many and no more, and never seen by the public.
import { describe, expect, test } from 'vitest';
import { filesOfTicketAtMost, notesOfTicketAtMost, wordsSchema } from '../attachment.ts';
import { commandData } from '../commands.ts';
import { publicSnapshot, staffSnapshot } from '../snapshot.ts';
import { given, givenNothing, today } from '../testing/hallSpec.ts';
import { adopt, cancel, closeDay, issue, next, numbered, open, openJournal, signIn, start } from '../testing/orders.ts';
import { attach, note } from '../testing/privacyOrders.ts';
import { smallPlan } from '../testing/smallPlan.ts';

const letters = 'abcdef0123456789';

test('V1 given words that were kept, then the ticket has their reference, the version stays, and the public hears nothing of it', () => {
  const scenario = given(signIn('1', '1001'), open('1'), issue('SA'), next('1'), start('1', 'A001'));
  const { id: ticketId, version } = numbered(scenario.hall, 'A001');
  scenario.when(note('A001', 'e', 'counter')).thenEvents({ type: 'ticketNoted', data: {}, facts: { ticketId, text: { ref: 'e'.repeat(32), sha256: 'e'.repeat(64) } } });
  scenario.when(attach('A001', 'f', { bytes: 99, kind: 'pdf' })).thenEvents({ type: 'fileAttached', data: {}, facts: { file: { ref: 'f'.repeat(32), bytes: 99, kind: 'pdf' } } });
  const at = scenario.now();
  const ticket = numbered(scenario.hall, 'A001');
  expect([ticket.version, ticket.staff?.notes, ticket.staff?.files]).toEqual([
    version, [{ ref: 'e'.repeat(32), at, place: '1' }], [{ ref: 'f'.repeat(32), at, place: '1', bytes: 99, kind: 'pdf' }],
  ]);
  for (const ref of ['e'.repeat(32), 'f'.repeat(32)]) expect([staffSnapshot(scenario.hall).includes(ref), publicSnapshot(scenario.hall).includes(ref)]).toEqual([true, false]);
});

describe.each([
  ['words', note, 'ticketNoted', 'tooManyNotes', notesOfTicketAtMost],
  ['files', attach, 'fileAttached', 'tooManyFiles', filesOfTicketAtMost],
] as const)('%s', (_what, put, type, code, most) => {
  test('V1 given a ticket that is over, then it takes them too; one that nobody knows does not', () => {
    const scenario = given(issue('SA'), cancel('A001'));
    scenario.when(put('A001')).thenEvents({ type });
    scenario.when(put('Z999')).thenRefused('noSuchTicket', { ticketId: '9.9' });
  });

  test('V1 given as many as a ticket takes, then one more is refused with its number', () => {
    const scenario = given(issue('SA'), issue('SA'));
    for (let nth = 0; nth < most; nth += 1) scenario.and(put('A001', letters[nth % letters.length]));
    scenario.when(put('A001')).thenRefused(code, { number: 'A001', most });
    scenario.when(put('A002')).thenEvents({ type });
  });

  test('V1 given no open day, then it is refused', () => {
    given(issue('SA'), closeDay(today)).when(put('A001')).thenRefused('dayNotOpen');
    givenNothing(openJournal).when(put('A001')).thenRefused('noPlan');
    givenNothing(openJournal, adopt(smallPlan())).when(put('A001')).thenRefused('dayNotOpen');
  });
});

test('V1 given an order without words, then there is nothing to note', () => {
  given(issue('SA')).when(note('A001', null)).thenRefused('noWords');
});

test.each([
  ['a word', '好', true], ['five hundred signs', '字'.repeat(500), true], ['one more', '字'.repeat(501), false], ['none', '', false], ['spaces alone', '  \u3000', false],
  ['two lines', 'a\nb', false], ['a sign that turns the line round', 'a\u202Eb', false],
])('V1 given %s, then it is taken or not', (_name, words, isTaken) => {
  expect(wordsSchema.safeParse(words).success).toBe(isTaken);
});

test('V1 given a file larger than 5 MB, of another kind, or with a reference that is none, then it is no such order', () => {
  const file = { ref: 'f'.repeat(32), sha256: 'f'.repeat(64), bytes: 5 * 1_024 * 1_024, kind: 'png' };
  const isTaken = (more: object): boolean => commandData.attachFile.safeParse({ ticketId: '1.6', file: { ...file, ...more } }).success;
  expect([isTaken({}), isTaken({ bytes: file.bytes + 1 }), isTaken({ bytes: 0 }), isTaken({ kind: 'gif' }), isTaken({ ref: '../../hall' }), isTaken({ sha256: 'f'.repeat(63) })]).toEqual([true, false, false, false, false, false]);
});
