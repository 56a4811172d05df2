// From one page to the next without an order: what the first page offers, and the way back from each. Pure.
import { freshProof } from './checkInFlow.ts';
import type { Chosen, HomeTouch, Known, Page, Wish } from './kioskPages.ts';

export const chosenOf = ({ serviceId, also, from }: Chosen): Chosen => ({ serviceId, also, from });
export const servicePage = (chosen: Chosen, known: Known): Page => (known.hasService(chosen.serviceId) ? { kind: 'service', ...chosenOf(chosen) } : { kind: 'vanished' });

export function pageFromHome(touch: HomeTouch): Page {
  switch (touch.on) {
    case 'departments': return { kind: 'departments' };
    case 'find': return { kind: 'find', typed: '', missing: null };
    case 'search': return { kind: 'search', wanted: touch.wanted, typed: '' };
    case 'checkIn': return { kind: 'checkIn', proof: freshProof };
  }
}

/** Where "back" leads; the same page where there is no way back. */
export function pageBefore(page: Page, known: Known): Page {
  switch (page.kind) {
    case 'refused': case 'paper': return beforeOrder(page.wish, known);
    case 'service':
      return page.from !== null && known.hasDepartment(page.from) ? { kind: 'department', departmentId: page.from } : { kind: 'home' };
    case 'also': return servicePage(page, known);
    case 'appointments': return { kind: 'checkIn', proof: page.proof };
    case 'guide': return page.back.kind === 'service' ? servicePage(page.back, known) : page.back;
    case 'unread': return page.back;
    case 'ticket': return { kind: 'find', typed: '', missing: null };
    case 'department': case 'departments': case 'vanished': case 'noNumber': case 'checkIn': case 'search': case 'find': return { kind: 'home' };
    case 'home': case 'taking': case 'done': case 'left': return page;
  }
}

function beforeOrder(wish: Wish, known: Known): Page {
  if (wish.what === 'ticket') return servicePage(wish, known);
  return wish.what === 'checkIn' && wish.proof.by !== 'card' ? { kind: 'checkIn', proof: wish.proof } : { kind: 'home' };
}
