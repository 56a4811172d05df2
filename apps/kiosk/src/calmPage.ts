// Words and ways on of the calm pages: the hall gives no numbers now, or this one order did not lead to one.
// What was not found when checking in has its words in checkInPage.ts.
import type { RefusalCode } from '@hall/core/domain/refusals';
import { kioskAloneTexts } from '@hall/core/text/kioskAloneText';
import { kioskCalmTexts } from '@hall/core/text/kioskCalmText';
import { kioskCheckInTexts } from '@hall/core/text/kioskCheckInText';
import { kioskPaperTexts } from '@hall/core/text/kioskPaperText';
import { kioskTexts } from '@hall/core/text/kioskText';
import type { Language } from '@hall/core/text/language';
import { refusalText } from '@hall/core/text/refusalText';
import { adviceFor } from './advice.ts';
import type { CalmAction, CalmFacts, CalmPage } from './calmParts.ts';
import { checkInWords } from './checkInPage.ts';
import type { Door } from './hallDoor.ts';
import { obstacleWords } from './obstacle.ts';
import type { Page } from './kioskPages.ts';

/** The calm page to be shown instead of the flow's, or null. */
export function calmPage(door: Door, page: Page, facts: CalmFacts, language: Language): CalmPage | null {
  const { plan, status, stop, paper } = facts;
  const words = kioskCalmTexts[language];
  const still = (test: string, icon: CalmPage['icon'], title: string, ...lines: string[]): CalmPage => ({ test, icon, title, fact: null, words: lines, actions: [] });
  switch (door) {
    case 'connecting': return still('calm-connecting', 'away', words.connectingTitle, words.connectingHint);
    case 'rejected': return still('calm-rejected', 'notice', words.rejectedTitle, status.kind === 'rejected' ? refusalText(status.refusal, language) : '', words.askDesk);
    case 'noPlan': return still('calm-no-plan', 'notice', words.rejectedTitle, refusalText({ code: 'noPlan', facts: {} }, language));
    case 'notOpenYet': return still('calm-not-open', 'clock', words.notOpenTitle, words.opensAt(plan?.day.opensAt ?? ''));
    case 'closedToday': return still('calm-closed', 'clock', words.closedTitle, words.closedHint(plan?.day.opensAt ?? ''));
    case 'stopped': {
      const told = obstacleWords({ code: 'issuingStopped', facts: { reasonId: stop?.reasonId ?? '', since: stop?.since ?? 0 } }, plan, language);
      return still('calm-stopped', 'notice', told?.title ?? '', ...(told?.words ?? []));
    }
    case 'open': break;
  }
  const home: CalmAction = { text: kioskTexts[language].home, touch: { on: 'home' } };
  if (page.kind === 'vanished') return { ...still('calm-vanished', 'notice', words.vanishedTitle, words.vanishedHint), actions: [home] };
  if (page.kind === 'noNumber') {
    const aloneWords = kioskAloneTexts[language];
    return page.why === 'notKept' ? { ...still('calm-not-kept', 'notice', aloneWords.notKeptTitle, aloneWords.notKeptHint), actions: [home] } : { ...still('calm-used-up', 'people', aloneWords.usedUpTitle, aloneWords.usedUpHint), actions: [home] };
  }
  if (page.kind === 'left') return { ...still('calm-left', 'people', words.leftTitle, words.leftHint, words.leftKept), actions: [home] };
  if (page.kind === 'paper' || page.kind === 'unread') return readerAndPaper(page, paper, home, language);
  if (page.kind !== 'refused') return null;
  const { refusal, wish } = page;
  const ofCheckIn = checkInWords(refusal, wish, facts, language);
  if (ofCheckIn !== null) return { ...still('calm-refused', ofCheckIn.icon, ofCheckIn.title, ...ofCheckIn.words), fact: ofCheckIn.fact, actions: ofCheckIn.actions.some(({ touch }) => touch.on === 'home') ? ofCheckIn.actions : [...ofCheckIn.actions, home] };
  const obstacle = obstacleWords(refusal, plan, language);
  if (obstacle !== null) return { ...still('calm-refused', obstacle.icon, obstacle.title, ...obstacle.words), actions: [home] };
  const advice = adviceFor(refusal.code);
  const what = { askDesk: words.askDesk, tryAgain: words.tryAgainHint, wait: words.waitHint }[advice];
  const refused = still('calm-refused', advice === 'askDesk' ? 'people' : advice === 'wait' ? 'clock' : 'notice', titleOf(refusal.code, language), refusalText(refusal, language), what);
  return { ...refused, actions: advice === 'tryAgain' ? [{ text: wish.what === 'checkIn' ? kioskCheckInTexts[language].enterAgain : words.tryAgain, touch: { on: 'back' } }] : [home] };
}

/** Most refusals say enough in their own sentence; these have a title that says it at once. */
function titleOf(code: RefusalCode, language: Language): string {
  const { refusedTitle, titles } = kioskCalmTexts[language];
  return (titles as Partial<Record<RefusalCode, string>>)[code] ?? refusedTitle;
}

function readerAndPaper(page: Extract<Page, { kind: 'paper' | 'unread' }>, paper: CalmFacts['paper'], home: CalmAction, language: Language): CalmPage {
  const words = kioskPaperTexts[language];
  if (page.kind === 'unread') {
    return { test: 'calm-unread', icon: 'notice', title: words.unreadTitle, fact: null, words: [words.unreadHint, words.unreadAgain], actions: [{ text: words.goOn, touch: { on: 'back' } }] };
  }
  const isOut = paper === 'out';
  return {
    test: 'calm-paper', icon: 'ticket', title: isOut ? words.outTitle : words.unsureTitle, fact: null, words: [isOut ? words.outWhy : words.unsureWhy, words.choose],
    actions: [{ text: words.withoutPaper, touch: { on: 'withoutPaper' } }, home],
  };
}
