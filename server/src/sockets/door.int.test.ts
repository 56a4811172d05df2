// The door over real sockets: who comes in, what each audience hears, and what no message of any kind can do.
import { protocolVersion } from '@hall/core/protocol/version';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Batch, Pulse, Welcome } from '@hall/core/protocol/messages';
import { maxMessageBytes } from '@hall/core/protocol/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trialCredential, whoHolds, type TrialPlace } from '../people/trialCredentials.ts';
import { noSessions } from '../testing/noSessions.ts';
import { loopbackGate } from '../testing/loopbackGate.ts';
import { privateParts } from '../testing/privateParts.ts';
import { connectScreen, Rejected, said, type Knock, type Screen } from '../testing/screen.ts';
import { openTestHall, type TestHall } from '../testing/testHall.ts';
import { serviceOf } from '../testing/testPlan.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { visitorParts } from '../testing/visitorParts.ts';
import { createTwoPlaces } from '../devices/twoPlaces.ts';
import { createRecentEvents } from './recentEvents.ts';
import { createSnapshots } from './snapshots.ts';
import { openSocketDoor, type SocketDoor } from './socketDoor.ts';

const secret = 'the secret of a hall that is only a test';
const ring = 8;
const warnings: string[] = [];
let hall: TestHall;
let door: SocketDoor;
let url = '';
const screens: Screen[] = [];

beforeAll(async () => {
  hall = openTestHall(tempFolder(), { at: Date.now() });
  hall.runAlone();
  const http = createServer((_request, response) => response.end('the hall'));
  door = openSocketDoor({
    twoPlaces: createTwoPlaces({ isDoubted: () => false, doubt: () => Promise.resolve() }),
    http, gate: loopbackGate(), keeper: hall.keeper, recent: createRecentEvents(ring), snapshots: createSnapshots(hall.hall), now: Date.now, ...visitorParts(hall),
    sessions: noSessions, whoHolds: (credential) => whoHolds(secret, credential), warn: (_facts, what) => warnings.push(what),
  });
  await new Promise<void>((listening) => { http.listen(0, '127.0.0.1', listening); });
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});

afterAll(async () => {
  screens.forEach((screen) => screen.close());
  await door.stop();
  hall.close();
});

