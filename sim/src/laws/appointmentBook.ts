// Every promised slot and what became of it, kept from committed events alone (H3, H4): none is lost, none is promised
// twice, each leads to one ticket at most, and who did not come is told so when the day closes.
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { Plan } from '@hall/core/domain/plan';
import type { Broken } from './faultBook.ts';

export interface AppointmentBook {
  read(event: HallEvent): void;
  /** Promises that a hall which stands where this book stands does not know, or knows otherwise. */
  faultsOf(hall: Readonly<Hall>): string[];
}

interface Promised {
  readonly serviceId: string;
  readonly date: string;
  readonly from: string;
  readonly fromAt: number;
  readonly toAt: number;
  visitorId: string | null;
  readonly code: string;
  readonly externalId: string | null;
  state: 'booked' | 'checkedIn' | 'cancelled' | 'missed';
  ticketId: string | null;
}

const dayMs = 86_400_000;
const daysAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

export function createAppointmentBook(broken: Broken, plan: () => Plan): AppointmentBook {
  const promised = new Map<string, Promised>();
  const noShows = new Map<string, string[]>();
  const blocks = new Map<string, string>();
  /** Visitor and service of every ticket of the day. */
  const cameFor = new Set<string>();

  function book(event: HallEvent<'appointmentBooked'>): void {
    if (event.staff === undefined) return;
    const { appointmentId, override, ...facts } = event.staff.facts;
    const { serviceId, date, from, visitorId, code, externalId } = facts;
    const others = [...promised.values()];
    const inSlot = others.filter((one) => one.serviceId === serviceId && one.date === date && one.from === from && one.state !== 'cancelled').length;
    const most = plan().bookings.find(({ id }) => id === plan().services.find((one) => one.id === serviceId)?.bookingId)?.slots.find((slot) => slot.from === from)?.most ?? 0;
    if (promised.has(appointmentId)) broken('H3', event, `uses ${appointmentId} again`);
    if (override === null && inSlot >= most) broken('H3', event, `is number ${inSlot + 1} of ${most} in slot ${from}`);
    if (others.some((one) => one.date === date && one.code === code)) broken('H3', event, `gives code ${code} again`);
    if (externalId !== null && others.some((one) => one.externalId === externalId)) broken('H3', event, `books ${externalId} a second time`);
    if (visitorId !== null && others.some((one) => one.visitorId === visitorId && one.serviceId === serviceId && one.date === date && one.state === 'booked')) broken('T6', event, 'is a second one of a visitor');
    const until = visitorId === null ? undefined : blocks.get(visitorId);
    if (until !== undefined && event.day !== null && event.day <= until) broken('H4', event, `is booked although blocked until ${until}`);
    promised.set(appointmentId, { ...facts, state: 'booked', ticketId: null });
  }

  /** The promise this is about, which must still be open. */
  function open(event: HallEvent, id: string): Promised | null {
    const one = promised.get(id);
    if (one?.state === 'booked') return one;
    broken('H3', event, `is about ${id}, which is ${one?.state ?? 'not there'}`);
    return null;
  }

  function issue(event: HallEvent<'ticketIssued'>): void {
    const { visitorId = null, appointmentId = null, override = null } = event.staff?.facts ?? {};
    const { earlyMs, lateMs } = plan().appointments;
    if (visitorId !== null) for (const id of [event.data.serviceId, ...event.data.alsoServiceIds]) cameFor.add(`${visitorId} ${id}`);
    if (appointmentId === null) {
      const waiting = [...promised.values()].find((one) => visitorId !== null && one.visitorId === visitorId && one.serviceId === event.data.serviceId && one.date === event.day && one.state === 'booked' && event.at >= one.fromAt - earlyMs);
      return waiting === undefined ? undefined : broken('H3', event, `is a ticket beside the appointment of ${waiting.from}`);
    }
    const one = open(event, appointmentId);
    if (one === null) return;
    const { rank, dueAt, serviceId, channel } = event.data;
    Object.assign(one, { state: 'checkedIn', ticketId: event.data.ticketId });
    if (one.date !== event.day || one.serviceId !== serviceId || channel !== 'appointment') broken('H3', event, `is for ${serviceId} by ${channel}, promised was ${one.serviceId} on ${one.date}`);
    if (override === null && event.at < one.fromAt - earlyMs) broken('H3', event, `is ${one.fromAt - event.at} ms before its slot`);
    if (dueAt !== (event.at < one.toAt ? one.fromAt : event.at)) broken('C4', event, `is due at ${dueAt}`);
    const inTime = event.at <= one.toAt + lateMs;
    if (rank !== 'green' && (rank === 'appointment') !== inTime) broken('C4', event, `has rank ${rank}, ${event.at - one.toAt} ms after its slot`);
  }

  function cancel(event: HallEvent<'appointmentCancelled'>): void {
    const one = open(event, event.staff?.facts.appointmentId ?? '');
    if (one !== null) one.state = 'cancelled';
  }

  function excuse(event: HallEvent<'visitorExcused'>): void {
    const { visitorId = '' } = event.staff?.facts ?? {};
    const knew = [blocks.delete(visitorId), noShows.delete(visitorId)];
    if (!knew.includes(true)) broken('H4', event, 'excuses who has done nothing');
  }

  /** Nothing is his any more: neither promises nor what was counted against him. */
  function forget({ staff }: HallEvent<'visitorErased'>): void {
    const { visitorId = '' } = staff?.facts ?? {};
    noShows.delete(visitorId);
    blocks.delete(visitorId);
    for (const one of promised.values()) if (one.visitorId === visitorId) one.visitorId = null;
    for (const visit of cameFor) if (visit.startsWith(`${visitorId} `)) cameFor.delete(visit);
  }

  function miss(event: HallEvent<'appointmentMissed'>): void {
    const { appointmentId = '', visitorId = null } = event.staff?.facts ?? {};
    const one = open(event, appointmentId);
    if (one === null) return;
    one.state = 'missed';
    const came = one.visitorId !== null && cameFor.has(`${one.visitorId} ${one.serviceId}`);
    if (one.toAt > event.at) broken('H3', event, `is ${one.toAt - event.at} ms before its slot is over`);
    if (visitorId !== (came ? null : one.visitorId)) broken('H4', event, `is counted against ${visitorId}; ${one.visitorId} ${came ? 'was there' : 'was not there'}`);
    if (visitorId !== null) noShows.set(visitorId, [...(noShows.get(visitorId) ?? []), one.date]);
  }

  /** How often who did not come today did not come lately, and the plan's bound. */
  const countOf = (visitorId: string, date: string, withinDays: number): number => (noShows.get(visitorId) ?? []).filter((one) => one > daysAfter(date, -withinDays)).length;

  function block(event: HallEvent<'visitorBlocked'>): void {
    if (event.staff === undefined || event.day === null) return;
    const { visitorId, until } = event.staff.facts;
    const rule = plan().appointments.block;
    if (rule === null || countOf(visitorId, event.day, rule.withinDays) < rule.after || until !== daysAfter(event.day, rule.forDays)) broken('H4', event, `blocks until ${until} for ${(noShows.get(visitorId) ?? []).join(', ')}`);
    blocks.set(visitorId, until);
  }

  /** What is still to come stays promised: the day may be opened again. */
  function closeDay(event: HallEvent<'dayClosed'>): void {
    const { date } = event.data;
    const rule = plan().appointments.block;
    for (const [id, one] of promised) {
      const isToCome = one.date > date || (one.date === date && one.toAt > event.at);
      if (one.state === 'booked' && one.date === date && !isToCome) broken('H3', event, `says nothing of ${id}, to which nobody came`);
      if (one.state === 'missed' && one.visitorId !== null && rule !== null && countOf(one.visitorId, date, rule.withinDays) >= rule.after && !blocks.has(one.visitorId)) broken('H4', event, `does not block ${one.visitorId}`);
      if (!isToCome || (one.date === date && one.state !== 'booked')) promised.delete(id);
    }
    cameFor.clear();
  }

  return {
    read(event) {
      if (event.type === 'appointmentBooked') book(event);
      else if (event.type === 'appointmentCancelled') cancel(event);
      else if (event.type === 'ticketIssued') issue(event);
      else if (event.type === 'visitorErased') forget(event);
      else if (event.type === 'appointmentMissed') miss(event);
      else if (event.type === 'visitorBlocked') block(event);
      else if (event.type === 'visitorExcused') excuse(event);
      else if (event.type === 'dayClosed') closeDay(event);
      // Days before it are over, also those on which the hall never opened.
      else if (event.type === 'dayOpened') for (const [id, { date }] of promised) if (date < event.data.date) promised.delete(id);
    },
    faultsOf({ staff: { appointments } }) {
      const faults: string[] = [];
      for (const [id, { state, ticketId, code }] of promised) {
        const known = appointments.get(id as never);
        if (known?.state !== state || known.ticketId !== ticketId || known.code !== code) faults.push(`H3: appointment ${id} is ${known === undefined ? 'lost' : `${known.state} with ${known.ticketId}`}, it was ${state} with ${ticketId}`);
      }
      if (appointments.size > promised.size) faults.push(`H3: ${appointments.size} appointments, ${promised.size} were promised`);
      return faults;
    },
  };
}
