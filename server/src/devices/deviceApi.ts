// The door through which devices come to belong to the hall: a challenge to prove a key, a code to be let in, and the
// manager's side of it. Codes and check numbers are compared here; who belongs to the hall, the hall decides.
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { uuidV7 } from '@hall/core/base/uuid';
import { placeSchema, roleSchema } from '@hall/core/domain/actor';
import type { CommandId } from '@hall/core/domain/ids';
import { newDeviceSchema } from '@hall/core/domain/device';
import { deviceIdSchema } from '@hall/core/domain/ids';
import { errandSchema, type CommandMessage, type Errand } from '@hall/core/protocol/messages';
import { enrolProblems } from '@hall/core/text/enrolText';
import { refusalText } from '@hall/core/text/refusalText';
import type { HallKeeper, Outcome } from '../hall/hallKeeper.ts';
import type { Access } from '../http/access.ts';
import { Problem, problemSchema } from '../http/problem.ts';
import type { Sender } from '@hall/core/protocol/rights';
import type { Challenges } from './challenges.ts';
import { codeLifeMs, type Enrolments } from './enrolments.ts';

const askingSchema = z.strictObject({ deviceId: deviceIdSchema, waitsMs: z.int(), address: z.string() });
/** `doubtedAt`: since when its key is known to be in use at two addresses, or null. */
const deviceSchema = z.strictObject({ deviceId: deviceIdSchema, role: roleSchema, place: z.string(), name: z.string(), enrolledAt: z.int(), doubtedAt: z.int().nullable() });
const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 409: problemSchema, 429: problemSchema };

const statusOf = { cannotAsk: 503, deviceKnown: 409, tooManyAsk: 429, noSuchCode: 409, otherDevice: 409, triesUsed: 409, tooManyTries: 429 } as const;
const sayWhen = (reply: FastifyReply, ms: number): void => { reply.header('retry-after', String(Math.max(1, Math.ceil(ms / 1_000)))); };

export interface DeviceApiParts {
  readonly access: Access;
  readonly keeper: HallKeeper;
  readonly hallId: string;
  readonly challenges: Challenges;
  readonly enrolments: Enrolments;
  /** Asks a connected device; gives how many of its connections were told. */
  readonly askDevice: (deviceId: string, errand: Errand['errand']) => number;
  readonly now: () => number;
}

