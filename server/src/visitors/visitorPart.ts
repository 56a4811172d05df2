// Personal data ends here: the part of an order that tells who a visitor is becomes the id the side store knows him by (V1).
// Keeper, journal, answers and fingerprints see the id alone; a retry gets the same one (J6).
import { localTime } from '@hall/core/base/localTime';
import type { Hall } from '@hall/core/domain/hall';
import type { BusinessDay } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';
import { dateAfter } from '@hall/core/domain/rules/noShows';
import { mayTellVisitor, type CommandMessage } from '@hall/core/protocol/messages';
import type { Visitors } from './visitors.ts';

/** Who books ahead is kept from the day he comes; a date further off than any plan books is no such day. */
const bookedAheadDays = 90;

export interface Named {
  /** The order without personal data. */
  readonly command: CommandMessage;
  /** What the side store does when the outcome is known. Refused: whoever was known by the order alone is forgotten (law 5). */
  settled(accepted: boolean): void;
}
export type NamedOrNot = { readonly named: Named } | { readonly named: null; readonly refusal: Refusal };

export function nameVisitor({ visitor, ...command }: CommandMessage, visitors: Visitors, hall: Readonly<Hall>, now: number): NamedOrNot {
  const { data } = command;
  if (visitor === undefined) return { named: { command, settled: (accepted) => { if (accepted) seeAgain(command, visitors, hall, now); } } };
  if (!('visitorId' in data) || data.visitorId !== null) {
    return { named: null, refusal: { code: 'malformed', facts: { place: 'visitor', problem: 'the order already names its visitor' } } };
  }
  const { visitorId, isNew } = visitors.recognise(visitor, lastDayOf(data, hall, now), command.id);
  return {
    named: {
      command: { ...command, data: { ...data, visitorId } } as CommandMessage,
      settled: (accepted) => { if (!accepted && isNew) visitors.forgetUnused(visitorId, command.id); },
    },
  };
}

/** Staff named somebody whom they had found: he has come, or will, as if he had told who he is. */
function seeAgain({ type, data }: CommandMessage, visitors: Visitors, hall: Readonly<Hall>, now: number): void {
  if (mayTellVisitor(type) && 'visitorId' in data && data.visitorId !== null) visitors.seenAgain(data.visitorId, lastDayOf(data, hall, now));
}

/** The business day of now, or the day of the appointment that is booked. */
function lastDayOf(data: CommandMessage['data'], { day, plan }: Readonly<Hall>, now: number): BusinessDay {
  const today = day !== null && day.closedAt === null ? day.date : (localTime(now, plan?.timeZone ?? 'UTC').date as BusinessDay);
  const booked = 'date' in data ? data.date : today;
  return booked > today && booked <= dateAfter(today, bookedAheadDays) ? booked : today;
}
