// What fingers and keyboards type on the pages that ask for something: a phone number or code, letters of a service's
// name, the number of a ticket. Pure; what was typed lies in the page and goes with it (V4).
import { isComplete, proofBy, withDigit, withoutLast } from './checkInFlow.ts';
import type { KioskState, Known, Page, TypingTouch } from './kioskPages.ts';

/** Longer than any name's initials. */
const mostLetters = 16;
/** A prefix of up to three letters and up to six digits. */
const numberBegins = /^[A-Z]{0,3}$|^[A-Z]{1,3}[0-9]{1,6}$/;

/** The page after a key; the same page where the key means nothing. */
export function typed(page: Page, touch: TypingTouch): Page {
  switch (page.kind) {
    case 'checkIn': return { ...page, proof: proofAfter(page.proof, touch) };
    case 'search': return { ...page, typed: lettersAfter(page.typed, touch) };
    case 'find': return { ...page, typed: numberAfter(page.typed, touch), missing: null };
    default: return page;
  }
}

type Proof = Extract<Page, { kind: 'checkIn' }>['proof'];
function proofAfter(proof: Proof, touch: TypingTouch): Proof {
  switch (touch.on) {
    case 'proofBy': return proofBy(proof, touch.by);
    case 'digit': return withDigit(proof, touch.digit);
    case 'erase': return withoutLast(proof);
    case 'clear': return { ...proof, typed: '' };
  }
}

function lettersAfter(text: string, touch: TypingTouch): string {
  if (touch.on === 'digit') return /^[A-Z]$/.test(touch.digit) && text.length < mostLetters ? text + touch.digit : text;
  return touch.on === 'clear' ? '' : touch.on === 'erase' ? text.slice(0, -1) : text;
}

function numberAfter(text: string, touch: TypingTouch): string {
  if (touch.on === 'digit') return numberBegins.test(text + touch.digit) ? text + touch.digit : text;
  return touch.on === 'clear' ? '' : touch.on === 'erase' ? text.slice(0, -1) : text;
}

/** Whether it is worth looking for. */
export const isNumber = (text: string): boolean => /^[A-Z]{1,3}[0-9]{1,6}$/.test(text);

/** The ticket typed on the page, or the page that says it is not there. */
export function found(page: Extract<Page, { kind: 'find' }>, known: Known): Page {
  if (!isNumber(page.typed)) return page;
  const ticketId = known.ticketOf(page.typed);
  return ticketId === null ? { kind: 'find', typed: '', missing: page.typed } : { kind: 'ticket', ticketId };
}

/** Whether the page takes an order when its last key is pressed. */
export const mayBeSent = (state: KioskState): boolean => state.page.kind === 'checkIn' && isComplete(state.page.proof);
