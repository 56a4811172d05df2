// The slot of an appointment in the hall's own time, as slip and screens tell it (rule H3).
import { localTime } from '../base/localTime.ts';
import type { ServiceId } from '../domain/ids.ts';
import type { Plan } from '../domain/plan.ts';

export interface SlotTimes {
  /** Time of day, `HH:MM`. */
  readonly from: string;
  /** Null: the plan no longer has a slot that begins then. */
  readonly to: string | null;
}

/** `fromAt`: begin of the slot, ms of hall time. */
export function slotTimes(plan: Plan, serviceId: ServiceId, fromAt: number): SlotTimes {
  const from = localTime(fromAt, plan.timeZone).time;
  const bookingId = plan.services.find(({ id }) => id === serviceId)?.bookingId ?? null;
  const slot = plan.bookings.find(({ id }) => id === bookingId)?.slots.find((one) => one.from === from);
  return { from, to: slot?.to ?? null };
}