export function deviceApi(app: FastifyInstance, { access, keeper, hallId, challenges, enrolments, askDevice, now }: DeviceApiParts): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const tags = ['devices'];
  const security = [{ bearer: [] }];
  const onRequest = access.allow(['manager'], ['manager', 'system']);

  function order(type: 'enrolDevice' | 'revokeDevice' | 'trustDevice', data: object, who: Sender): Promise<Outcome> {
    const at = now();
    const command = { id: uuidV7(at, randomBytes(10)) as CommandId, pressedAt: at, type, data } as unknown as CommandMessage;
    return new Promise((resolve) => { keeper.order(who, command, resolve); });
  }
  function refusedAs(outcome: Extract<Outcome, { ok: false }>): Problem {
    const { refusal } = outcome;
    return new Problem(409, { code: refusal.code, zh: refusalText(refusal, 'zh'), en: refusalText(refusal, 'en') });
  }

  api.post('/api/devices/challenge', {
    schema: { tags, description: 'What a device signs for its next connection: good once, for half a minute.', response: { 200: z.strictObject({ hallId: z.string(), challenge: z.string() }), ...problems } },
  }, () => ({ hallId, challenge: challenges.give() }));

  api.post('/api/devices/ask', {
    schema: {
      tags, body: z.strictObject({ publicKey: z.string().max(200) }), description: 'A device that the hall does not know asks to be let in; it shows the code and its check number.',
      response: { 200: z.strictObject({ code: z.string(), leftMs: z.int() }), ...problems, 503: problemSchema },
    },
  }, (request, reply) => {
    const asked = enrolments.ask(request.body.publicKey, request.ip);
    if (!asked.ok) {
      if (asked.why === 'tooManyAsk') sayWhen(reply, asked.waitMs);
      throw new Problem(statusOf[asked.why], enrolProblems[asked.why]);
    }
    const { asking } = asked;
    return { code: asking.code, leftMs: Math.max(0, Math.round(asking.askedAt + codeLifeMs - enrolments.now())) };
  });

  api.get('/api/devices', {
    onRequest, schema: { tags, security, description: 'Devices of the hall, and who asks to be let in (without the codes: those are read off the devices).', response: { 200: z.strictObject({ devices: z.array(deviceSchema), asking: z.array(askingSchema) }), ...problems } },
  }, () => ({
    devices: [...keeper.hall.staff.devices.values()].map(({ id, role, place, name, enrolledAt, doubtedAt }) => ({ deviceId: id, role, place, name, enrolledAt, doubtedAt })),
    // A device asks once more between being let in and its next connection: it is of the hall already.
    asking: enrolments.pending().map(({ deviceId, askedAt, address }) => ({ deviceId: deviceIdSchema.parse(deviceId), waitsMs: Math.round(enrolments.now() - askedAt), address }))
      .filter(({ deviceId }) => !keeper.hall.staff.devices.has(deviceId)),
  }));

  api.post('/api/devices', {
    onRequest,
    schema: {
      tags, security, body: z.strictObject({ code: z.string().max(20), check: z.string().max(10), role: roleSchema, place: placeSchema, name: newDeviceSchema.shape.name }),
      description: 'Lets in the device that shows this code and this check number, for a role and a place.', response: { 201: deviceSchema.pick({ deviceId: true }), ...problems },
    },
  }, async (request, reply) => {
    const who = access.who(request);
    const { code, check, role, place, name } = request.body;
    const confirmed = enrolments.confirm(code, check, `${who.role}.${who.place}`);
    if (!confirmed.ok) {
      if (confirmed.waitMs !== undefined) sayWhen(reply, confirmed.waitMs);
      throw new Problem(statusOf[confirmed.why], enrolProblems[confirmed.why]);
    }
    const { deviceId, publicKey } = confirmed.asking;
    const outcome = await order('enrolDevice', { deviceId, publicKey, role, place, name }, who);
    // Refused by the hall (a place that is taken): the code is still the device's own, so that it can be tried with another place.
    if (!outcome.ok) {
      enrolments.giveBack(confirmed.asking);
      throw refusedAs(outcome);
    }
    return reply.code(201).send({ deviceId: deviceIdSchema.parse(deviceId) });
  });

  api.post('/api/devices/:deviceId/trust', {
    onRequest, schema: { tags, security, params: z.strictObject({ deviceId: deviceIdSchema }), description: 'Serves a device again whose key was in use at two addresses: somebody has looked at it.', response: { 200: z.strictObject({ trusted: z.literal(true) }), ...problems } },
  }, async (request) => {
    const outcome = await order('trustDevice', { deviceId: request.params.deviceId }, access.who(request));
    if (!outcome.ok) throw refusedAs(outcome);
    return { trusted: true as const };
  });

  api.post('/api/devices/:deviceId/errands', {
    onRequest,
    schema: {
      tags, security, params: z.strictObject({ deviceId: deviceIdSchema }), body: errandSchema.pick({ errand: true }), response: { 202: z.strictObject({ told: z.int() }), ...problems },
      description: 'Asks a connected device to start anew or to print a test. Whether it could, it shows itself.',
    },
  }, async (request, reply) => {
    const told = askDevice(request.params.deviceId, request.body.errand);
    if (told === 0) throw new Problem(409, enrolProblems.deviceAway);
    return reply.code(202).send({ told });
  });

  api.delete('/api/devices/:deviceId', {
    onRequest, schema: { tags, security, params: z.strictObject({ deviceId: deviceIdSchema }), description: 'Revokes a device: its connection is cut and none is let in again.', response: { 200: z.strictObject({ revoked: z.literal(true) }), ...problems } },
  }, async (request) => {
    const outcome = await order('revokeDevice', { deviceId: request.params.deviceId }, access.who(request));
    if (!outcome.ok) throw refusedAs(outcome);
    return { revoked: true as const };
  });
}
