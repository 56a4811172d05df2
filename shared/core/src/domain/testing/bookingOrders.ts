// Orders of the rules' tests about appointments and about the plan, written as in orders.ts. Visitors are 32 times one letter.
import type { Hall } from '../hall.ts';
import type { Plan } from '../plan.ts';
import { order, type Order } from './orders.ts';

export const zhang = 'a'.repeat(32);
export const li = 'b'.repeat(32);

export interface Booked {
  readonly serviceId?: string;
  readonly visitorId?: string | null;
  readonly code?: string;
  readonly externalId?: string | null;
  readonly override?: string | null;
}
/** A slot at the desk; for nobody in particular and with a code of its own unless told. */
export const book = (date: string, from: string, { serviceId = 'SA', visitorId = null, code, externalId = null, override = null }: Booked = {}): Order =>
  order('bookAppointment', (hall: Readonly<Hall>) => ({ serviceId, date, from, visitorId, code: code ?? `code${hall.seq}`, externalId, override }), 'desk', 'D1');
/** The appointment booked as the nth of those the hall knows now. */
export const giveUp = (nth = 0): Order =>
  order('cancelAppointment', (hall: Readonly<Hall>) => ({ appointmentId: [...hall.staff.appointments.keys()][nth] ?? '9.9' }), 'desk', 'D1');

export interface Coming {
  readonly appointmentId?: string | null;
  readonly code?: string | null;
  readonly visitorId?: string | null;
  readonly classId?: string | null;
  readonly override?: string | null;
}
const coming = ({ appointmentId = null, code = null, visitorId = null, classId = null, override = null }: Coming): object =>
  ({ appointmentId, code, visitorId, priority: classId === null ? null : { classId, reason: 'age' }, override });
export const comeToKiosk = (how: Coming): Order => order('checkIn', coming(how), 'kiosk', 'K1');
export const comeToDesk = (how: Coming): Order => order('checkIn', coming(how), 'desk', 'D1');

export const excuse = (visitorId: string, reasonId = 'leader'): Order => order('excuseVisitor', { visitorId, reasonId });
/** By the manager, at once or from the next day on. */
export const change = (plan: Plan, from: 'now' | 'nextDay' = 'now'): Order => order('adoptPlan', { plan, from });
export const withdraw = order('withdrawPlan', {});
/** At the kiosk; a number that nobody has names a ticket that nobody knows. */
/** What became of the last printing, told by the hall itself. */
export const slipNoted = (number: string, paper = 'confirmed', nth?: number, by: 'system' | 'kiosk' = 'system', place = 'K1'): Order => order('noteSlip', (hall: Readonly<Hall>) => {
  const ticket = [...hall.tickets.values()].find((one) => one.number === number);
  return { ticketId: ticket?.id ?? '9.9', nth: nth ?? ticket?.reprints ?? 0, paper };
}, by, place);
export const reprint = (number: string): Order =>
  order('reprintSlip', (hall: Readonly<Hall>) => ({ ticketId: [...hall.tickets.values()].find((ticket) => ticket.number === number)?.id ?? '9.9' }), 'kiosk', 'K1');

/** The same order while the forecast says of everybody who comes now: so long, in the middle and at the latest. */
export const whileExpecting = (p50Ms: number, what: Order, p90Ms = p50Ms * 2): Order => ({ ...what, expected: () => ({ p50Ms, p90Ms }) });
