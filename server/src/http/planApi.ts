// The plan as a file: read, as it is and as it was; changed at once or from the next day; withdrawn; who changed it, and when.
// A plan is taken whole or refused with everything that is wrong in it.
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { uuidV7 } from '@hall/core/base/uuid';
import type { Command } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { CommandId } from '@hall/core/domain/ids';
import { businessDaySchema } from '@hall/core/domain/ids';
import { planSchema, type Plan } from '@hall/core/domain/plan';
import { planChangeSchema, planChanges } from '@hall/core/domain/planChanges';
import type { Refusal } from '@hall/core/domain/refusals';
import { planFaultText, type PlanFaultText } from '@hall/core/text/managerPlanFaultText';
import type { Sender } from '@hall/core/protocol/rights';
import { refusalText } from '@hall/core/text/refusalText';
import type { CommandMessage } from '@hall/core/protocol/messages';
import type { HallKeeper, Outcome } from '../hall/hallKeeper.ts';
import type { PlanHistory } from '../journal/planHistory.ts';
import { parsePlan } from '../plan/checkPlan.ts';
import type { Access } from './access.ts';
import { Problem, problemSchema, toldSchema } from './problem.ts';

const maxBytes = 4 * 1_024 * 1_024;
const entriesAPage = 100;

const faultSchema = z.strictObject({ place: z.string().describe('As in services[12].queueId; empty: the whole file.'), zh: z.string(), en: z.string() });
const faultySchema = z.strictObject({ error: toldSchema, faults: z.array(faultSchema) });
const changesSchema = z.array(planChangeSchema).describe('Place by place, JSON before and after; null: it is not there.');
const fromSchema = z.enum(['now', 'nextDay']);
const takenSchema = z.strictObject({ from: fromSchema, adopted: z.boolean().describe('False: it was only checked.'), changes: changesSchema, faults: z.array(faultSchema).describe('Of a check: what would refuse it.') });
const entrySchema = z.strictObject({
  seq: z.int(), at: z.int(), by: z.strictObject({ role: z.string(), place: z.string() }),
  step: z.enum(['adopted', 'scheduled', 'withdrawn', 'begun']).describe('begun: it had been scheduled, and its day has begun.'), changes: changesSchema,
});
const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 413: problemSchema, 415: problemSchema, 429: problemSchema };

export interface PlanApiParts {
  readonly access: Access;
  readonly keeper: HallKeeper;
  readonly history: PlanHistory;
  readonly now: () => number;
}

/** The form is for the documentation: the file is looked at as text, so that everything wrong in it can be told with its place. */
const looksAtText: FastifySchemaCompiler<unknown> = ({ httpPart }) => (value) => {
  if (httpPart === 'body') return { value };
  const asked = planQuery.safeParse(value);
  return asked.success ? { value: asked.data } : { error: asked.error };
};
const planQuery = z.strictObject({ from: fromSchema, check: z.stringbool().optional().describe('true: only told what is wrong and what would change.') });

