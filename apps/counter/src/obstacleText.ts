// Words for an obstacle: the short form for a button, or the refusal's full sentence where there is no short one.
import type { Refusal } from '@hall/core/domain/refusals';
import { counterActionTexts } from '@hall/core/text/counterActionText';
import type { Language } from '@hall/core/text/language';
import { refusalText } from '@hall/core/text/refusalText';
import type { Obstacle } from './counterFlow.ts';

export function obstacleText(obstacle: Obstacle, language: Language): string {
  const words = counterActionTexts[language];
  if (!('facts' in obstacle)) return words[obstacle.code];
  const short = words.shortRefusals[obstacle.code as keyof typeof words.shortRefusals] as ((facts: Refusal['facts']) => string) | undefined;
  return short === undefined ? refusalText(obstacle, language) : short(obstacle.facts);
}
