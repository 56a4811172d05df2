// The door where people sign in at their screens, and where an administrator gives a password. Rights of a person are set
// by an order like any other (setPeople); here is only what must never be in the journal.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DeviceId } from '@hall/core/domain/ids';
import { personIdSchema } from '@hall/core/domain/ids';
import type { Role } from '@hall/core/domain/actor';
import { signInProblem } from '@hall/core/text/signInText';
import { commandData } from '@hall/core/domain/commands';
import { refusalText } from '@hall/core/text/refusalText';
import type { HallKeeper, Outcome } from '../hall/hallKeeper.ts';
import { systemCommand } from '../hall/systemCommand.ts';
import { sessionHeader, type Access } from '../http/access.ts';
import { Problem, problemSchema } from '../http/problem.ts';
import { passwordProfiles } from './passwordRules.ts';
import type { SecretStore } from './secretStore.ts';
import type { Place } from './senders.ts';
import type { SignInProblem, SignInResult, SignIns } from './signIns.ts';

const password = z.string().min(1).max(200);
const tokenSchema = z.strictObject({ token: z.string() });
const done = z.strictObject({ done: z.literal(true) });
const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 409: problemSchema, 422: problemSchema, 429: problemSchema, 503: problemSchema };
const secretSchema = z.strictObject({ personId: z.string(), setAt: z.int(), mustChange: z.boolean().describe('Given by somebody else and not used yet.'), hasPin: z.boolean() });

const rulesSchema = z.strictObject({
  leastLength: z.int(), leastKinds: z.int().describe('Of small letters, capitals, digits and signs.'), changeAfterDays: z.int().nullable(), notOfLast: z.int(),
});

export interface PeopleApiParts {
  readonly access: Access;
  readonly keeper: HallKeeper;
  readonly signIns: SignIns;
  readonly store: Pick<SecretStore, 'of'>;
  readonly now: () => number;
}

const statusOf: Readonly<Record<SignInProblem['code'], number>> = {
  wrongPassword: 401, wait: 429, busy: 503, notYourScreen: 403, mustChange: 409, passwordFaulty: 422, weakPin: 422, notSignedIn: 401, noDevice: 409,
};

