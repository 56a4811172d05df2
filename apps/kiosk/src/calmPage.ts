// Words and way on of the calm pages: the hall gives no numbers now, or this one order did not lead to one.
import type { Stop } from '@hall/core/domain/hall';
import type { Plan } from '@hall/core/domain/plan';
import { kioskTexts } from '@hall/core/text/kioskText';
import type { Language } from '@hall/core/text/language';
import { refusalText } from '@hall/core/text/refusalText';
import type { LinkStatus } from '@hall/client/link/link';
import { adviceFor } from './advice.ts';
import type { Door } from './hallDoor.ts';
import { obstacleWords } from './obstacle.ts';
import type { Page } from './kioskPages.ts';

export interface CalmPage {
  /** Name for tests. */
  readonly test: string;
  readonly icon: 'away' | 'clock' | 'notice' | 'people';
  readonly title: string;
  readonly words: readonly string[];
  /** Text of the one button; null: there is nothing to press but to wait. */
  readonly action: string | null;
  readonly touch: 'home' | 'back';
}

export interface CalmFacts {
  readonly plan: Plan | null;
  readonly status: LinkStatus;
  /** The stop of the whole hall, for the door `stopped`. */
  readonly stop: Stop | null;
}

/** The calm page to be shown instead of the flow's, or null. */
export function calmPage(door: Door, page: Page, { plan, status, stop }: CalmFacts, language: Language): CalmPage | null {
  const words = kioskTexts[language];
  const still = (test: string, icon: CalmPage['icon'], title: string, ...lines: string[]): CalmPage =>
    ({ test, icon, title, words: lines, action: null, touch: 'home' });
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
  if (page.kind === 'vanished') return { ...still('calm-vanished', 'notice', words.vanishedTitle, words.vanishedHint), action: words.home };
  if (page.kind === 'left') return { ...still('calm-left', 'people', words.leftTitle, words.leftHint, words.leftKept), action: words.home };
  if (page.kind !== 'refused') return null;
  const obstacle = obstacleWords(page.refusal, plan, language);
  if (obstacle !== null) return { ...still('calm-refused', obstacle.icon, obstacle.title, ...obstacle.words), action: words.home };
  const advice = adviceFor(page.refusal.code);
  const what = { askDesk: words.askDesk, tryAgain: words.tryAgainHint, wait: words.waitHint }[advice];
  const refused = still('calm-refused', advice === 'askDesk' ? 'people' : 'notice', words.refusedTitle, refusalText(page.refusal, language), what);
  return advice === 'tryAgain' ? { ...refused, action: words.tryAgain, touch: 'back' } : { ...refused, action: words.home };
}
