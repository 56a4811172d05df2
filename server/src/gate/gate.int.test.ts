// The gate on a real HTTP server: names, origins, connections and handshakes.
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGate, type Gate } from './gate.ts';

const limits = { connections: 50, connectionsOfAddress: 4, handshakesPerSecond: 1, handshakeBurst: 3, apiPerMinute: 10 };
let gate: Gate;
let port = 0;
let now = 0;
const server = createServer((request, response) => { response.setHeader('connection', 'close').end(JSON.stringify([gate.refuses(request), gate.refusesSocket(request)])); });

beforeAll(async () => {
  gate = createGate({ hosts: ['127.0.0.1', 'hall.example', '[::1]'], limits, now: () => now });
  gate.guard(server);
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => { server.close(); });

/** What the gate says to such a request, as [request, websocket]. */
function asks(head: readonly string[], path = '/'): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`));
  let text = '';
  socket.on('data', (bytes: Buffer) => { text += bytes.toString(); });
  socket.on('error', reject);
  socket.on('close', () => resolve(/\r\n\r\n(?:[0-9a-f]+\r\n)?(\[.*\])/u.exec(text)?.[1] ?? text.split('\r\n')[0]));
  now += 10_000;
  return promise;
}
const own = (): string => `Host: 127.0.0.1:${port}`;

test.each([
  ['its address', () => [own()], '[null,"noOrigin"]'],
  ['its address and origin', () => [own(), `Origin: http://127.0.0.1:${port}`], '[null,null]'],
  ['a name of ours in capitals', () => [`Host: HALL.example:${port}`, `Origin: http://hall.example:${port}`], '[null,null]'],
  ['an IPv6 address of ours', () => [`Host: [::1]:${port}`], '[null,"noOrigin"]'],
  ['another name of ours as origin', () => [own(), `Origin: http://hall.example:${port}`], '["otherOrigin","otherOrigin"]'],
  ['a foreign name', () => [`Host: evil.example:${port}`], '["otherHost","otherHost"]'],
  ['a name of ours inside a foreign one', () => [`Host: 127.0.0.1.evil.example:${port}`], '["otherHost","otherHost"]'],
  ['another port', () => [`Host: 127.0.0.1:${port + 1}`], '["otherHost","otherHost"]'],
  ['no port, where it is not the usual one', () => ['Host: 127.0.0.1'], '["otherHost","otherHost"]'],
  ['two names', () => [own(), 'Host: evil.example'], '["otherHost","otherHost"]'],
  ['a name that is none', () => [`Host: a@127.0.0.1:${port}`], '["otherHost","otherHost"]'],
  ['an empty name', () => ['Host: '], '["otherHost","otherHost"]'],
  ['the null origin', () => [own(), 'Origin: null'], '["otherOrigin","otherOrigin"]'],
  ['an empty origin', () => [own(), 'Origin: '], '["otherOrigin","otherOrigin"]'],
  ['a secure origin', () => [own(), `Origin: https://127.0.0.1:${port}`], '["otherOrigin","otherOrigin"]'],
  ['two origins', () => [own(), `Origin: http://127.0.0.1:${port}`, 'Origin: http://evil.example'], '["otherOrigin","otherOrigin"]'],
])('given a request with %s, then the gate says so', async (_name, head, says) => {
  expect(await asks(head())).toBe(says);
});

test('given a request in the form for proxies, then it is for another host, whatever it says', async () => {
  for (const path of ['http://evil.example/', `http://127.0.0.1:${port}/`, '*']) expect(await asks([own()], path)).toBe('["otherHost","otherHost"]');
});

test.each(['/socket.io/?EIO=4&sid=x', '/socket.io/?%73id=x', '/socket.io/?a=b&s%69d'])('given a websocket that names a session, %s, then it is refused', async (path) => {
  expect(await asks([own(), `Origin: http://127.0.0.1:${port}`], path)).toBe('[null,"session"]');
});

test('given more handshakes than an address may make, then the next is refused until time has passed', () => {
  const fresh = createGate({ hosts: ['h'], limits, now: () => now });
  const request = { url: '/', headersDistinct: { host: ['h'], origin: ['http://h'] }, socket: { localPort: 80, remoteAddress: '10.0.0.1' } } as unknown as IncomingMessage;
  const other = { ...request, socket: { localPort: 80, remoteAddress: '10.0.0.2' } } as unknown as IncomingMessage;
  expect([1, 2, 3, 4].map(() => fresh.refusesSocket(request))).toEqual([null, null, null, 'tooManyHandshakes']);
  expect(fresh.refusesSocket(other)).toBeNull();
  // The same address as IPv6 writes it.
  expect(fresh.refusesSocket({ ...request, socket: { localPort: 80, remoteAddress: '::ffff:10.0.0.1' } } as unknown as IncomingMessage)).toBe('tooManyHandshakes');
  now += 1_000;
  expect([fresh.refusesSocket(request), fresh.refusesSocket(request)]).toEqual([null, 'tooManyHandshakes']);
});

test('given more connections than an address may have, then the next ends at once, and when one has left another may come', async () => {
  const opened = await Promise.all([1, 2, 3, 4].map(() => new Promise<Socket>((open) => { const socket = connect(port, '127.0.0.1', () => open(socket)); })));
  expect(await asks([own()]).catch((error: unknown) => String(error))).toSatisfy((said) => said === '' || /ECONNRESET|EPIPE/u.test(String(said)));
  const [first] = opened;
  await new Promise((left) => { first?.once('close', left).destroy(); });
  await expect.poll(() => asks([own()]).catch(() => 'refused')).toBe('[null,"noOrigin"]');
  opened.forEach((socket) => socket.destroy());
});
