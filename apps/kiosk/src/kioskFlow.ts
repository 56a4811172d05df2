// What follows when a visitor touches, the server answers or time passes: a pure state machine.
// It gives at most one order per press (N6) and never shows a number the server has not given.
import type { ServiceId } from '@hall/core/domain/ids';
import { freshVisit, type AlsoTouch, type Choice, type KioskEvent, type KioskState, type Known, type Page, type Touch, type Wish } from './kioskPages.ts';
import { isSettling, lateMs, leftMs } from './kioskTimes.ts';
import { read } from './reading.ts';
import { found, mayBeSent, typed } from './typing.ts';
import { chosenOf, pageBefore, pageFromHome, servicePage } from './pageWays.ts';

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
    case 'read': return readCard({ ...state, touchedAt: event.at, touched: true }, event, known);
    case 'printed': return only(state.page.kind === 'done' && state.page.ticket.ticketId === event.ticketId ? { ...state, slip: event.slip, touchedAt: event.at } : state);
    case 'ticked': return only(ticked(state, event.at, known));
  }
}

const only = (state: KioskState): Step => ({ state, order: null });
const show = (state: KioskState, page: Page, at: number): KioskState => ({ ...state, page, shownAt: at });
/** The same page with something changed on it: taps go on at once. */
const change = (state: KioskState, page: Page): Step => only({ ...state, page });
const endVisit = (state: KioskState, at: number): KioskState =>
  ({ ...show(state, { kind: 'home' }, at), visit: state.visit + 1, touched: false, ...freshVisit });

function touched(state: KioskState, touch: Touch, at: number, known: Known): Step {
  const { page } = state;
  if (touch.on === 'screen' || isSettling(state, at)) return only(state);
  switch (touch.on) {
    case 'elder': case 'low': case 'voice': return only({ ...state, [touch.on]: !state[touch.on] });
    case 'forgetCard': return only({ ...state, card: null });
    case 'departments': case 'find': case 'search': case 'checkIn': return only(page.kind === 'home' ? show(state, pageFromHome(touch), at) : state);
    case 'guide': return only(guide(state, touch.serviceId, at, known));
    case 'findNumber': return only(page.kind === 'find' ? show(state, found(page, known), at) : state);
    case 'withoutPaper': return page.kind === 'paper' ? order({ ...state, paperless: true }, page.wish, at, known) : only(state);
    case 'forgetLate': return only({ ...state, late: null });
    case 'department':
      if (page.kind !== 'home' && page.kind !== 'departments') return only(state);
      return only(show(state, known.hasDepartment(touch.departmentId) ? { kind: 'department', departmentId: touch.departmentId } : { kind: 'vanished' }, at));
    case 'service':
      if (page.kind === 'guide') return only(show(state, servicePage({ serviceId: touch.serviceId, also: [], from: null }, known), at));
      if (page.kind !== 'home' && page.kind !== 'department' && page.kind !== 'search') return only(state);
      return only(show(state, servicePage({ serviceId: touch.serviceId, also: [], from: page.kind === 'department' ? page.departmentId : null }, known), at));
    case 'take': return page.kind === 'service' ? order(state, { ...chosenOf(page), what: 'ticket' }, at, known) : only(state);
    case 'also': case 'alsoDepartment': case 'alsoService': case 'alsoDone': return choosingMore(state, touch, at, known);
    case 'proofBy': case 'digit': case 'erase': case 'clear': return change(state, typed(page, touch));
    case 'sendProof': return page.kind === 'checkIn' && mayBeSent(state) ? order(state, { what: 'checkIn', proof: page.proof, appointmentId: null }, at, known) : only(state);
    case 'appointment':
      return page.kind === 'appointments' ? order(state, { what: 'checkIn', proof: page.proof, appointmentId: touch.appointmentId }, at, known) : only(state);
    case 'reprint': return page.kind === 'refused' || page.kind === 'ticket' ? order(state, { what: 'reprint', ticketId: touch.ticketId }, at, known) : only(state);
    case 'leave': return only(page.kind === 'taking' ? show(state, { kind: 'left', order: page.order }, at) : state);
    case 'back': {
      const before = pageBefore(page, known);
      return only(before === page ? state : show(state, before, at));
    }
    case 'home':
      if (page.kind === 'done' || page.kind === 'left') return only(endVisit(state, at));
      return only(page.kind === 'taking' || page.kind === 'home' ? state : show(state, { kind: 'home' }, at));
  }
}

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

function guide(state: KioskState, serviceId: ServiceId, at: number, known: Known): KioskState {
  const { page } = state;
  if (page.kind !== 'service' && page.kind !== 'search') return state;
  return show(state, known.hasService(serviceId) ? { kind: 'guide', serviceId, back: page } : { kind: 'vanished' }, at);
}

function readCard(before: KioskState, { at, reading }: Extract<KioskEvent, { kind: 'read' }>, known: Known): Step {
  const { state, wish, page } = read(before, reading, known);
  return wish === null ? only(page === null ? state : show(state, page, at)) : order(state, wish, at, known);
}

/** Only a page with an order button orders; every further tap finds the waiting page and is no order (N6). */
function order(state: KioskState, wish: Wish, at: number, known: Known): Step {
  // Out of touch the button is off, unless a lent number can be given: an order that waits for a server which may be long away helps nobody.
  if (!known.live && !(wish.what === 'ticket' && known.givesAlone(wish.serviceId))) return only(state);
  if (wish.what === 'ticket' && ![wish.serviceId, ...wish.also].every(known.hasService)) return only(show(state, { kind: 'vanished' }, at));
  // Said before a number is taken, never after (S4).
  if (!state.paperless && (known.paper === 'out' || known.paper === 'unsure')) return only(show(state, { kind: 'paper', wish }, at));
  const nth = state.orders + 1;
  return { state: { ...show(state, { kind: 'taking', wish, order: nth }, at), orders: nth }, order: wish };
}

function answered(state: KioskState, { at, order, answer }: Extract<KioskEvent, { kind: 'answered' }>, known: Known): KioskState {
  const { page } = state;
  const waitedFor = (page.kind === 'taking' || page.kind === 'left') && page.order === order;
  if ('ticket' in answer) return waitedFor ? show({ ...state, slip: slipOf(state, known) }, { kind: 'done', ticket: answer.ticket }, at) : { ...state, late: { ticket: answer.ticket, at } };
  if ('alone' in answer) return waitedFor ? show(state, { kind: 'noNumber', why: answer.alone }, at) : state;
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

const slipOf = (state: KioskState, known: Known): KioskState['slip'] => (known.paper === 'none' ? 'preview' : state.paperless ? 'screen' : 'printing');

function ticked(before: KioskState, at: number, known: Known): KioskState {
  const state = before.late !== null && at - before.late.at >= lateMs ? { ...before, late: null } : before;
  const { page } = state;
  const gone = ((page.kind === 'service' || page.kind === 'also') && ![page.serviceId, ...page.also].every(known.hasService))
    || (page.kind === 'guide' && !known.hasService(page.serviceId))
    || (page.kind === 'department' && !known.hasDepartment(page.departmentId));
  if (gone) return show(state, { kind: 'vanished' }, at);
  // The day was closed: nothing of it stands any more.
  if (page.kind === 'ticket' && !known.hasTicket(page.ticketId)) return show(state, { kind: 'find', typed: '', missing: null }, at);
  if (leftMs(state, at) > 0) return state;
  if (page.kind === 'taking') return show(state, { kind: 'left', order: page.order }, at);
  return page.kind === 'home' && !state.touched ? state : endVisit(state, at);
}
