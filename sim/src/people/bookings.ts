// People with an appointment of the hall's own list (H3): the desk books them the evening before or in the morning, and they
// come in time, early, late, much too late or never, and check in by code, by telling who they are, or at the desk.
import { localTime } from '@hall/core/base/localTime';
import type { AppointmentId, BusinessDay, ServiceId, VisitorId } from '@hall/core/domain/ids';
import type { CommandData } from '@hall/core/domain/commands';
import type { Answer } from '@hall/core/protocol/messages';
import { somebody, visitorIdOf } from '../memoryVisitors.ts';
import { dateAfter } from './manager.ts';
import type { Stage } from './stage.ts';
import { knownPeople, once, type Door } from './visitors.ts';

/** How every code begins: no sign of it can stand in an id, so that it is found wherever it must not be. */
export const codeStart = 'QKZ';

interface Booked {
  readonly order: CommandData<'bookAppointment'>;
  /** Which of the known people; null: known by the code alone. */
  readonly person: number | null;
  appointmentId: AppointmentId | null;
  fromAt: number;
  toAt: number;
}

export function letBookedPeopleCome(stage: Stage, { kiosks, desk, ids, printer }: Door, count: number, lengthMs: number): void {
  const { clock, random, plan } = stage;
  const today = localTime(clock.now() + 60_000, plan.timeZone).date as BusinessDay;
  const services = plan.services.filter(({ bookingId }) => bookingId !== null);
  const { earlyMs, lateMs } = plan.appointments;
  const reason = (): CommandData<'checkIn'>['override'] => random.pick(plan.grantReasons).id;

  function oneOf(nth: number, date: BusinessDay): Booked {
    const service = random.pick(services);
    const slots = plan.bookings.find(({ id }) => id === service.bookingId)?.slots ?? [];
    const person = random.chance(0.45) ? random.below(knownPeople) : null;
    const mistake = random.chance(stage.mischief) ? random.pick(['slot', 'service', 'code'] as const) : null;
    const order = {
      serviceId: mistake === 'service' ? random.pick(plan.services).id : service.id, date, from: mistake === 'slot' ? '03:00' : random.pick(slots).from, visitorId: person === null ? null : visitorIdOf(somebody(person)),
      code: `${codeStart}${mistake === 'code' ? 0 : nth}`, externalId: random.chance(0.5) ? `ext-${nth}` : null, override: null,
    };
    return { order, person, appointmentId: null, fromAt: 0, toAt: 0 };
  }

  function book(one: Booked, override: Booked['order']['override'] = null): void {
    desk.order('bookAppointment', { ...one.order, override }, (answer) => {
      const booked = answer.ok ? answer.events[0] : undefined;
      if (!answer.ok && answer.refusal.code === 'slotFull' && override === null && random.chance(0.3)) return book(one, reason());
      if (booked?.type !== 'appointmentBooked' || booked.staff === undefined) return;
      const isFirst = one.appointmentId === null;
      const { appointmentId, fromAt, toAt } = booked.staff.facts;
      Object.assign(one, { appointmentId, fromAt, toAt });
      if (isFirst && one.order.date === today) decideWhen(one);
      else if (isFirst && random.chance(0.3)) clock.after(random.below(lengthMs), () => come(one));
    });
  }

  function decideWhen(one: Booked): void {
    const luck = random.next();
    const at = (moment: number): void => { clock.after(moment - clock.now(), () => come(one)); };
    if (luck < 0.15) return;
    if (luck < 0.22) clock.after(random.below(Math.max(1, one.fromAt - clock.now())), () => giveUp(one));
    else if (luck < 0.37) at(one.fromAt - earlyMs - random.below(earlyMs));
    else if (luck < 0.75) at(one.fromAt - earlyMs + random.below(one.toAt - one.fromAt + earlyMs));
    else if (luck < 0.9) at(one.toAt + random.below(lateMs));
    else at(one.toAt + lateMs + random.below(lateMs));
  }

  function giveUp({ appointmentId, ...one }: Booked): void {
    if (appointmentId !== null) desk.order('cancelAppointment', { appointmentId });
    if (random.chance(0.3)) clock.after(random.below(lengthMs / 10), () => come({ appointmentId, ...one }));
  }

  function come(one: Booked): void {
    const { order: { code, visitorId, serviceId }, person, appointmentId } = one;
    const plain = { appointmentId: null, code: null, visitorId: null, priority: null, override: null };
    const luck = random.next();
    const id = ids();
    const then = once((answer) => heed(one, answer));
    const kiosk = random.pick(kiosks);
    const byCode = { ...plain, code: random.chance(0.3) ? code.toLowerCase() : code };
    if (luck < 0.15 && person !== null) kiosk.order('checkIn', plain, then, id, somebody(person));
    else if (luck < 0.25 && person !== null) kiosk.order('issueTicket', { serviceId, alsoServiceIds: alsoFor(serviceId), priority: null, slotAt: null, override: null, visitorId: null }, then, id, somebody(person));
    else if (random.chance(0.05)) kiosk.order('checkIn', { ...plain, code: `${code}X` }, then, id);
    else if (luck < 0.5) atTheDesk(one, appointmentId, visitorId, then);
    else {
      kiosk.order('checkIn', byCode, then, id);
      // The same button once more, or somebody else who has seen the code.
      if (random.chance(0.2)) clock.after(random.below(800), () => kiosk.order('checkIn', byCode, then, random.chance(0.5) ? id : ids()));
    }
  }

  /** Booked is one service; some come for another one as well. */
  function alsoFor(serviceId: ServiceId): ServiceId[] {
    const { id } = random.pick(plan.services);
    return id !== serviceId && random.chance(0.6) ? [id] : [];
  }

  function atTheDesk(one: Booked, appointmentId: AppointmentId | null, visitorId: VisitorId | null, then: (answer: Answer) => void): void {
    const priority = random.chance(0.15) && plan.classes.length > 0 ? { classId: random.pick(plan.classes).id, reason: random.pick(plan.grantReasons).id } : null;
    const isBefore = clock.now() < one.fromAt - earlyMs;
    desk.order('checkIn', { appointmentId, code: null, visitorId: random.chance(0.5) ? visitorId : null, priority, override: isBefore && random.chance(0.5) ? reason() : null }, then);
  }

  function heed(one: Booked, answer: Answer): void {
    printer.print(answer);
    if (answer.ok) {
      // Comes to the kiosk again although the slip is in the hand.
      if (random.chance(0.1)) clock.after(random.below(20_000), () => come(one));
      return;
    }
    const { code, facts } = answer.refusal;
    if (code === 'appointmentTooEarly') clock.after(facts.opensAt - clock.now() + random.below(earlyMs), () => come(one));
    else if (code === 'severalAppointments') atTheDesk(one, random.pick(facts.choices).appointmentId as AppointmentId, null, printer.print);
    else if (code === 'noSuchAppointment' && random.chance(0.5)) atTheDesk(one, one.appointmentId, null, printer.print);
  }

  if (services.length === 0) return;
  const people = Array.from({ length: count }, (_, nth) => oneOf(nth, random.chance(0.1) ? dateAfter(today) : today));
  for (const one of people) clock.after(random.chance(0.6) ? 1_000 + random.below(4_000) : random.below(lengthMs * 0.4), () => book(one));
  // The booking system sends its list again: what is known is refused, what a restore has lost is booked once more.
  clock.after(lengthMs * (0.3 + random.next() * 0.4), () => { for (const one of people) if (one.order.externalId !== null) book(one); });
  // In the evening, when it is known who did not come, some book for tomorrow (H4).
  clock.after(lengthMs * 1.4, () => { for (let nth = 0; nth < count / 3; nth += 1) book(oneOf(count + nth, dateAfter(today))); });
}
