// Booking a slot at the guide desk (H3): what can be booked when, with how many places left, and the code the visitor gets.
// Whether a slot can be had is asked of the rule itself.
import { weekdayOf } from '@hall/core/base/localTime';
import { takenIn } from '@hall/core/domain/appointment';
import type { CommandData } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { Hall } from '@hall/core/domain/hall';
import { spansOn } from '@hall/core/domain/hours';
import type { BusinessDay, ServiceId } from '@hall/core/domain/ids';
import type { Plan, Service } from '@hall/core/domain/plan';
import { dateAt } from '@hall/core/domain/rules/checkIn';
import { dateAfter } from '@hall/core/domain/rules/noShows';
import type { Refusal } from '@hall/core/domain/refusals';
import { serviceRows, type ServiceRow } from './guideView.ts';

/** Services that take appointments, found like those that are issued. */
export const bookableRows = (hall: Readonly<Hall>, typed: string, now: number): ServiceRow[] =>
  serviceRows(hall, typed, now).filter(({ id }) => bookingOf(hall.plan, id) !== null);

function bookingOf(plan: Plan | null, serviceId: ServiceId): { readonly service: Service; readonly booking: Plan['bookings'][number] } | null {
  const service = plan?.services.find(({ id }) => id === serviceId);
  const booking = plan?.bookings.find(({ id }) => id === service?.bookingId);
  return service === undefined || booking === undefined ? null : { service, booking };
}

/** More dates than this do not fit beside each other; the next ones come with the next day. */
const mostDates = 10;

/** Dates on which the service is open, from today on as far as the plan lets one book. */
export function bookableDates(hall: Readonly<Hall>, serviceId: ServiceId, now: number): BusinessDay[] {
  const { plan } = hall;
  const found = bookingOf(plan, serviceId);
  if (plan === null || found === null) return [];
  const today = dateAt(plan, now) as BusinessDay;
  const dates: BusinessDay[] = [];
  for (let ahead = 0; ahead <= found.booking.daysAhead && dates.length < mostDates; ahead += 1) {
    const date = dateAfter(today, ahead);
    if (spansOn(plan, found.service, { date, weekday: weekdayOf(date) })?.length !== 0) dates.push(date);
  }
  return dates;
}

export interface SlotChoice {
  readonly from: string;
  readonly to: string;
  readonly left: number;
  /** Why it cannot be had: the desk may go against a full one with a reason. */
  readonly obstacle: 'full' | 'over' | 'shut' | null;
}

/** No code of six digits is like it, so that the question asks about the slot alone. */
const noCode = 'XXXXXXXXXXXXXXXX';

export function slotChoices(hall: Readonly<Hall>, serviceId: ServiceId, date: BusinessDay, place: string, now: number): SlotChoice[] {
  const booking = bookingOf(hall.plan, serviceId)?.booking;
  return (booking?.slots ?? []).map(({ from, to, most }) => {
    const data: CommandData<'bookAppointment'> = { serviceId, date, from, visitorId: null, code: noCode, externalId: null, override: null };
    const decision = decide(hall, { type: 'bookAppointment', data }, { now, actor: { role: 'desk', place, personId: null } });
    const left = Math.max(0, most - takenIn(hall.staff.appointments, serviceId, date, from));
    return { from, to, left, obstacle: decision.accepted ? null : obstacleOf(decision.refusal) };
  });
}

const obstacleOf = ({ code }: Refusal): SlotChoice['obstacle'] => (code === 'slotFull' ? 'full' : code === 'slotPassed' ? 'over' : 'shut');

/** Six digits, each as likely as any other; `random` gives whole numbers below 2^32. */
export function freshCode(random: () => number): string {
  // Numbers beyond the last whole million would make small codes likelier.
  const fair = Math.floor(2 ** 32 / 1_000_000) * 1_000_000;
  let drawn = random();
  while (drawn >= fair) drawn = random();
  return String(drawn % 1_000_000).padStart(6, '0');
}

/** As many codes of a day are drawn before the desk is told that they are taken. */
const mostCodes = 8;

/** Books with a fresh code, and with another one if that is in use on the day. The last answer counts. */
export async function bookWithCode<A extends { readonly ok: boolean }>(code: () => string, press: (code: string) => Promise<A>, isTaken: (answer: A) => boolean): Promise<{ readonly answer: A; readonly code: string }> {
  for (let nth = 1; ; nth += 1) {
    const drawn = code();
    const answer = await press(drawn);
    if (nth === mostCodes || !isTaken(answer)) return { answer, code: drawn };
  }
}

/** Read out and written down in two groups of three. */
export const codeText = (code: string): string => (/^\d{6}$/.test(code) ? `${code.slice(0, 3)} ${code.slice(3)}` : code);
