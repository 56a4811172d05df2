// Checking in that did not lead to a number, as a visitor reads it: too early, another day, not found, there already (H3, T6).
import { momentAt } from '@hall/core/base/localTime';
import type { TicketId } from '@hall/core/domain/ids';
import { maskedPhone } from '@hall/core/domain/masked';
import type { Plan } from '@hall/core/domain/plan';
import type { Refusal } from '@hall/core/domain/refusals';
import { kioskCheckInTexts } from '@hall/core/text/kioskCheckInText';
import { kioskPaperTexts } from '@hall/core/text/kioskPaperText';
import { kioskTexts } from '@hall/core/text/kioskText';
import type { Language } from '@hall/core/text/language';
import { dateText, timeText, weekdayText } from '@hall/client/ui/hallClock';
import type { CalmAction, CalmFacts } from './calmParts.ts';
import { groupsOf } from './checkInFlow.ts';
import type { Proof, Wish } from './kioskPages.ts';

export interface CheckInWords {
  readonly icon: 'calendar' | 'clock' | 'people' | 'notice' | 'ticket';
  readonly title: string;
  readonly fact: string | null;
  readonly words: readonly string[];
  /** Besides going home. */
  readonly actions: readonly CalmAction[];
}

/** Null for a refusal that says nothing of appointments or of a ticket the visitor has already. */
export function checkInWords(refusal: Refusal, wish: Wish, { plan, isLive }: CalmFacts, language: Language): CheckInWords | null {
  const words = kioskCheckInTexts[language];
  const time = (at: number): string => (plan === null ? '' : timeText(at, language, plan.timeZone));
  switch (refusal.code) {
    case 'noSuchAppointment':
      // The card stays for this visit: there is nothing to be typed again.
      if (wish.what === 'checkIn' && wish.proof.by === 'card') return { icon: 'calendar', title: words.notFoundTitle, fact: null, words: [kioskPaperTexts[language].noBookingByCard], actions: [{ text: kioskTexts[language].chooseService, touch: { on: 'home' } }] };
      return {
        icon: 'notice', title: words.notFoundTitle, fact: null, actions: [{ text: words.enterAgain, touch: { on: 'back' } }],
        words: [...(wish.what === 'checkIn' ? [typedBack(wish.proof, language)] : []), words.notFoundHint],
      };
    case 'appointmentTooEarly':
      return { icon: 'clock', title: words.tooEarlyTitle, fact: words.tooEarlyFrom(time(refusal.facts.opensAt)), words: [words.tooEarlyWhy(time(refusal.facts.fromAt)), words.tooEarlyHint], actions: [] };
    case 'appointmentOtherDay':
      return { icon: 'clock', title: words.otherDayTitle, fact: dayText(refusal.facts.date, plan, language), words: [words.otherDayHint], actions: [] };
    case 'appointmentOver':
      return { icon: 'notice', title: refusal.facts.state === 'cancelled' ? words.cancelledTitle : words.overTitle, fact: null, words: [words.overHint], actions: [] };
    case 'alreadyCheckedIn': case 'ticketAlreadyLive': {
      const { ticketId, number } = refusal.facts;
      const title = refusal.code === 'alreadyCheckedIn' ? words.alreadyTitle : words.liveTitle;
      if (!isLive(ticketId)) return { icon: 'ticket', title, fact: null, words: [words.alreadyOver], actions: [] };
      return { icon: 'ticket', title, fact: number, words: [words.alreadyNumber, words.alreadyHint], actions: [{ text: words.reprint, touch: { on: 'reprint', ticketId: ticketId as TicketId } }] };
    }
    default: return null;
  }
}

/** What was typed, so that a slip of the finger is seen; a phone number masked, as on every page but its own (V2). */
function typedBack(proof: Proof, language: Language): string {
  const { notFoundTyped } = kioskCheckInTexts[language];
  if (proof.by === 'card') return notFoundTyped.card;
  return proof.by === 'phone' ? notFoundTyped.phone(maskedPhone(proof.typed)) : notFoundTyped.code(groupsOf(proof).join(' '));
}

function dayText(date: string, plan: Plan | null, language: Language): string {
  if (plan === null) return date;
  const noon = momentAt(date, '12:00', plan.timeZone);
  return kioskCheckInTexts[language].day(dateText(noon, language, plan.timeZone), weekdayText(noon, language, plan.timeZone));
}