async function come(role: TrialPlace['role'], place: string, more: Partial<Knock> = {}): Promise<Screen> {
  const screen = await connectScreen({ url, secret, who: { role, place }, ...more });
  screens.push(screen);
  return screen;
}
const issue = (screen: Screen): ReturnType<Screen['order']> => screen.order('issueTicket', { serviceId: serviceOf('R'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null });
/** The server still works for everybody else. */
async function stillWorks(): Promise<void> {
  const kiosk = await come('kiosk', 'K9');
  expect(said(await issue(kiosk))).toMatch(/^R\d{3}$/);
  kiosk.close();
}
const rejection = (knock: Partial<Knock>): Promise<unknown> => come('kiosk', 'K1', knock).then(() => 'came in', (error: unknown) => (error instanceof Rejected ? error.refusal : error));

test('D1: given a first visit, then the welcome holds a snapshot; given a return, then what was missed; given a long absence, a snapshot again', async () => {
  const kiosk = await come('kiosk', 'K1');
  const { journalId, epoch, seq, resume } = kiosk.welcome;
  expect([resume.kind, seq]).toEqual(['snapshot', hall.hall.seq]);
  for (let count = 0; count < 3; count += 1) await issue(kiosk);
  const back = async (from: number): Promise<Welcome> => (await come('display', 'hall', { hello: { journalId, epoch, seq: from } })).welcome;
  const soon = await back(seq);
  expect(soon.resume.kind === 'events' && soon.resume.events.map((event) => event.seq)).toEqual([seq + 1, seq + 2, seq + 3]);
  expect((await back(seq + 3)).resume).toEqual({ kind: 'events', events: [] });
  for (let count = 0; count < ring; count += 1) await issue(kiosk);
  expect((await back(seq)).resume.kind).toBe('snapshot');
  expect((await back(seq + 1_000)).resume.kind).toBe('snapshot');
});

test('V1 V2: given a visitor who tells a kiosk who he is, then no screen hears of him, and the desk finds him masked', async () => {
  const [kiosk, desk, board, manager] = await Promise.all([come('kiosk', 'K1'), come('desk', 'D1'), come('display', 'hall'), come('manager', 'M1')]);
  const visitor = { name: '张三丰年', phone: '13800007777', idNumber: '110000199001017777' };
  const data = { serviceId: serviceOf('R'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null };
  expect(said(await kiosk.order('issueTicket', data, { visitor }))).toMatch(/^R\d{3}$/);
  await Promise.all([desk, board, manager].map((screen) => screen.hears('events')));
  const found = await desk.say('query', { type: 'findVisitors', data: { text: '7777' } });
  expect(found).toMatchObject({ ok: true, result: [{ name: '张**年', phone: '138****7777', idNumber: '1*************7777' }] });
  expect(await kiosk.say('query', { type: 'findVisitors', data: { text: '7777' } })).toMatchObject({ ok: false, id: null, refusal: { code: 'notAllowed' } });
  const heard = JSON.stringify([kiosk, desk, board, manager].map((screen) => screen.heard));
  for (const part of Object.values(visitor)) expect(heard.includes(part)).toBe(false);
});

test('V3: given a whole service with every kind of screen listening, then the public hears all events in order and nothing private, and staff hear it all', async () => {
  const [kiosk, board, counterScreen, pad, counter, manager] = await Promise.all([
    come('kiosk', 'K1'), come('display', 'hall'), come('display', 'c31'), come('pad', '31'), come('counter', '31'), come('manager', 'M1'),
  ]) as [Screen, Screen, Screen, Screen, Screen, Screen];
  const counterId = '31';
  const queue = hall.hall.plan?.counters.find(({ id }) => id === counterId)?.ownQueues[0] ?? '';
  const answers = [await counter.order('signIn', { counterId, clerkId: '1031' }), await counter.order('openCounter', { counterId })];
  const issued = await manager.order('issueTicket', { serviceId: serviceOf(queue), alsoServiceIds: [], priority: { classId: hall.hall.plan?.classes[0]?.id, reason: 'age' }, slotAt: null, override: null, visitorId: null });
  expect(said(issued)).toContain(queue);
  const forPublic = [await kiosk.order('issueTicket', { serviceId: serviceOf(queue), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null })];
  answers.push(await counter.order('callNext', { counterId }));
  const ticketId = hall.hall.counters.get(counterId as never)?.activeTicketId ?? '';
  answers.push(await counter.order('startService', { counterId, ticketId, version: 2 }), await counter.order('finishService', { counterId, ticketId, version: 3 }));
  const recordId = hall.hall.tickets.get(ticketId as never)?.recordId;
  forPublic.push(await pad.order('rateService', { counterId, recordId, level: 1, codes: [], givenAt: Date.now() }));
  const { seq } = hall.hall;
  for (const screen of [board, counterScreen, manager]) while (lastOf(screen) < seq) await new Promise((next) => { setTimeout(next, 10); });
  expect([...answers, ...forPublic].map(({ ok }) => ok)).toEqual(answers.concat(forPublic).map(() => true));
  for (const screen of [kiosk, board, counterScreen, pad]) {
    expect(privateParts([screen.welcome, screen.heard, forPublic])).toEqual([]);
    expect(/窗口人员\d|"1031\\?"/.exec(JSON.stringify([screen.heard, screen.welcome]))).toBeNull();
  }
  expect(privateParts([manager.heard]).length).toBeGreaterThan(5);
  expect(seqsOf(board)).toEqual(seqsOf(manager));
  expect(seqsOf(board)).toEqual(Array.from({ length: seqsOf(board).length }, (_, index) => board.welcome.seq + 1 + index));
});
const batches = (screen: Screen): Batch[] => screen.heard.filter(({ name }) => name === 'events').map(({ content }) => content as Batch);
const seqsOf = (screen: Screen): number[] => batches(screen).flatMap(({ events }) => events.map(({ seq }) => seq));
const lastOf = (screen: Screen): number => Math.max(screen.welcome.seq, batches(screen).at(-1)?.to ?? 0);

test('given a page of another origin or somebody who does not say where he comes from, then he does not come in; given our own, he does', async () => {
  for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1', 'file://', `${url}.evil.example`]) expect(await rejection({ headers: { origin } })).toBeNull();
  expect(await rejection({ headers: { host: `evil.example:${new URL(url).port}`, origin: `http://evil.example:${new URL(url).port}` } })).toBeNull();
  expect(await rejection({ headers: { origin: '' } })).toBeNull();
  expect(await rejection({ headers: { origin: url } })).toBe('came in');
});

test('given polling, then the transport is refused', async () => {
  const response = await fetch(`${url}/socket.io/?EIO=4&transport=polling`);
  expect(response.status).toBe(400);
});

test('given a wrong hello, then the refusal says why', async () => {
  expect(await rejection({ hello: { protocol: 999 } })).toEqual({ code: 'otherProtocol', facts: { server: protocolVersion, client: 999 } });
  expect(await rejection({ hello: { credential: 'kiosk.K1.forged' } })).toEqual({ code: 'badCredential', facts: {} });
  expect(await rejection({ hello: { credential: trialCredential('another secret', { role: 'manager', place: 'M1' }) } })).toEqual({ code: 'badCredential', facts: {} });
  expect(await rejection({ hello: { role: 'manager' } })).toMatchObject({ code: 'malformed' });
});

test('given a message above 64 KB, then its connection ends and the hall goes on', async () => {
  const kiosk = await come('kiosk', 'K1');
  await expect(kiosk.say('command', 'x'.repeat(maxMessageBytes + 10))).rejects.toThrow('disconnected');
  await stillWorks();
});

/** A connection of the transport itself, let in with a right hello. */
async function raw(): Promise<{ socket: WebSocket; heard: string[]; closed: Promise<void> }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { headers: { origin: url } } as unknown as string[]);
  const heard: string[] = [];
  socket.addEventListener('message', ({ data }) => heard.push(String(data)));
  const closed = new Promise<void>((end) => { socket.addEventListener('close', () => end()); });
  await new Promise((open) => { socket.addEventListener('open', open); });
  socket.send(`40${JSON.stringify({ protocol: protocolVersion, credential: trialCredential(secret, { role: 'kiosk', place: 'K1' }), session: null, journalId: null, epoch: null, seq: null })}`);
  while (!heard.some((text) => text.startsWith('42["welcome"'))) await new Promise((next) => { setTimeout(next, 5); });
  return { socket, heard, closed };
}

