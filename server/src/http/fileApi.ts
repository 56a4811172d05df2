// Files on a ticket: a photographed document, a PDF (V1). They are read whole into memory, so few at once; looked at by their
// own bytes; kept sealed; and given back as something to save, never as a page of the hall.
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { keptFileSchema, maxFileBytes } from '@hall/core/domain/attachment';
import { fileRefSchema, ticketIdSchema, type BusinessDay } from '@hall/core/domain/ids';
import { attachmentProblems } from '@hall/core/text/attachmentText';
import type { HallKeeper } from '../hall/hallKeeper.ts';
import type { Visitors } from '../visitors/visitors.ts';
import type { Access } from './access.ts';
import { fileForms, fileTypes, kindOf, kindSaid } from './fileKind.ts';
import { problemOf, type HttpOrder } from './httpOrder.ts';
import { Problem, problemSchema } from './problem.ts';

/** Uploads read at once, of all screens: 20 MB. */
export const uploadsAtOnce = 4;
const staff = ['counter', 'desk', 'manager'] as const;
const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 404: problemSchema, 409: problemSchema, 413: problemSchema, 415: problemSchema, 429: problemSchema, 503: problemSchema };

export interface FileApiParts {
  readonly access: Access;
  readonly visitors: Pick<Visitors, 'files'>;
  readonly keeper: HallKeeper;
  readonly order: HttpOrder;
}

export function fileApi(app: FastifyInstance, { access, visitors: { files }, keeper, order }: FileApiParts): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...fileTypes], { parseAs: 'buffer', bodyLimit: maxFileBytes }, (_request, body, done) => { done(null, body); });
  const api = app.withTypeProvider<ZodTypeProvider>();
  const tags = ['files'];
  const security = [{ bearer: [] }];
  const allowed = access.allow(staff);
  let uploads = 0;

  api.post('/api/tickets/:ticketId/files', {
    onRequest: [allowed, (_request, reply, done) => {
      if (uploads >= uploadsAtOnce) {
        reply.header('retry-after', '2');
        throw new Problem(429, attachmentProblems.uploadsBusy);
      }
      uploads += 1;
      // Also when the sender goes in the middle of it.
      reply.raw.once('close', () => { uploads -= 1; });
      done();
    }],
    bodyLimit: maxFileBytes,
    schema: {
      tags, security, consumes: fileTypes, params: z.strictObject({ ticketId: ticketIdSchema }), response: { 201: keptFileSchema, ...problems },
      description: 'Attaches one file to a ticket of today: the body is the file itself, PNG, JPEG or PDF, 5 MB at most; what the header says and what the bytes are must agree.',
    },
  }, async (request, reply) => {
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body) || body.length === 0) throw new Problem(400, attachmentProblems.fileEmpty);
    const kind = kindOf(body);
    if (kind === null || kind !== kindSaid(request.headers['content-type'] ?? '')) throw new Problem(415, attachmentProblems.otherKind);
    const { ticketId } = request.params;
    const { hall } = keeper;
    const ticket = hall.tickets.get(ticketId);
    if (ticket === undefined || hall.day === null) throw problemOf({ code: 'noSuchTicket', facts: { ticketId } });
    const visitorId = ticket.staff?.visitorId ?? null;
    const file = await files.keep(body, { day: hall.day.date satisfies BusinessDay, kind, visitorId });
    try {
      // Erased while the disk was writing: the file would be the one thing left of this visitor.
      if (visitorId !== null && hall.staff.erased.has(visitorId)) throw problemOf({ code: 'visitorErased', facts: {} });
      await order('attachFile', { ticketId, file }, access.who(request));
    } catch (error) {
      await files.forget(file.ref);
      throw error;
    }
    return reply.code(201).send(file);
  });

  api.get('/api/files/:ref', {
    onRequest: allowed,
    schema: {
      tags, security, params: z.strictObject({ ref: fileRefSchema }), response: problems,
      description: 'One attached file, to save. 404: unknown, erased with its visitor or its day, or unreadable.',
    },
  }, async (request, reply) => {
    const { ref } = request.params;
    const file = await files.read(ref);
    if (file === null) throw new Problem(404, attachmentProblems.fileGone);
    const { type, extension } = fileForms[file.kind];
    // Whatever it holds, no browser may run it as part of the hall.
    return reply.type(type).headers({
      'content-disposition': `attachment; filename="${ref.slice(0, 8)}.${extension}"`, 'cache-control': 'no-store',
      'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'",
    }).send(file.bytes as never);
  });
}
