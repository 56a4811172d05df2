// What follows when a visitor touches, the server answers or time passes: a pure state machine.
// It gives at most one order per press (N6) and never shows a number the server has not given.
import { freshProof, isComplete, proofBy, withDigit, withoutLast } from './checkInFlow.ts';
import type { AlsoTouch, Choice, Chosen, KioskEvent, KioskState, Known, Page, Touch, TypingTouch, Wish } from './kioskPages.ts';
import { isSettling, lateMs, leftMs } from './kioskTimes.ts';

/** Besides the first: five services on one ticket (T4). */
export const mostAlso = 4;

export interface Step {
  readonly state: KioskState;
  /** What is to be ordered now, under the name `state.orders`. */
  readonly order: Wish | null;
}

export function step(state: KioskState, event: KioskEvent, known: Known): Step {
  switch (event.kind) {
    case 'touched': return touched({ ...state, touchedAt: event.at, touched: true }, event.touch, event.at, known);
    case 'answered': return only(answered(state, event, known));
    case 'ticked': return only(ticked(state, event.at, known));
  }
}

const only = (state: KioskState): Step => ({ state, order: null });
const show = (state: KioskState, page: Page, at: number): KioskState => ({ ...state, page, shownAt: at });
/** The same page with something changed on it: taps go on at once. */
const change = (state: KioskState, page: Page): Step => only({ ...state, page });
const endVisit = (state: KioskState, at: number): KioskState =>
  ({ ...show(state, { kind: 'home' }, at), visit: state.visit + 1, touched: false, elder: false });

function touched(state: KioskState, touch: Touch, at: number, known: Known): Step {
  const { page } = state;
  if (touch.on === 'screen' || isSettling(state, at)) return only(state);
  switch (touch.on) {
    case 'elder': return only({ ...state, elder: !state.elder });
    case 'forgetLate': return only({ ...state, late: null });
    case 'department':
      if (page.kind !== 'home') return only(state);
      return only(show(state, known.hasDepartment(touch.departmentId) ? { kind: 'department', departmentId: touch.departmentId } : { kind: 'vanished' }, at));
    case 'service':
      if (page.kind !== 'home' && page.kind !== 'department') return only(state);
      return only(show(state, servicePage({ serviceId: touch.serviceId, also: [], from: page.kind === 'department' ? page.departmentId : null }, known), at));
    case 'take': return page.kind === 'service' ? order(state, { ...chosenOf(page), what: 'ticket' }, at, known) : only(state);
    case 'also': case 'alsoDepartment': case 'alsoService': case 'alsoDone': return choosingMore(state, touch, at, known);
    case 'checkIn': return only(page.kind === 'home' ? show(state, { kind: 'checkIn', proof: freshProof }, at) : state);
    case 'proofBy': case 'digit': case 'erase': case 'clear': return typing(state, touch);
    case 'sendProof': return page.kind === 'checkIn' && isComplete(page.proof) ? order(state, { what: 'checkIn', proof: page.proof, appointmentId: null }, at, known) : only(state);
    case 'appointment':
      return page.kind === 'appointments' ? order(state, { what: 'checkIn', proof: page.proof, appointmentId: touch.appointmentId }, at, known) : only(state);
    case 'reprint': return page.kind === 'refused' ? order(state, { what: 'reprint', ticketId: touch.ticketId }, at, known) : only(state);
    case 'leave': return only(page.kind === 'taking' ? show(state, { kind: 'left', order: page.order }, at) : state);
    case 'back': return only(back(state, at, known));
    case 'home':
      if (page.kind === 'done' || page.kind === 'left') return only(endVisit(state, at));
      return only(page.kind === 'taking' || page.kind === 'home' ? state : show(state, { kind: 'home' }, at));
  }
}

const chosenOf = ({ serviceId, also, from }: Chosen): Chosen => ({ serviceId, also, from });
const servicePage = (chosen: Chosen, known: Known): Page => (known.hasService(chosen.serviceId) ? { kind: 'service', ...chosenOf(chosen) } : { kind: 'vanished' });

