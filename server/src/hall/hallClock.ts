// Orders that time itself gives: the day opens in the morning and closes at its last hour (rules N3, H7).
// A day never turns by itself in the middle of service: midnight changes nothing.
import type { CommandData } from '@hall/core/domain/commands';
import type { Hall } from '@hall/core/domain/hall';
import type { BusinessDay } from '@hall/core/domain/ids';
import { localTime } from '@hall/core/base/localTime';

export type ClockOrder =
  | { readonly type: 'openDay'; readonly data: CommandData<'openDay'> }
  | { readonly type: 'closeDay'; readonly data: CommandData<'closeDay'> };

/** The next order that is due, or null. `trial`: opens at any hour and is not closed by its last hour, so that it can be tried. */
export function dueOrder(hall: Readonly<Hall>, at: number, trial: boolean): ClockOrder | null {
  const { plan, day } = hall;
  if (plan === null) return null;
  const { opensAt, lastHour } = plan.day;
  const here = localTime(at, plan.timeZone);
  if (day !== null && day.closedAt === null) {
    const overnight = here.date > day.date && here.time >= opensAt;
    // A day that someone opened after its last hour is not closed at once; it goes on until the morning.
    const pastLastHour = !trial && here.date === day.date && here.time >= lastHour && localTime(day.openedAt, plan.timeZone).time < lastHour;
    return overnight || pastLastHour ? { type: 'closeDay', data: { date: day.date } } : null;
  }
  const isNewDay = day === null || day.date < here.date;
  const inHours = here.time >= opensAt && here.time < lastHour;
  return isNewDay && (inHours || trial) ? { type: 'openDay', data: { date: here.date as BusinessDay } } : null;
}
