// Fastify: the built screens, the start page of the trial, health, the programs' door, and its OpenAPI description.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roleSchema } from '@hall/core/domain/actor';
import { protocolVersion } from '@hall/core/protocol/version';
import type { AppointmentBook } from '../appointments/appointmentBook.ts';
import { clientOf } from '../gate/clientOf.ts';
import type { Gate } from '../gate/gate.ts';
import type { HallKeeper } from '../hall/hallKeeper.ts';
import type { AuditTrail } from '../journal/auditTrail.ts';
import type { PlanHistory } from '../journal/planHistory.ts';
import { deviceApi, type DeviceApiParts } from '../devices/deviceApi.ts';
import type { WhoHolds } from '../devices/deviceDoor.ts';
import type { TwoPlaces } from '../devices/twoPlaces.ts';
import { peopleApi, type PeopleApiParts } from '../people/peopleApi.ts';
import type { Sessions } from '../people/sessions.ts';
import { createAccess } from './access.ts';
import { auditApi } from './auditApi.ts';
import { appointmentApi } from './appointmentApi.ts';
import { fileApi } from './fileApi.ts';
import { httpOrder } from './httpOrder.ts';
import { planApi } from './planApi.ts';
import { Problem, problemHandler } from './problem.ts';
import { safeHeaders } from './safeHeaders.ts';
import { startStyle } from './startPage.ts';
import { visitorApi } from './visitorApi.ts';
import type { Visitors } from '../visitors/visitors.ts';

const healthSchema = z.strictObject({
  status: z.literal('ok'),
  protocol: z.int(),
  journalId: z.uuid(),
  epoch: z.int(),
  /** Sequence of the last committed event. */
  seq: z.int(),
  day: z.string().nullable(),
  dayOpen: z.boolean(),
  screens: z.int(),
  /** How far the machine's wall clock stands from hall time, ms. */
  clockOffMs: z.int(),
  /** Result of the last check of the whole journal; null before the first. */
  verified: z.strictObject({ at: z.int(), ok: z.boolean(), message: z.string() }).nullable(),
});
export type Health = z.infer<typeof healthSchema>;

export interface HttpParts {
  /** Folder that holds `<screen>/dist` for each screen. */
  readonly screens: string;
  /** The trial's page of links; null: a hall whose screens are enrolled. */
  readonly startPage: (() => string) | null;
  readonly health: () => Health;
  readonly keeper: HallKeeper;
  readonly book: AppointmentBook;
  readonly history: PlanHistory;
  readonly trail: Pick<AuditTrail, 'page'>;
  readonly visitors: Visitors;
  readonly whoHolds: WhoHolds;
  readonly twoPlaces: TwoPlaces;
  readonly devices: Omit<DeviceApiParts, 'access' | 'keeper' | 'now'>;
  readonly people: Pick<PeopleApiParts, 'signIns' | 'store'> & { readonly sessions: Pick<Sessions, 'of'> };
  /** Certificate and key; null: plain, for a trial on this machine. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly gate: Gate;
  readonly now: () => number;
  /** Hears of requests that failed by our own mistake; never of what they said. */
  readonly warn: (facts: Record<string, unknown>, what: string) => void;
}

/** A name of 64 signs, each three bytes and written as %XX. */
const longestParam = 64 * 9;

/** Nobody may keep a connection with half a request (slow-loris): times in ms. The largest file, 5 MB on a ticket, needs 250 KB a second. */
const patience = { headers: 5_000, request: 20_000, silence: 30_000, betweenRequests: 10_000, lookedAtEvery: 1_000 } as const;
const requestsOfConnection = 1_000;

