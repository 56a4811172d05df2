// Fetches the slices of the font for every word this kiosk may have to show, while the server is there.
// Without this the words "out of touch with the server" would need letters from the very server that is away,
// and on a machine without Chinese fonts they would be blank.
import { commonTexts } from '@hall/core/text/commonText';
import { kioskTexts } from '@hall/core/text/kioskText';
import { refusalTexts } from '@hall/core/text/refusalText';
import { slipTexts } from '@hall/core/text/slipText';
import type { Plan } from '@hall/core/domain/plan';

/** All letters of the catalogues and the plan, each once. */
export function lettersOf(plan: Plan | null): string {
  const words = [commonTexts, kioskTexts, refusalTexts, slipTexts].flatMap((texts) => [texts.zh, texts.en]).flatMap((catalogue) => Object.values(catalogue) as unknown[]);
  // A text with facts in it is a function; its source holds its letters.
  return [...new Set(words.map(String).join('') + JSON.stringify(plan ?? '') + '年月日星期一二三四五六')].join('');
}

/** Ends when the letters are there; a slice that does not come is fetched again when a page needs it. */
export async function fetchLetters(plan: Plan | null): Promise<void> {
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font').split(',')[0] ?? '';
  await document.fonts.load(`16px ${family}`, lettersOf(plan)).then(() => undefined, (error: unknown) => { console.warn('letters not fetched', error); });
}