export function planApi(app: FastifyInstance, { access, keeper, history, now }: PlanApiParts): void {
  app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: maxBytes }, (_request, body, done) => { done(null, body); });
  const api = app.withTypeProvider<ZodTypeProvider>();
  const onRequest = access.allow(['manager'], ['manager', 'system']);
  const tags = ['plan'];
  const security = [{ bearer: [] }];

  function order(type: 'adoptPlan' | 'withdrawPlan', data: object, who: Sender): Promise<Outcome> {
    const at = now();
    const command = { id: uuidV7(at, randomBytes(10)) as CommandId, pressedAt: at, type, data } as unknown as CommandMessage;
    return new Promise((resolve) => { keeper.order(who, command, resolve); });
  }

  api.get('/api/plan', {
    onRequest,
    schema: {
      tags, security, querystring: z.strictObject({ date: businessDaySchema.optional() }), response: { 200: planSchema, 404: problemSchema, ...problems },
      description: 'The plan as it is now, or as it was at the end of that business day; in the form it is imported in.',
    },
  }, async (request, reply) => {
    const { date } = request.query;
    const plan = date === undefined ? keeper.hall.plan : history.on(date);
    if (plan === null) throw new Problem(404, 'notThatDay', date ?? '');
    // As it was stored: a plan of long ago need not have the form of today.
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(plan) as never);
  });

  api.get('/api/plan/history', {
    onRequest,
    schema: {
      tags, security, querystring: z.strictObject({ before: z.coerce.number().int().min(1).optional() }), response: { 200: z.strictObject({ entries: z.array(entrySchema) }), ...problems },
      description: `Who changed what, and when; the newest first, ${entriesAPage} at a time. \`before\`: only entries of a smaller seq.`,
    },
  }, (request) => ({ entries: history.entries(entriesAPage, request.query.before).map((entry) => ({ ...entry, changes: [...entry.changes] })) }));

  api.post('/api/plan', {
    onRequest, bodyLimit: maxBytes, validatorCompiler: looksAtText,
    schema: {
      tags, security, body: planSchema, querystring: planQuery, response: { 200: takenSchema, 422: faultySchema, 503: problemSchema, ...problems },
      description: 'Changes the plan, at once or from the next business day on; whole, or refused (422) with all faults and the old one stays. With `check` nothing is changed, and the faults come with 200.',
    },
  }, async (request, reply) => {
    const { from, check = false } = request.query;
    const body: unknown = request.body;
    const who = access.who(request);
    const checked = parsePlan(typeof body === 'string' ? body.replace(/^\uFEFF/u, '') : '');
    const changes = checked.plan === null ? [] : planChanges(keeper.hall.plan, checked.plan);
    const faulty = (faults: readonly PlanFaultText[]) => (check
      ? reply.code(200).send({ from, adopted: false, changes, faults: [...faults] })
      : reply.code(422).send({ error: { code: 'planFaulty', ...faultyWords(faults.length) }, faults: [...faults] }));
    if (checked.plan === null) return faulty(checked.faults);
    const { plan } = checked;
    const refusal = check ? wouldRefuse(keeper, plan, from, who, now()) : refusalOf(await order('adoptPlan', { plan, from }, who));
    if (refusal === null) return { from, adopted: !check, changes, faults: [] };
    if (refusal.code === 'planFaulty') return faulty(refusal.facts.faults.map(planFaultText));
    return reply.code(503).send({ error: told(refusal) });
  });

  api.delete('/api/plan/next', {
    onRequest,
    schema: {
      tags, security, response: { 200: z.strictObject({ withdrawn: z.literal(true) }), 404: problemSchema, 503: problemSchema, ...problems },
      description: 'The plan that waits for the next business day is not wanted after all.',
    },
  }, async (request, reply) => {
    const refusal = refusalOf(await order('withdrawPlan', {}, access.who(request)));
    return refusal === null ? { withdrawn: true as const } : reply.code(refusal.code === 'noNextPlan' ? 404 : 503).send({ error: told(refusal) });
  });
}

const refusalOf = (outcome: Outcome): Refusal | null => (outcome.ok ? null : outcome.refusal);
const told = (refusal: Refusal): z.infer<typeof toldSchema> => ({ code: refusal.code, zh: refusalText(refusal, 'zh'), en: refusalText(refusal, 'en') });
const faultyWords = (count: number): { zh: string; en: string } =>
  ({ zh: `业务方案有 ${count} 处错误，未生效；原方案不变。`, en: `The plan has ${count === 1 ? '1 fault' : `${count} faults`} and was not adopted; the old one stays.` });

/** What the hall would answer now; nothing is changed. */
function wouldRefuse({ hall }: HallKeeper, plan: Plan, from: 'now' | 'nextDay', { role, place, personId }: Sender, now: number): Refusal | null {
  const decision = decide(hall, { type: 'adoptPlan', data: { plan, from } } as Command, { now, actor: { role, place, personId } });
  return decision.accepted ? null : decision.refusal;
}