export async function createHttp({ screens, startPage, health, keeper, book, history, trail, visitors, whoHolds, devices, twoPlaces, people, tls, gate, now, warn }: HttpParts): Promise<FastifyInstance> {
  const timing = { headersTimeout: patience.headers, connectionsCheckingInterval: patience.lookedAtEvery };
  // One type for both: what differs between them no route sees.
  const transport = (tls === null ? { http: timing } : { https: { ...tls, ...timing, handshakeTimeout: patience.headers, minVersion: 'TLSv1.2' } }) as { http: typeof timing };
  const app = Fastify({
    ...transport,
    bodyLimit: 64 * 1024, forceCloseConnections: true, routerOptions: { maxParamLength: longestParam },
    requestTimeout: patience.request, connectionTimeout: patience.silence, keepAliveTimeout: patience.betweenRequests, maxRequestsPerSocket: requestsOfConnection,
  });
  gate.guard(app.server);
  app.addHook('onRequest', (request, reply, done) => {
    const refusal = gate.refuses(request.raw);
    if (refusal === null) done();
    // Nothing of the hall is told to a name that is not ours, not even that there is one.
    else void reply.code(refusal === 'otherHost' ? 421 : 403).type('text/plain').send('');
  });
  await safeHeaders(app, tls !== null);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(fastifySwagger, {
    openapi: {
      info: { title: 'Hall', description: 'Queue and kiosk system of one service hall', version: String(protocolVersion) },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'A credential of the hall; in the trial it stands in the links of the start page.' } } },
    },
    transform: jsonSchemaTransform,
  });
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.get('/api/health', { schema: { description: 'Whether the hall works, and how far its journal has come.', response: { 200: healthSchema } } }, () => health());
  await app.register(async (door) => {
    door.setErrorHandler(problemHandler(warn));
    await door.register(fastifyRateLimit, {
      global: false, max: gate.limits.apiPerMinute, timeWindow: 60_000, keyGenerator: (request) => clientOf(request.ip), errorResponseBuilder: (_request, { ttl }) => new Problem(429, 'tooOften', Math.ceil(ttl / 1_000)),
    });
    // Before anybody is asked who he is: who tries credentials is counted too.
    door.addHook('onRequest', door.rateLimit());
    const access = createAccess({ whoHolds, hall: keeper.hall, sessions: people.sessions, twoPlaces, now });
    // Each in a place of its own: they read bodies differently.
    await door.register((part, _options, done) => { appointmentApi(part, { access, book, keeper, now }); done(); });
    await door.register((part, _options, done) => { deviceApi(part, { access, keeper, now, ...devices }); done(); });
    await door.register((part, _options, done) => { peopleApi(part, { access, keeper, now, signIns: people.signIns, store: people.store }); done(); });
    const order = httpOrder(keeper, now);
    await door.register((part, _options, done) => { visitorApi(part, { access, visitors, order }); done(); });
    await door.register((part, _options, done) => { fileApi(part, { access, visitors, keeper, order }); done(); });
    await door.register((part, _options, done) => { auditApi(part, { access, trail, keeper, order }); done(); });
    await door.register((part, _options, done) => { planApi(part, { access, keeper, history, now }); done(); });
    door.all('/api/*', { schema: { hide: true } }, () => { throw new Problem(404, 'notFound'); });
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  app.get('/start.css', { schema: { hide: true } }, (_request, reply) => reply.type('text/css; charset=utf-8').send(startStyle));
  app.get('/', { schema: { hide: true } }, (_request, reply) => (startPage === null
    // Any screen shows the code of a device that is not known yet, and goes on to its own room when it is.
    ? reply.redirect('/display/')
    : reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(startPage())));
  // A browser that finds no icon would report an error on every page.
  app.get('/favicon.ico', { schema: { hide: true } }, (_request, reply) => reply.code(204).send());
  // The start page's own font: a bare machine has no Chinese one. The built screens carry theirs.
  const font = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/index.css'));
  await app.register(fastifyStatic, { root: font, prefix: '/font/' });
  for (const role of roleSchema.options) {
    const root = join(screens, role, 'dist');
    if (!existsSync(root)) continue;
    await app.register(fastifyStatic, { root, prefix: `/${role}/`, decorateReply: false });
  }
  return app;
}
