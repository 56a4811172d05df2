// What follows when a visitor touches, the server answers or time passes: a pure state machine.
// It gives at most one order per press of 取号 (N6) and never shows a number the server has not given.
import type { ServiceId } from '@hall/core/domain/ids';
import type { KioskEvent, KioskState, Known, Page, Touch } from './kioskPages.ts';
import { isSettling, lateMs, leftMs } from './kioskTimes.ts';

export interface Step {
  readonly state: KioskState;
  /** A ticket to be ordered now, under the name `state.orders`. */
  readonly order: ServiceId | null;
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
      return only(show(state, servicePage(touch.serviceId, page.kind === 'department' ? page.departmentId : null, known), at));
    case 'take': return take(state, at, known);
    case 'leave': return only(page.kind === 'taking' ? show(state, { kind: 'left', order: page.order }, at) : state);
    case 'back': return only(back(state, at, known));
    case 'home':
      if (page.kind === 'done' || page.kind === 'left') return only(endVisit(state, at));
      return only(page.kind === 'taking' || page.kind === 'home' ? state : show(state, { kind: 'home' }, at));
  }
}

const servicePage = (serviceId: ServiceId, from: Extract<Page, { kind: 'service' }>['from'], known: Known): Page =>
  (known.hasService(serviceId) ? { kind: 'service', serviceId, from } : { kind: 'vanished' });

/** Only the service page orders; every further tap finds the waiting page and is no order (N6). */
function take(state: KioskState, at: number, known: Known): Step {
  const { page } = state;
  // Out of touch the button is off: an order that waits for a server which may be long away helps nobody.
  if (page.kind !== 'service' || !known.live) return only(state);
  const { serviceId, from } = page;
  if (!known.hasService(serviceId)) return only(show(state, { kind: 'vanished' }, at));
  const order = state.orders + 1;
  return { state: { ...show(state, { kind: 'taking', serviceId, from, order }, at), orders: order }, order: serviceId };
}

function back(state: KioskState, at: number, known: Known): KioskState {
  const { page } = state;
  switch (page.kind) {
    case 'refused': return show(state, servicePage(page.serviceId, page.from, known), at);
    case 'service':
      return show(state, page.from !== null && known.hasDepartment(page.from) ? { kind: 'department', departmentId: page.from } : { kind: 'home' }, at);
    case 'department': case 'vanished': return show(state, { kind: 'home' }, at);
    case 'home': case 'taking': case 'done': case 'left': return state;
  }
}

function answered(state: KioskState, { at, order, answer }: Extract<KioskEvent, { kind: 'answered' }>, known: Known): KioskState {
  const { page } = state;
  const waitedFor = (page.kind === 'taking' || page.kind === 'left') && page.order === order;
  if ('ticket' in answer) return waitedFor ? show(state, { kind: 'done', ticket: answer.ticket }, at) : { ...state, late: { ticket: answer.ticket, at } };
  // Whoever has left was already told to ask at the desk.
  if (!waitedFor || page.kind === 'left') return state;
  const { serviceId, from } = page;
  const gone = answer.refusal.code === 'noSuchService' || !known.hasService(serviceId);
  return show(state, gone ? { kind: 'vanished' } : { kind: 'refused', serviceId, from, refusal: answer.refusal }, at);
}

function ticked(before: KioskState, at: number, known: Known): KioskState {
  const state = before.late !== null && at - before.late.at >= lateMs ? { ...before, late: null } : before;
  const { page } = state;
  const gone = (page.kind === 'service' && !known.hasService(page.serviceId)) || (page.kind === 'department' && !known.hasDepartment(page.departmentId));
  if (gone) return show(state, { kind: 'vanished' }, at);
  if (leftMs(state, at) > 0) return state;
  if (page.kind === 'taking') return show(state, { kind: 'left', order: page.order }, at);
  return page.kind === 'home' && !state.touched ? state : endVisit(state, at);
}
