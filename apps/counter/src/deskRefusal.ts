// A refusal in words for the guide desk itself: the others would send it to where it is.
import type { Refusal } from '@hall/core/domain/refusals';
import { deskTexts } from '@hall/core/text/deskText';
import type { Language } from '@hall/core/text/language';
import { refusalText } from '@hall/core/text/refusalText';

export function deskRefusalText(refusal: Refusal, language: Language): string {
  const { refusals } = deskTexts[language];
  const own = refusals[refusal.code as keyof typeof refusals] as ((facts: Refusal['facts']) => string) | undefined;
  return own === undefined ? refusalText(refusal, language) : own(refusal.facts);
}
