// At day close: who had an appointment and did not come, and who did so too often (rules H3, H4).
import { fact } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { BusinessDay, ServiceId, VisitorId } from '../ids.ts';

/** Facts about the appointments of that date whose slot is over and that nobody came to, and the blocks that follow from them. */
export function noShowFacts(hall: Readonly<Hall>, date: BusinessDay, now: number): NewEvent[] {
  const { plan, staff } = hall;
  const missed = [...staff.appointments.values()].filter((one) => one.state === 'booked' && one.date === date && one.toAt <= now)
    .map((one) => ({ appointmentId: one.id, visitorId: one.visitorId === null || cameFor(hall, one.visitorId, one.serviceId) ? null : one.visitorId }));
  const facts: NewEvent[] = missed.map((one) => fact('appointmentMissed', {}, one));
  const block = plan?.appointments.block ?? null;
  if (block === null) return facts;
  const today = new Map<VisitorId, BusinessDay[]>();
  for (const { visitorId } of missed) if (visitorId !== null) today.set(visitorId, [...(today.get(visitorId) ?? []), date]);
  const since = dateAfter(date, -block.withinDays);
  for (const [visitorId, dates] of today) {
    const counted = [...(staff.noShows.get(visitorId) ?? []), ...dates].filter((one) => one > since);
    if (counted.length >= block.after) facts.push(fact('visitorBlocked', {}, { visitorId, until: dateAfter(date, block.forDays) }));
  }
  return facts;
}

/** Whoever had a ticket for the service that day was there, with or without a check-in. */
function cameFor({ tickets, records }: Readonly<Hall>, visitorId: VisitorId, serviceId: ServiceId): boolean {
  const own = [...tickets.values()].filter(({ staff }) => staff?.visitorId === visitorId);
  return own.some((ticket) => ticket.serviceId === serviceId || ticket.laterServiceIds.includes(serviceId))
    || [...records.values()].some(({ ticketId, serviceIds }) => serviceIds.includes(serviceId) && own.some(({ id }) => id === ticketId));
}

/** The date so many days later. */
export const dateAfter = (date: string, days: number): BusinessDay =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as BusinessDay;
