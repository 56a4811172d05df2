// Questions of a screen that the hall it follows cannot answer: about visitors' data, about what lies in the journal.
// One table: a query that is missing here cannot be asked, and one without a right does not compile.
// A question changes nothing, is answered once, and is not sent again: who gets no answer asks anew.
//
// To add one: its data, result and roles here, its answer in the map `answerQuery` of the server's main.ts (the compiler
// asks for it), a line in docs/protocol.md, and `useQuery('…')` in a screen.
import { z } from 'zod';
import type { Role } from '../domain/actor.ts';
import type { Hall } from '../domain/hall.ts';
import { notesOfTicketAtMost } from '../domain/attachment.ts';
import { momentSchema, textRefSchema, ticketIdSchema, visitorIdSchema } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusals.ts';
import { forbiddenPerson, type Sender } from './rights.ts';

/** A visitor as staff see him in lists (V2, domain/masked.ts). */
const maskedVisitor = z.strictObject({ visitorId: visitorIdSchema, name: z.string().nullable(), phone: z.string().nullable(), idNumber: z.string().nullable() });

export const queries = {
  /** Who fits: a whole phone or ID number, the last four digits of a phone, or a part of a name; the newest first, 50 at most. */
  findVisitors: {
    data: z.strictObject({ text: z.string().min(1).max(40) }),
    result: z.array(maskedVisitor).max(50),
    roles: ['desk', 'manager'],
  },
  /** Those visitors, masked; who was erased or cannot be read is missing in the result. */
  visitorsOf: {
    data: z.strictObject({ visitorIds: z.array(visitorIdSchema).max(200) }),
    result: z.array(maskedVisitor).max(200),
    roles: ['desk', 'manager', 'counter'],
  },
  /** What staff noted on a ticket of today, in order; `words` null: erased, or unreadable (V1). */
  notesOf: {
    data: z.strictObject({ ticketId: ticketIdSchema }),
    result: z.array(z.strictObject({ ref: textRefSchema, at: momentSchema, place: z.string(), words: z.string().nullable() })).max(notesOfTicketAtMost),
    roles: ['desk', 'manager', 'counter'],
  },
} as const satisfies Record<string, { readonly data: z.ZodType; readonly result: z.ZodType; readonly roles: readonly Role[] }>;

export type QueryType = keyof typeof queries;
export type QueryData<T extends QueryType> = z.infer<(typeof queries)[T]['data']>;
export type QueryResult<T extends QueryType> = z.infer<(typeof queries)[T]['result']>;
export const queryTypes = Object.keys(queries) as QueryType[];

/** A union that narrows by `type`. */
export type QueryMessage<T extends QueryType = QueryType> = { [K in T]: { readonly type: K; readonly data: QueryData<K> } }[T];
const queryOptions = queryTypes.map((type) => z.strictObject({ type: z.literal(type), data: queries[type].data }));
// As with commands: the union is built from the table, so its type is stated.
export const querySchema = z.discriminatedUnion('type', queryOptions as [(typeof queryOptions)[number]]) as unknown as z.ZodType<QueryMessage>;

/** Why this sender may not ask this, or null when it may. */
export function forbiddenQuery(hall: Readonly<Hall>, sender: Sender, { type }: QueryMessage): Refusal | null {
  const { role } = sender;
  const roles: readonly Sender['role'][] = queries[type].roles;
  return roles.includes(role) ? forbiddenPerson(hall, sender, {}) : { code: 'notAllowed', facts: { role, type } };
}