export function peopleApi(app: FastifyInstance, { access, keeper, signIns, store, now }: PeopleApiParts): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const tags = ['people'];
  const security = [{ bearer: [] }];
  const onRequest = access.anyScreen;

  const screenOf = (request: FastifyRequest): Place => {
    const { role, place, deviceId } = access.who(request);
    return { role: role as Role, place, deviceId: deviceId as DeviceId | null };
  };
  const tokenOf = (request: FastifyRequest): string => String(request.headers[sessionHeader] ?? '');
  function resultOf<T>(reply: FastifyReply, result: SignInResult<T>): T {
    if (result.ok) return result.value;
    const { problem } = result;
    if (problem.code === 'wait') reply.header('retry-after', String(Math.ceil(problem.waitMs / 1_000)));
    if (problem.code === 'busy') reply.header('retry-after', '2');
    throw new Problem(statusOf[problem.code], signInProblem(problem));
  }

  api.post('/api/session', {
    onRequest,
    schema: { tags, security, body: z.strictObject({ personId: personIdSchema, password }), response: { 201: tokenSchema, ...problems }, description: 'Signs a person in at this device. The token goes beside every request and into the hello; it is told once.' },
  }, async (request, reply) => {
    const { personId, password: said } = request.body;
    const token = resultOf(reply, await signIns.signIn(personId, said, screenOf(request)));
    return reply.code(201).header('cache-control', 'no-store').send({ token });
  });

  api.post('/api/session/password', {
    onRequest,
    schema: { tags, security, body: z.strictObject({ personId: personIdSchema, password, wanted: password }), response: { 201: tokenSchema, ...problems }, description: 'Sets another password for oneself and signs in with it; every other session of the person ends.' },
  }, async (request, reply) => {
    const { personId, password: said, wanted } = request.body;
    const token = resultOf(reply, await signIns.changePassword(personId, said, wanted, screenOf(request)));
    return reply.code(201).header('cache-control', 'no-store').send({ token });
  });

  api.get('/api/session/rules', {
    onRequest, schema: { tags, security, response: { 200: rulesSchema, ...problems }, description: 'What a new password must be, told before it is typed.' },
  }, () => passwordProfiles[keeper.hall.plan?.staff?.security.passwords ?? 'plain']);

  api.delete('/api/session', { onRequest, schema: { tags, security, response: { 200: done, ...problems }, description: 'Signs the person out at this device; the connection is cut.' } }, (request) => {
    signIns.signOut(tokenOf(request), screenOf(request));
    return { done: true as const };
  });

  api.post('/api/session/lock', { onRequest, schema: { tags, security, response: { 200: done, ...problems }, description: 'The screen asks for the PIN from now on; orders are refused meanwhile.' } }, (request, reply) => {
    resultOf(reply, signIns.lock(tokenOf(request), screenOf(request)));
    return { done: true as const };
  });

  api.post('/api/session/unlock', {
    onRequest, schema: { tags, security, body: z.strictObject({ secret: password }), response: { 200: done, ...problems }, description: 'Opens a locked screen with PIN or password.' },
  }, async (request, reply) => {
    resultOf(reply, await signIns.unlock(tokenOf(request), request.body.secret, screenOf(request)));
    return { done: true as const };
  });

  api.put('/api/session/pin', {
    onRequest, schema: { tags, security, body: z.strictObject({ password, pin: z.string().max(20) }), response: { 200: done, ...problems }, description: 'Four to eight digits that unlock the screen; the password is asked once more.' },
  }, async (request, reply) => {
    resultOf(reply, await signIns.setPin(tokenOf(request), request.body.password, request.body.pin, screenOf(request)));
    return { done: true as const };
  });

  const administrators = access.allow(['manager'], ['system']);
  api.post('/api/people/:personId/password', {
    onRequest: administrators,
    schema: { tags, security, params: z.strictObject({ personId: personIdSchema }), response: { 201: z.strictObject({ password: z.string() }), 404: problemSchema, ...problems }, description: 'A password for somebody, good for one sign-in within 14 days; every session of the person ends.' },
  }, async (request, reply) => {
    const { personId } = request.params;
    if (!keeper.hall.staff.people.has(personId)) throw new Problem(404, signInProblem({ code: 'noSuchPerson' }));
    const given = resultOf(reply, await signIns.givePassword(personId, access.who(request)));
    return reply.code(201).header('cache-control', 'no-store').send({ password: given });
  });

  api.post('/api/people', {
    onRequest: administrators, bodyLimit: 1_024 * 1_024,
    schema: { tags, security, body: commandData.setPeople, response: { 200: done, ...problems }, description: 'Whole persons, new or changed, as one order: all or none.' },
  }, async (request) => {
    const outcome = await new Promise<Outcome>((resolve) => { keeper.order(access.who(request), systemCommand('setPeople', request.body, now()), resolve); });
    if (outcome.ok) return { done: true as const };
    const { refusal } = outcome;
    throw new Problem(409, { code: refusal.code, zh: refusalText(refusal, 'zh'), en: refusalText(refusal, 'en') });
  });

  api.get('/api/people/secrets', {
    onRequest: administrators,
    schema: { tags, security, response: { 200: z.strictObject({ people: z.array(secretSchema) }), ...problems }, description: 'Who has a password, since when, and whether it was used yet. No secret is ever told.' },
  }, () => ({
    people: [...keeper.hall.staff.people.keys()].flatMap((personId) => {
      const known = store.of(personId);
      return known === null ? [] : [{ personId, setAt: known.setAt, mustChange: known.mustChange, hasPin: known.pin !== null }];
    }),
  }));
}
