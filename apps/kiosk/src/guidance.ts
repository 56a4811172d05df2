// What to do on this page, in one sentence: spoken in voice mode and shown with it, and shown large over the lower half. Pure.
import { kioskModeTexts } from '@hall/core/text/kioskModeText';
import type { Language } from '@hall/core/text/language';
import { kioskPaperTexts } from '@hall/core/text/kioskPaperText';
import { counterRange } from '@hall/core/slip/counterRange';
import { kioskTexts } from '@hall/core/text/kioskText';
import type { CalmPage } from './calmParts.ts';
import type { KioskState } from './kioskPages.ts';
import type { ServiceView } from './serviceView.ts';

export function guidanceFor({ page, slip }: Pick<KioskState, 'page' | 'slip'>, calm: CalmPage | null, view: ServiceView | null, language: Language): string {
  const words = kioskModeTexts[language];
  if (calm !== null) return [calm.title, ...(calm.fact === null ? [] : [calm.fact]), ...calm.words].join(language === 'zh' ? '。' : '. ').replaceAll(/([。.！？])[。.]/gu, '$1');
  switch (page.kind) {
    case 'service': return view === null ? words.guidance.service : words.serviceSaid(view.service.name[language], view.ahead);
    case 'done': {
      const place = view === null || view.zone === null ? '' : [`${view.zone.floor[language]} ${view.zone.name[language]}`, ...(view.counters.length === 0 ? [] : [kioskTexts[language].counters(counterRange(view.counters, language))])].join(language === 'zh' ? '，' : ', ');
      const said = words.doneSaid(page.ticket.number, place);
      return slip === 'preview' ? said : `${said}${language === 'zh' ? '' : ' '}${kioskPaperTexts[language].slip[slip]}`;
    }
    // These have words of their own and are calm pages.
    case 'paper': case 'unread': case 'refused': case 'vanished': case 'noNumber': case 'left': return '';
    default: return words.guidance[page.kind];
  }
}
