// Why no number is given for a service now, as a visitor reads it: on its tile, on its page, and when an order was refused.
// The rule itself is the core's (H1, H2, H6); here it only gets its words.
import type { Hall } from '@hall/core/domain/hall';
import type { Plan, Service } from '@hall/core/domain/plan';
import type { Refusal } from '@hall/core/domain/refusals';
import { obstacleToIssue } from '@hall/core/domain/rules/issuing';
import { timeText } from '@hall/client/ui/hallClock';
import { kioskTexts } from '@hall/core/text/kioskText';
import type { Language } from '@hall/core/text/language';
import { refusalText } from '@hall/core/text/refusalText';

/** What stands against a number for this service now, or null. */
export function obstacleNow(hall: Readonly<Hall>, service: Service, now: number): Refusal | null {
  const queue = hall.plan?.queues.find(({ id }) => id === service.queueId);
  if (hall.plan === null || queue === undefined) return null;
  return obstacleToIssue(hall, hall.plan, service, queue, null, now)?.refusal ?? null;
}

/** A few words for a tile. */
export function obstacleOnTile(obstacle: Refusal, plan: Plan, language: Language): string {
  const words = kioskTexts[language];
  switch (obstacle.code) {
    case 'outOfHours': return obstacle.facts.opensAt === null ? words.tileOver : words.tileOpens(timeText(obstacle.facts.opensAt, language, plan.timeZone));
    case 'quotaReached': return words.tileFull;
    default: return words.tileStopped;
  }
}

export interface ObstacleWords {
  readonly icon: 'clock' | 'people' | 'notice';
  readonly title: string;
  readonly words: readonly string[];
}

/** Title and sentences for a page; null for a refusal of another kind. */
export function obstacleWords(obstacle: Refusal, plan: Plan | null, language: Language): ObstacleWords | null {
  const words = kioskTexts[language];
  switch (obstacle.code) {
    case 'outOfHours': {
      const { opensAt } = obstacle.facts;
      const when = opensAt === null || plan === null ? words.overToday : words.opensToday(timeText(opensAt, language, plan.timeZone));
      return { icon: 'clock', title: words.outOfHoursTitle, words: [when] };
    }
    case 'quotaReached': return { icon: 'people', title: words.quotaTitle, words: [refusalText(obstacle, language), words.quotaDesk] };
    case 'issuingStopped': {
      const reason = plan?.stopReasons.find(({ id }) => id === obstacle.facts.reasonId)?.name[language];
      return { icon: 'notice', title: words.stoppedTitle, words: [...(reason === undefined ? [] : [words.stoppedBecause(reason)]), words.followStaff, words.keepTickets] };
    }
    default: return null;
  }
}