const garbage: [name: string, frames: (string | Uint8Array<ArrayBuffer>)[]][] = [
  ['an empty frame', ['']],
  ['words', ['hello hall']],
  ['a packet of no kind', ['9']],
  ['an event that is no JSON', ['42["command"']],
  ['an event that is no list', ['42{"a":1}']],
  ['an event without a name', ['42[]']],
  ['an event named by an object', ['42[{"toString":null}]']],
  ['an event named by null', ['42[null]']],
  ['a reserved name', ['42["disconnect"]']],
  ['another reserved name', ['42["newListener","x"]']],
  ['a binary event without its attachment', ['451-["command",{"_placeholder":true,"num":0}]', '42["presence",{"seq":1}]']],
  ['a million attachments to come', ['45999999-["command",{"_placeholder":true,"num":0}]', new Uint8Array(9)]],
  ['an attachment that nobody asked for', [new Uint8Array(1_000)]],
  ['a placeholder for no attachment', ['451-["command",{"_placeholder":true,"num":"__proto__"}]', new Uint8Array(9)]],
  ['an acknowledgement that nobody asked for', ['43999[1]']],
  ['another namespace', ['40/admin,{}']],
  ['a second hello', ['40{"protocol":1}']],
  ['a hello of the server', ['44{"message":"x"}']],
  ['an end and more', ['41', '42["command",{}]']],
  ['an upgrade', ['5']],
  ['a close', ['1']],
];

