// A word that is missing here shows as an empty box on a machine without Chinese fonts when the server is away.
import { expect, test } from 'vitest';
import { counterActionTexts } from '@hall/core/text/counterActionText';
import { refusalText } from '@hall/core/text/refusalText';
import { charactersAhead } from './wordsAhead.ts';

test('O3: words of the offline state and of refusals made of facts are known ahead', () => {
  const shown = [
    counterActionTexts.zh.awayHint, counterActionTexts.zh.sentWhenBack, counterActionTexts.zh.shortRefusals.callAgainFirst({ calls: 1, needed: 3 }),
    refusalText({ code: 'staleTicket', facts: { number: 'A001', version: 2, state: 'cancelled' } }, 'zh'),
  ].join('').replaceAll(/[A-Z0-9]/g, '');
  const known = new Set(charactersAhead());
  expect([...shown].filter((character) => !known.has(character))).toEqual([]);
});
