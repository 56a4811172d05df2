// A person who works in the hall: work number, name, duties, and what that person may serve. Wholly private.
// What each duty may order stands in protocol/rights.ts; passwords are nowhere in the hall (server/people).
import { z } from 'zod';
import { isPlainText } from '../base/plainText.ts';
import { counterIdSchema, personIdSchema, queueIdSchema, type CounterId, type QueueId } from './ids.ts';

/** clerk: serves at a counter; guide: the guide desk; manager: the hall; system: people, devices, plan; audit: reads what was done. */
export const dutySchema = z.enum(['clerk', 'guide', 'manager', 'system', 'audit']);
export type Duty = z.infer<typeof dutySchema>;

/** Rights that no duty brings by itself. pick: calls somebody out of turn (C9); look: sees a visitor's data in full (V1). */
export const extraRightSchema = z.enum(['pick', 'look']);
export type ExtraRight = z.infer<typeof extraRightSchema>;

const once = <T extends z.ZodType<string>>(of: T, most: number) =>
  z.array(of).max(most).refine((list) => new Set(list).size === list.length, 'the same twice');

export const personSchema = z.strictObject({
  id: personIdSchema,
  name: z.string().min(1).max(40).refine(isPlainText, 'signs that are no text'),
  duties: once(dutySchema, dutySchema.options.length),
  extras: once(extraRightSchema, extraRightSchema.options.length),
  /** Queues a clerk may serve; empty: all. */
  queueIds: once(queueIdSchema, 100),
  /** Counters a clerk may sit at; empty: all. */
  counterIds: once(counterIdSchema, 300),
  /** False: left the hall or is away for long; what was done under the number stays true. */
  isActive: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

/** What came of proving who one is, told to the journal. */
export const accessKindSchema = z.enum(['signedIn', 'signedOut', 'wrongPassword', 'locked', 'unlocked', 'passwordSet', 'passwordGiven', 'pinSet', 'auditExported']);
export type AccessKind = z.infer<typeof accessKindSchema>;

/** Whether this person may call everything that is called at such a counter. */
export function maySitAt({ isActive, duties, queueIds, counterIds }: Person, { id, ownQueues, helperQueues }: { readonly id: CounterId; readonly ownQueues: readonly QueueId[]; readonly helperQueues: readonly QueueId[] }): boolean {
  const mayServe = queueIds.length === 0 || [...ownQueues, ...helperQueues].every((queueId) => queueIds.includes(queueId));
  return isActive && duties.includes('clerk') && mayServe && (counterIds.length === 0 || counterIds.includes(id));
}

/** Everything of a person but the name, written so that what means the same is the same. */
export const rightsOf = ({ isActive, duties, extras, queueIds, counterIds }: Person): string =>
  JSON.stringify([isActive, ...[duties, extras, queueIds, counterIds].map((list) => [...list].sort())]);

/** May change who works here and with what rights: such a person must always be left. */
export const isAdministrator = ({ isActive, duties }: Person): boolean => isActive && duties.includes('system');
