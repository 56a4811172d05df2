// The font comes in slices, each fetched when a character of it is first shown. A word that is first needed when the
// server is away would then stay blank on a machine without Chinese fonts, so every word is asked for beforehand.
import { commonTexts } from '@hall/core/text/commonText';
import { displayTexts } from '@hall/core/text/displayText';
import type { Language } from '@hall/core/text/language';
import { counterStateTexts, ticketStateTexts } from '@hall/core/text/stateText';
import type { Plan } from '@hall/core/domain/plan';

/** Every character a display may show of this plan in this language. */
export function wordsOf(plan: Plan, language: Language): string {
  const common = commonTexts[language];
  const display = displayTexts[language];
  const named = [plan, ...plan.zones, ...plan.zones.map(({ floor }) => ({ name: floor })), ...plan.queues, ...plan.counters, ...plan.pauseReasons];
  const words = [
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:–/→▶◀▼⚠·', '年月日星期一二三四五六',
    ...named.map(({ name }) => name[language]),
    ...Object.values(counterStateTexts[language]), ...Object.values(ticketStateTexts[language]),
    common.connecting, common.away(''), common.counter(''), common.people(2), common.waiting,
    ...Object.values(display).filter((word) => typeof word === 'string'),
    display.recalled(2), display.counters('', ''), display.page(1, 2), display.waitingInAll(2), display.noSuchCounter(''),
  ];
  return [...new Set(words.join(''))].join('');
}