function choosingMore(state: KioskState, touch: AlsoTouch, at: number, known: Known): Step {
  const { page } = state;
  // On the service's own page one of the list can be taken out.
  if (page.kind === 'service') {
    if (touch.on === 'also') return only(show(state, { ...chosenOf(page), kind: 'also', shown: page.from ?? known.departmentOf(page.serviceId) }, at));
    return touch.on === 'alsoService' ? change(state, { ...page, also: page.also.filter((id) => id !== touch.serviceId) }) : only(state);
  }
  if (page.kind !== 'also') return only(state);
  switch (touch.on) {
    case 'also': return only(state);
    case 'alsoDone': return only(show(state, servicePage(page, known), at));
    case 'alsoDepartment': return change(state, { ...page, shown: touch.departmentId });
    case 'alsoService': {
      const { serviceId } = touch;
      if (page.also.includes(serviceId)) return change(state, { ...page, also: page.also.filter((id) => id !== serviceId) });
      return serviceId === page.serviceId || page.also.length >= mostAlso || !known.hasService(serviceId) ? only(state) : change(state, { ...page, also: [...page.also, serviceId] });
    }
  }
}

function typing(state: KioskState, touch: TypingTouch): Step {
  const { page } = state;
  if (page.kind !== 'checkIn') return only(state);
  const { proof } = page;
  switch (touch.on) {
    case 'proofBy': return change(state, { ...page, proof: proofBy(proof, touch.by) });
    case 'digit': return change(state, { ...page, proof: withDigit(proof, touch.digit) });
    case 'erase': return change(state, { ...page, proof: withoutLast(proof) });
    case 'clear': return change(state, { ...page, proof: { ...proof, typed: '' } });
  }
}

/** Only a page with an order button orders; every further tap finds the waiting page and is no order (N6). */
function order(state: KioskState, wish: Wish, at: number, known: Known): Step {
  // Out of touch the button is off: an order that waits for a server which may be long away helps nobody.
  if (!known.live) return only(state);
  if (wish.what === 'ticket' && ![wish.serviceId, ...wish.also].every(known.hasService)) return only(show(state, { kind: 'vanished' }, at));
  const nth = state.orders + 1;
  return { state: { ...show(state, { kind: 'taking', wish, order: nth }, at), orders: nth }, order: wish };
}

function back(state: KioskState, at: number, known: Known): KioskState {
  const { page } = state;
  switch (page.kind) {
    case 'refused': return show(state, page.wish.what === 'ticket' ? servicePage(page.wish, known) : page.wish.what === 'checkIn' ? { kind: 'checkIn', proof: page.wish.proof } : { kind: 'home' }, at);
    case 'service':
      return show(state, page.from !== null && known.hasDepartment(page.from) ? { kind: 'department', departmentId: page.from } : { kind: 'home' }, at);
    case 'also': return show(state, servicePage(page, known), at);
    case 'appointments': return show(state, { kind: 'checkIn', proof: page.proof }, at);
    case 'department': case 'vanished': case 'checkIn': return show(state, { kind: 'home' }, at);
    case 'home': case 'taking': case 'done': case 'left': return state;
  }
}

function answered(state: KioskState, { at, order, answer }: Extract<KioskEvent, { kind: 'answered' }>, known: Known): KioskState {
  const { page } = state;
  const waitedFor = (page.kind === 'taking' || page.kind === 'left') && page.order === order;
  if ('ticket' in answer) return waitedFor ? show(state, { kind: 'done', ticket: answer.ticket }, at) : { ...state, late: { ticket: answer.ticket, at } };
  // Whoever has left was already told to ask at the desk.
  if (!waitedFor || page.kind === 'left') return state;
  const { wish } = page;
  const { refusal } = answer;
  if (refusal.code === 'severalAppointments' && wish.what === 'checkIn') {
    return show(state, { kind: 'appointments', proof: wish.proof, choices: refusal.facts.choices as unknown as readonly Choice[] }, at);
  }
  const gone = wish.what === 'ticket' && (refusal.code === 'noSuchService' || !known.hasService(wish.serviceId));
  return show(state, gone ? { kind: 'vanished' } : { kind: 'refused', wish, refusal }, at);
}

function ticked(before: KioskState, at: number, known: Known): KioskState {
  const state = before.late !== null && at - before.late.at >= lateMs ? { ...before, late: null } : before;
  const { page } = state;
  const gone = ((page.kind === 'service' || page.kind === 'also') && ![page.serviceId, ...page.also].every(known.hasService))
    || (page.kind === 'department' && !known.hasDepartment(page.departmentId));
  if (gone) return show(state, { kind: 'vanished' }, at);
  if (leftMs(state, at) > 0) return state;
  if (page.kind === 'taking') return show(state, { kind: 'left', order: page.order }, at);
  return page.kind === 'home' && !state.touched ? state : endVisit(state, at);
}
