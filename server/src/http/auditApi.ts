// The audit trail over HTTP: read page by page, and taken away as a file, which leaves a line of its own.
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { csvText } from '@hall/core/base/csv';
import { localTime, momentAt } from '@hall/core/base/localTime';
import type { Role } from '@hall/core/domain/actor';
import { businessDaySchema } from '@hall/core/domain/ids';
import { auditKindSchema, auditPageSchema, type AuditPage } from '@hall/core/protocol/audit';
import { auditNames } from '@hall/core/text/auditNames';
import { auditLine, auditWho } from '@hall/core/text/auditText';
import { languages } from '@hall/core/text/language';
import { managerAuditTexts } from '@hall/core/text/managerAuditText';
import type { HallKeeper } from '../hall/hallKeeper.ts';
import { systemActor } from '../hall/systemCommand.ts';
import type { AuditQuestion, AuditTrail } from '../journal/auditTrail.ts';
import type { Access } from './access.ts';
import type { HttpOrder } from './httpOrder.ts';
import { problemSchema } from './problem.ts';

export interface AuditApiParts {
  readonly access: Access;
  readonly trail: Pick<AuditTrail, 'page'>;
  readonly keeper: HallKeeper;
  readonly order: HttpOrder;
}

/** Several kinds are parted by commas. */
const kindsSchema = z.string().max(200).optional().transform((text) => (text === undefined || text === '' ? [] : text.split(','))).pipe(z.array(auditKindSchema));
const question = { before: z.coerce.number().int().min(1).optional(), day: businessDaySchema.optional(), kinds: kindsSchema };
const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 429: problemSchema };
/** A date has at most this many hours, whatever the clocks do. */
const longestDayMs = 26 * 3_600_000;

export function auditApi(app: FastifyInstance, { access, trail, keeper, order }: AuditApiParts): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const onRequest = access.allow(['manager'], ['manager', 'audit']);
  const tags = ['audit'];
  const security = [{ bearer: [] }];
  const zone = (): string => keeper.hall.plan?.timeZone ?? 'UTC';

  function pageOf({ before, day, kinds }: { before?: number | undefined; day?: string | undefined; kinds: AuditQuestion['kinds'] }): AuditPage {
    if (day === undefined) return trail.page({ before, kinds });
    const from = momentAt(day, '00:00', zone());
    return trail.page({ before, kinds, from, until: momentAt(localTime(from + longestDayMs, zone()).date, '00:00', zone()) });
  }

  api.get('/api/audit', {
    onRequest,
    schema: {
      tags, security, querystring: z.strictObject(question), response: { 200: auditPageSchema, ...problems },
      description: 'What was done that somebody may have to answer for, the newest first, 100 at a time. `day`: of the hall’s calendar. `kinds`: access, people, devices, plan, tickets, visitors, hall, parted by commas.',
    },
  }, (request, reply) => {
    reply.header('cache-control', 'no-store');
    return pageOf(request.query);
  });

  api.post('/api/audit/file', {
    onRequest,
    schema: {
      tags, security, querystring: z.strictObject({ ...question, language: z.enum(languages) }), response: { 200: z.string(), 409: problemSchema, 503: problemSchema, ...problems },
      description: 'The same page as CSV, in words; no cell is a formula. The export itself leaves an entry.',
    },
  }, async (request, reply) => {
    const { language } = request.query;
    const who = access.who(request);
    // First the trace: what cannot be noted is not given out.
    await order('noteAccess', { kind: 'auditExported', personId: who.personId, role: who.role as Role, place: who.place }, systemActor('people'));
    const words = managerAuditTexts[language];
    const names = auditNames(keeper.hall, language);
    const rows = pageOf(request.query).entries.map((entry) => {
      const { seq, at, what } = entry;
      const { date, time } = localTime(at, zone());
      const { person, place } = auditWho(entry, names, language);
      return [String(seq), `${date} ${time}`, person, place, auditLine(what, names, language)];
    });
    return reply.type('text/csv; charset=utf-8').header('cache-control', 'no-store').header('content-disposition', 'attachment; filename="audit.csv"').send(csvText([[words.seq, words.when, words.who, words.where, words.what], ...rows]));
  });
}
