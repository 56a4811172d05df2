// Which characters are asked of the font ahead of need.
import { describe, expect, test } from 'vitest';
import { refusalTexts } from '@hall/core/text/refusalText';
import { charactersOf } from './wordsAhead.ts';

describe('given texts that a screen may need without the server', () => {
  test('when plain words, words made of facts and a nested plan are read, then each character is there once', () => {
    const found = charactersOf({ zh: { away: (since: string) => `离线，数据截至 ${since}`, plain: '请稍候' } }, { name: { zh: '户政请' } });
    for (const character of '离线数据截至请稍候户政') expect(found.split(character)).toHaveLength(2);
  });

  test('when words need several facts, then they are read without being called', () => {
    const found = charactersOf(refusalTexts);
    for (const character of '已变为看清后再操作') expect(found).toContain(character);
  });
});
