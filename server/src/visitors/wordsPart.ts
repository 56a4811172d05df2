// Words of staff end here, as personal data does (visitorPart.ts): the order goes on with the place where they lie and a hash
// (V1). Keeper, journal, answers and fingerprints see that alone; a retry gets the same one (J6).
import { localTime } from '@hall/core/base/localTime';
import type { Hall } from '@hall/core/domain/hall';
import type { BusinessDay } from '@hall/core/domain/ids';
import type { CommandMessage } from '@hall/core/protocol/messages';
import { nameVisitor, type NamedOrNot } from './visitorPart.ts';
import type { Visitors } from './visitors.ts';

/** Takes over what came beside the order, a visitor or words; `settled` lets go of it again when the order is refused. */
export function keepBeside({ words, ...command }: CommandMessage, visitors: Visitors, hall: Readonly<Hall>, now: number): NamedOrNot {
  const { data, id } = command;
  // Only the server knows where words lie: a screen that says so itself could point at those of somebody else.
  if ('text' in data && data.text !== null) return { named: null, refusal: { code: 'malformed', facts: { place: 'data.text', problem: 'only the server says where words lie' } } };
  if (words === undefined || !('text' in data)) return nameVisitor(command as CommandMessage, visitors, hall, now);
  const about = { orderId: id, day: today(hall, now), visitorId: hall.tickets.get(data.ticketId)?.staff?.visitorId ?? null };
  const { kept, isNew } = visitors.texts.keep(words, about);
  return {
    named: {
      command: { ...command, data: { ...data, text: kept } } as CommandMessage,
      settled: (accepted) => { if (!accepted && isNew) visitors.texts.forget(kept.ref); },
    },
  };
}

const today = ({ day, plan }: Readonly<Hall>, now: number): BusinessDay =>
  (day !== null && day.closedAt === null ? day.date : (localTime(now, plan?.timeZone ?? 'UTC').date as BusinessDay));

/** Whether it brings anything that the side store would keep. */
export const bringsSomething = ({ visitor, words }: CommandMessage): boolean => visitor !== undefined || words !== undefined;
