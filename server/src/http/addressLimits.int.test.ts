// What one address may ask of a whole hall, met on purpose: requests, handshakes, connections.
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lanLimits } from '../gate/gateLimits.ts';
import { startHttpHall, type HttpHall, type Reply } from '../testing/httpHall.ts';
import { connectScreen, type Rejected } from '../testing/screen.ts';

let hall: HttpHall;
beforeAll(async () => { hall = await startHttpHall(undefined, undefined, { ...lanLimits, apiPerMinute: 30, handshakesPerSecond: 0.001, handshakeBurst: 5, connectionsOfAddress: 40 }); });
afterAll(() => hall.stop());

const problemOf = (body: unknown): unknown => (body as { error?: { code?: string } } | null)?.error?.code;

test('given one address with more connections than its share, then the others end at once', async () => {
  const port = Number(new URL(hall.url).port);
  const sockets: Socket[] = Array.from({ length: 60 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await expect.poll(() => sockets.filter(({ closed }) => closed).length, { timeout: 4_000 }).toBeGreaterThanOrEqual(20);
  expect(sockets.filter(({ closed }) => !closed).length).toBeGreaterThan(20);
  sockets.forEach((socket) => socket.destroy());
  await expect.poll(() => hall.ask('GET', '/', { who: null }).then(({ status }) => status, () => 'not let in')).toBe(200);
});

test('given one address that tries credentials, then after its share it is refused 429 with a problem and Retry-After; pages and health are served', async () => {
  const answers: Reply[] = [];
  for (let nth = 0; nth < 35; nth += 1) answers.push(await hall.ask('GET', '/api/plan', { who: null }));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(30);
  const tooOften = answers.filter(({ status }) => status === 429);
  expect(tooOften).toHaveLength(5);
  for (const { body, headers } of tooOften) expect([problemOf(body), Number(headers.get('retry-after')) > 0]).toEqual(['tooOften', true]);
  expect((await hall.ask('GET', '/api/plan')).status).toBe(429);
  for (const path of ['/api/health', '/']) expect((await hall.ask('GET', path, { who: null })).status).toBe(200);
});

test('given one address that opens websockets without end, then those above its share are refused at the gate, and those within it stay', async () => {
  const come = (): ReturnType<typeof connectScreen> => connectScreen({ url: hall.url, secret: hall.secret, who: { role: 'kiosk', place: 'K1' } });
  const came = await Promise.allSettled(Array.from({ length: 8 }, come));
  const screens = came.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(screens).toHaveLength(5);
  for (const one of came) if (one.status === 'rejected') expect((one.reason as Rejected).refusal).toBeNull();
  expect(screens.every(({ socket }) => socket.connected)).toBe(true);
  screens.forEach((screen) => screen.close());
});
