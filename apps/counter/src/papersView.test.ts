// Notes and files of a ticket: what is shown, and what can be sent.
import { expect, test } from 'vitest';
import type { Hall } from '@hall/core/domain/hall';
import type { TicketId } from '@hall/core/domain/ids';
import { fileFault, noteView, papersView, savedName, sizeText } from './papersView.ts';

const hall = (staff: object | undefined) => ({ tickets: new Map([['1.6', { staff }]]) }) as unknown as Pick<Hall, 'tickets'>;

test('V1 given a ticket with a note and two files, then it shows how many and which; one without, or nobody\'s, shows none', () => {
  const files = [{ ref: 'a', at: 1, place: '1', bytes: 1_234_567, kind: 'pdf' }, { ref: 'b', at: 2, place: 'D1', bytes: 400, kind: 'png' }];
  expect(papersView(hall({ notes: [{}], files }), '1.6' as TicketId)).toEqual({
    notes: 1, files: [{ ref: 'a', at: 1, place: '1', kind: 'pdf', size: '1.2 MB' }, { ref: 'b', at: 2, place: 'D1', kind: 'png', size: '1 KB' }],
  });
  for (const none of [hall({}), hall(undefined)]) expect(papersView(none, '1.6' as TicketId)).toEqual({ notes: 0, files: [] });
  expect(papersView(hall({}), '9.9' as TicketId)).toEqual({ notes: 0, files: [] });
});

test.each([
  ['  材料缺复印件  ', '材料缺复印件', true, 494], ['', null, true, 500], ['   ', null, true, 500], ['字'.repeat(500), '字'.repeat(500), true, 0], ['字'.repeat(501), null, true, -1], ['a\tb', null, false, 497],
])('V1 given %j was typed, then it can be sent or not', (typed, words, isPlain, left) => {
  expect(noteView(typed)).toEqual({ words, isPlain, left });
});

test('V1 given a file that is too large or of another kind, then that is said before it is sent', () => {
  const fault = (size: number, type: string) => fileFault({ size, type });
  expect([fault(5_242_880, 'image/png'), fault(5_242_881, 'application/pdf'), fault(10, 'image/gif'), fault(10, ''), fault(10, 'image/jpeg')]).toEqual([null, 'tooLarge', 'otherKind', 'otherKind', null]);
});

test('sizes are told as people say them, and a saved file is called by its ticket', () => {
  expect([1, 999_499, 1_000_000, 5_242_880].map(sizeText)).toEqual(['1 KB', '999 KB', '1.0 MB', '5.2 MB']);
  expect(savedName('A012', 2, 'jpeg')).toBe('A012-2.jpg');
});
