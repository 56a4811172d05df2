// Why no number is given for a service now, as a visitor reads it: on its tile, on its page, and when an order was refused.
// The rule itself is the core's (H1, H2, H5, H6); here it only gets its words.
import type { Expectation } from '@hall/core/domain/expected';
import type { Hall } from '@hall/core/domain/hall';
import type { ServiceId } from '@hall/core/domain/ids';
import type { Plan } from '@hall/core/domain/plan';
import type { Refusal } from '@hall/core/domain/refusals';
import { obstacleToIssue } from '@hall/core/domain/rules/issuing';
import { wantedServices } from '@hall/core/domain/rules/newTicket';
import { timeText } from '@hall/client/ui/hallClock';
import { kioskCalmTexts } from '@hall/core/text/kioskCalmText';
import type { Language } from '@hall/core/text/language';
import { refusalText } from '@hall/core/text/refusalText';

/** What stands against a number for these services now, or null; `expected`: the forecast for somebody who comes now. */
export function obstacleNow(hall: Readonly<Hall>, serviceIds: readonly [ServiceId, ...ServiceId[]], now: number, expected: Expectation): Refusal | null {
  const wanted = hall.plan === null ? null : wantedServices(hall.plan, serviceIds).found;
  if (wanted === null) return null;
  return obstacleToIssue(hall, wanted, 'ordinary', null, { now, actor: { role: 'kiosk', place: 'K', personId: null }, expected })?.refusal ?? null;
}

/** A few words for a tile. */
export function obstacleOnTile(obstacle: Refusal, plan: Plan, language: Language): string {
  const words = kioskCalmTexts[language];
  switch (obstacle.code) {
    case 'outOfHours': return obstacle.facts.opensAt === null ? words.tileOver : words.tileOpens(timeText(obstacle.facts.opensAt, language, plan.timeZone));
    case 'quotaReached': return words.tileFull;
    case 'tooLateToday': return words.tileTooLate;
    default: return words.tileStopped;
  }
}

export interface ObstacleWords {
  readonly icon: 'clock' | 'people' | 'notice';
  readonly title: string;
  readonly words: readonly string[];
}

/** The forecast is not told to the minute; upward, so that it always lies past the closing time. */
const stepMs = 300_000;

/** Title and sentences for a page; null for a refusal of another kind. */
export function obstacleWords(obstacle: Refusal, plan: Plan | null, language: Language): ObstacleWords | null {
  const words = kioskCalmTexts[language];
  const time = (at: number): string => (plan === null ? '' : timeText(at, language, plan.timeZone));
  switch (obstacle.code) {
    case 'outOfHours': {
      const { opensAt } = obstacle.facts;
      return { icon: 'clock', title: words.outOfHoursTitle, words: [opensAt === null || plan === null ? words.overToday : words.opensToday(time(opensAt))] };
    }
    case 'quotaReached': return { icon: 'people', title: words.quotaTitle, words: [refusalText(obstacle, language), words.quotaDesk] };
    case 'tooLateToday':
      return { icon: 'clock', title: words.tooLateTitle, words: [words.tooLateWhy(time(Math.ceil(obstacle.facts.startsAt / stepMs) * stepMs), time(obstacle.facts.closesAt)), words.tooLateHint] };
    case 'issuingStopped': {
      const reason = plan?.stopReasons.find(({ id }) => id === obstacle.facts.reasonId)?.name[language];
      return { icon: 'notice', title: words.stoppedTitle, words: [...(reason === undefined ? [] : [words.stoppedBecause(reason)]), words.followStaff, words.keepTickets] };
    }
    default: return null;
  }
}