test.each(garbage)('given %s from a plain websocket, then the hall goes on', async (_name, frames) => {
  const { socket } = await raw();
  for (const frame of frames) socket.send(frame);
  await stillWorks();
  socket.close();
});

test('given names that the library or every object knows, a number and a binary attachment, then each is refused once', async () => {
  const { socket, heard } = await raw();
  ['error', '__proto__', 'constructor', 'message', 'welcome', 7].forEach((name, index) => socket.send(`42${index}${JSON.stringify([name, {}])}`));
  socket.send('451-91["command",{"_placeholder":true,"num":0}]');
  socket.send(new Uint8Array(50));
  socket.send('451-92["command",{"id":{"_placeholder":true,"num":0},"type":"issueTicket"}]');
  socket.send(new Uint8Array(50));
  const answers = (): string[] => heard.filter((text) => /^43\d/.test(text));
  while (answers().length < 8) await new Promise((next) => { setTimeout(next, 5); });
  expect(answers().filter((text) => text.includes('unknownMessage'))).toHaveLength(6);
  expect(answers().filter((text) => text.includes('malformed'))).toHaveLength(2);
  socket.close();
});

test('given a right command without an acknowledgement, then it is refused as a message and not carried out', async () => {
  const kiosk = await come('kiosk', 'K1');
  const { seq } = hall.hall;
  kiosk.socket.emit('command', { id: crypto.randomUUID(), pressedAt: Date.now(), type: 'issueTicket', data: { serviceId: serviceOf('R'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null } });
  kiosk.socket.emit('command');
  kiosk.socket.emit('command', null);
  await kiosk.hears('refused', 3);
  expect(hall.hall.seq).toBe(seq);
});

test('given bytes that are no HTTP and upgrades that lead nowhere, then the hall goes on', async () => {
  const upgrade = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`;
  const open = [Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1]), '\0'.repeat(1_000), upgrade('/elsewhere'), upgrade('/socket.io/?EIO=3&transport=websocket'), upgrade('/socket.io/?EIO=4&transport=websocket&sid=nobody'),
    `${upgrade('/socket.io/?EIO=4&transport=websocket')}${'\xff'.repeat(200)}`].map((bytes) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => socket.destroy());
    socket.write(bytes);
    return socket;
  });
  await stillWorks();
  for (const socket of open) socket.destroy();
});

test('given a client that sends 10,000 messages a second, then it is refused and cut, and meanwhile an order of another is answered', async () => {
  const [flooder, counter] = await Promise.all([come('kiosk', 'K1'), come('counter', '5')]);
  const cut = new Promise((end) => { flooder.socket.once('disconnect', end); });
  let slowest = 0;
  let sent = 0;
  for (let burst = 0; flooder.socket.connected && burst < 40; burst += 1) {
    for (let message = 0; message < 500; message += 1) flooder.socket.emit('shout', 'x'.repeat(100));
    sent += 500;
    const before = performance.now();
    expect(said(await counter.order('callNext', { counterId: '5' }))).toBe('notSignedIn');
    slowest = Math.max(slowest, performance.now() - before);
    await new Promise((next) => { setTimeout(next, 20); });
  }
  await cut;
  expect(sent).toBeLessThan(20_000);
  expect(slowest).toBeLessThan(3_000);
  expect(flooder.heard.filter(({ name }) => name === 'refused').length).toBeGreaterThan(1_000);
  await stillWorks();
});

test('D2: given a connected screen, then it hears a pulse every second with the sequence it should stand at', async () => {
  const board = await come('display', 'hall');
  await board.hears('pulse', 2);
  const pulses = board.heard.filter(({ name }) => name === 'pulse').map(({ content }) => content as Pulse);
  expect(pulses.at(-1)).toMatchObject({ journalId: hall.hall.journalId, epoch: 1, seq: hall.hall.seq });
  expect((pulses[1]?.at ?? 0) - (pulses[0]?.at ?? 0)).toBeGreaterThan(700);
});

test('given all of this, then no message was a mistake of ours', () => {
  expect(warnings.filter((what) => what === 'a message could not be handled')).toEqual([]);
});
