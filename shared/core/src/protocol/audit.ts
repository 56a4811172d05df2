// The audit trail as it is read: what was done that somebody may have to answer for, without any personal data of visitors
// and without what the journal keeps besides. GET /api/audit tells it; words are in text/auditText.ts.
import { z } from 'zod';
import { actorSchema, placeSchema, roleSchema } from '../domain/actor.ts';
import { businessDaySchema, counterIdSchema, deviceIdSchema, momentSchema, personIdSchema, reasonIdSchema, ticketIdSchema, visitorIdSchema } from '../domain/ids.ts';
import { accessKindSchema, personSchema } from '../domain/person.ts';
import { scopeSchema } from '../domain/scope.ts';

/** What an auditor can ask for alone. */
export const auditKindSchema = z.enum(['access', 'people', 'devices', 'plan', 'tickets', 'visitors', 'hall']);
export type AuditKind = z.infer<typeof auditKindSchema>;

const onTicket = { ticketId: ticketIdSchema, /** Null: from before what was looked through. */ number: z.string().nullable() };

export const auditWhatSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('access'), access: accessKindSchema, personId: personIdSchema.nullable(), role: roleSchema, place: placeSchema }),
  z.strictObject({ kind: z.literal('person'), person: personSchema }),
  z.strictObject({ kind: z.literal('device'), step: z.enum(['enrolled', 'revoked', 'doubted', 'trusted']), deviceId: deviceIdSchema, role: roleSchema.nullable(), place: placeSchema.nullable(), name: z.string().nullable() }),
  z.strictObject({ kind: z.literal('plan'), step: z.enum(['adopted', 'scheduled', 'withdrawn']), changes: z.int() }),
  z.strictObject({ kind: z.literal('issuedAnyway'), ...onTicket, reasonId: reasonIdSchema }),
  z.strictObject({ kind: z.literal('returnedAnyway'), ...onTicket, reasonId: reasonIdSchema }),
  z.strictObject({ kind: z.literal('picked'), ...onTicket, counterId: counterIdSchema, reasonId: reasonIdSchema.nullable() }),
  z.strictObject({ kind: z.literal('reprinted'), ...onTicket, nth: z.int() }),
  z.strictObject({ kind: z.literal('noted'), ...onTicket }),
  z.strictObject({ kind: z.literal('fileAttached'), ...onTicket }),
  z.strictObject({ kind: z.literal('bookedAnyway'), date: businessDaySchema, from: z.string(), reasonId: reasonIdSchema }),
  z.strictObject({ kind: z.literal('visitor'), step: z.enum(['seen', 'erased', 'excused']), visitorId: visitorIdSchema, reasonId: reasonIdSchema }),
  z.strictObject({ kind: z.literal('visitorsErased'), date: businessDaySchema, reasonId: reasonIdSchema }),
  z.strictObject({ kind: z.literal('issuing'), step: z.enum(['stopped', 'resumed']), scope: scopeSchema, reasonId: reasonIdSchema.nullable() }),
  z.strictObject({ kind: z.literal('released'), counterId: counterIdSchema }),
  z.strictObject({ kind: z.literal('day'), step: z.enum(['opened', 'openedAgain', 'closed']), date: businessDaySchema }),
  z.strictObject({ kind: z.literal('restored'), epoch: z.int() }),
]);
export type AuditWhat = z.infer<typeof auditWhatSchema>;

export const auditEntrySchema = z.strictObject({ seq: z.int(), at: momentSchema, by: actorSchema, what: auditWhatSchema });
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditPageSchema = z.strictObject({
  entries: z.array(auditEntrySchema),
  next: z.int().nullable().describe('`before` of the next page, which may be there even when this one is not full; null: the beginning is reached.'),
});
export type AuditPage = z.infer<typeof auditPageSchema>;
