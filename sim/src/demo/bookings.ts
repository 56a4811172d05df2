// Appointments of the demo: the desk books slots of the real day ahead, and whoever has one comes when it is time and checks
// in at a kiosk with the code, a few at the desk. Slots are real times of day, however fast the hall lives.
import { randomBytes } from 'node:crypto';
import type { Random } from '@hall/core/base/random';
import { localTime, momentAt } from '@hall/core/base/localTime';
import type { BusinessDay, ServiceId } from '@hall/core/domain/ids';
import type { Plan, Service } from '@hall/core/domain/plan';
import { isDayOpen } from '@hall/core/domain/questions';
import type { Answer } from '@hall/core/protocol/messages';
import type { Door } from './door.ts';
import { randomOf } from './fate.ts';
import { someone } from './someone.ts';
import type { Person, World } from './person.ts';

/** Booked when the demo begins, over the rest of the day. */
const bookedAhead = 60;
/** So many who have booked never come, and so many go to the desk and not to a kiosk. */
const awayShare = 0.1;
const deskShare = 0.15;

interface Slot {
  readonly date: BusinessDay;
  readonly from: string;
  readonly fromAt: number;
  readonly toAt: number;
}

/** Slots of a service today that are not over at that moment. */
function slotsLeft(plan: Plan, { bookingId }: Service, now: number): Slot[] {
  const date = localTime(now, plan.timeZone).date as BusinessDay;
  return (plan.bookings.find(({ id }) => id === bookingId)?.slots ?? [])
    .map(({ from, to }) => ({ date, from, fromAt: momentAt(date, from, plan.timeZone), toAt: momentAt(date, to, plan.timeZone) }))
    .filter(({ toAt }) => toAt > now + 60_000);
}

/** Signs that nobody confuses, as a booking system gives them. */
const newCode = (): string => randomBytes(4).toString('hex').toUpperCase();

async function book(desk: Person, serviceId: ServiceId, { date, from }: Slot, random: Random): Promise<string | null> {
  const code = newCode();
  const visitor = random.chance(0.5) ? someone(random) : undefined;
  const answer = await desk.press('bookAppointment', { serviceId, date, from, visitorId: null, code, externalId: `demo-${code}`, override: null }, visitor);
  return answer.ok ? code : null;
}

const checkIn = (door: Door, code: string, random: Random): Promise<Answer> =>
  (random.chance(deskShare) ? door.desk : random.pick(door.kiosks)).press('checkIn', { appointmentId: null, code, visitorId: null, priority: null, override: null });

/** Books for the rest of the day, and lets everybody come around the slot. Resolves when the world is over. */
export async function liveAsBooked(world: World, door: Door): Promise<void> {
  const random = randomOf(world.seed, 'appointments');
  const { desk } = door;
  await desk.awake();
  const { plan } = desk.hall();
  if (plan === null) return;
  const bookable = plan.services.filter(({ bookingId }) => bookingId !== null);
  if (bookable.length === 0) return;
  const { earlyMs } = plan.appointments;
  const coming: { code: string; at: number }[] = [];
  for (let nth = 0; nth < bookedAhead && !world.over.aborted; nth += 1) {
    const service = random.pick(bookable);
    const slots = slotsLeft(plan, service, desk.link.serverNow());
    if (slots.length === 0) continue;
    const slot = random.pick(slots);
    const code = await book(desk, service.id, slot, random);
    if (code !== null && !random.chance(awayShare)) coming.push({ code, at: slot.fromAt - earlyMs + random.next() * (slot.toAt - slot.fromAt + earlyMs) });
  }
  while (!world.over.aborted) {
    await desk.nap(1_000);
    if (!isDayOpen(desk.hall())) continue;
    const due = coming.filter(({ at }) => at <= desk.link.serverNow());
    for (const one of due) {
      coming.splice(coming.indexOf(one), 1);
      void checkIn(door, one.code, random);
    }
  }
}

/** Somebody whose slot is now, booked a moment ago; null when no slot of the service has its time now. */
export async function visitByAppointment(door: Door, service: Service, random: Random): Promise<Answer | null> {
  const { plan } = door.desk.hall();
  const now = door.desk.link.serverNow();
  const slot = plan === null ? undefined : slotsLeft(plan, service, now).find(({ fromAt }) => fromAt - plan.appointments.earlyMs < now);
  if (slot === undefined) return null;
  const code = await book(door.desk, service.id, slot, random);
  return code === null ? null : checkIn(door, code, random);
}
