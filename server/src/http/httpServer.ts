// Fastify: the built screens, the start page of the trial, health and its OpenAPI description.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roleSchema } from '@hall/core/domain/actor';
import { protocolVersion } from '@hall/core/protocol/version';

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
  readonly startPage: () => string;
  readonly health: () => Health;
}

export async function createHttp({ screens, startPage, health }: HttpParts): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(fastifySwagger, {
    openapi: { info: { title: 'Hall', description: 'Queue and kiosk system of one service hall', version: String(protocolVersion) } },
    transform: jsonSchemaTransform,
  });
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.get('/api/health', { schema: { description: 'Whether the hall works, and how far its journal has come.', response: { 200: healthSchema } } }, () => health());
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(startPage()));
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
