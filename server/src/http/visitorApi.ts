// A visitor's data in full (V2): only for who has the right to it and says why, and only once that is durable in the journal.
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { reasonIdSchema, visitorIdSchema } from '@hall/core/domain/ids';
import type { Visitors } from '../visitors/visitors.ts';
import type { Access } from './access.ts';
import { problemOf, type HttpOrder } from './httpOrder.ts';
import { problemSchema } from './problem.ts';

const fullSchema = z.strictObject({ name: z.string().nullable(), phone: z.string().nullable(), idNumber: z.string().nullable() });
const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 404: problemSchema, 409: problemSchema, 429: problemSchema, 503: problemSchema };

export interface VisitorApiParts {
  readonly access: Access;
  readonly visitors: Pick<Visitors, 'full'>;
  readonly order: HttpOrder;
}

export function visitorApi(app: FastifyInstance, { access, visitors, order }: VisitorApiParts): void {
  app.withTypeProvider<ZodTypeProvider>().post('/api/visitors/:visitorId/look', {
    onRequest: access.allow(['desk', 'manager']),
    schema: {
      tags: ['visitors'], security: [{ bearer: [] }], params: z.strictObject({ visitorId: visitorIdSchema }), body: z.strictObject({ reasonId: reasonIdSchema }), response: { 200: fullSchema, ...problems },
      description: 'Everything known of one visitor. Each look is an event of the journal, with who looked and the reason (of the plan’s `lookReasons`); the data is given when that is on disk.',
    },
  }, async (request, reply) => {
    const { visitorId } = request.params;
    // Nobody is told to have been looked at of whom nothing is known any more.
    if (visitors.full(visitorId) === null) throw gone();
    await order('seeVisitor', { visitorId, reasonId: request.body.reasonId }, access.who(request));
    const person = visitors.full(visitorId);
    // Erased in the very same turn.
    if (person === null) throw gone();
    return reply.header('cache-control', 'no-store').send({ ...person });
  });
}

const gone = () => problemOf({ code: 'visitorErased', facts: {} });
