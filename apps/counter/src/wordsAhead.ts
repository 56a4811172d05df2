// Every character this screen may have to show without the server: what a refusal or the offline state says must have
// its shapes before the font's slices can no longer be fetched.
import { callReasonTexts } from '@hall/core/text/callReasonText';
import { commonTexts } from '@hall/core/text/commonText';
import { counterActionTexts } from '@hall/core/text/counterActionText';
import { counterTexts } from '@hall/core/text/counterText';
import { refusalTexts } from '@hall/core/text/refusalText';
import { counterStateTexts, ticketStateTexts } from '@hall/core/text/stateText';

/** A word made of facts cannot be made without them; its own source holds its characters. */
function textOf(word: unknown): string {
  if (typeof word === 'string' || typeof word === 'function') return String(word);
  return typeof word === 'object' && word !== null ? Object.values(word).map(textOf).join('') : '';
}

const catalogues = [callReasonTexts, commonTexts, counterActionTexts, counterTexts, refusalTexts, counterStateTexts, ticketStateTexts];

/** Each character once. */
export const charactersAhead = (): string =>
  [...new Set(catalogues.map(textOf).join(''))].join('');
