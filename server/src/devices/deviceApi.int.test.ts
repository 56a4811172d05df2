// Devices through the real server's door: a key made as a browser makes it, a code confirmed by the manager, a proof that
// is good once, a connection that is cut with the revocation, and nobody else let in by any of it.
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { proofText } from '@hall/core/protocol/deviceProof';
import { protocolVersion } from '@hall/core/protocol/version';
import { enrolProblems } from '@hall/core/text/enrolText';
import { trialCredential } from '../people/trialCredentials.ts';
import { startHttpHall, type HttpHall } from '../testing/httpHall.ts';
import { checkNumber, deviceIdOf } from './deviceKey.ts';

let hall: HttpHall;
beforeAll(async () => { hall = await startHttpHall(); });
afterAll(() => hall.stop());

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

interface Device { readonly publicKey: string; readonly deviceId: string; check(code: string): string; prove(challenge: string, hallId: string): Promise<string> }

async function newDevice(): Promise<Device> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(p256, false, ['sign', 'verify']);
  const spki = Buffer.from(await crypto.subtle.exportKey('spki', publicKey));
  const deviceId = deviceIdOf(spki);
  return {
    publicKey: spki.toString('base64url'), deviceId, check: (code) => checkNumber(spki, code),
    async prove(challenge, hallId) {
      const signature = Buffer.from(await crypto.subtle.sign({ ...p256, hash: 'SHA-256' }, privateKey, Buffer.from(proofText(hallId, deviceId, challenge))));
      return `device.${deviceId}.${challenge}.${signature.toString('base64url')}`;
    },
  };
}

type Body = Record<string, unknown>;
async function ask(method: string, path: string, body?: object, credential?: string): Promise<{ status: number; body: Body }> {
  const answer = await fetch(`${hall.url}${path}`, {
    method, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
}
const as = (role: 'manager' | 'desk' | 'kiosk'): string => trialCredential(hall.secret, { role, place: 'X1' });
const codeOf = async (device: Device): Promise<string> => String((await ask('POST', '/api/devices/ask', { publicKey: device.publicKey })).body['code']);
async function letIn(device: Device, place: string, role = 'kiosk'): Promise<{ status: number; body: Body }> {
  const code = await codeOf(device);
  return ask('POST', '/api/devices', { code, check: device.check(code), role, place, name: `${role} ${place}` }, as('manager'));
}
async function freshProof(device: Device): Promise<string> {
  const { body } = await ask('POST', '/api/devices/challenge');
  return device.prove(String(body['challenge']), String(body['hallId']));
}

/** Resolves to who the server says it is, or to the code it was refused with. */
function connect(credential: string): Promise<{ socket: Socket; outcome: unknown }> {
  const socket = io(hall.url, { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { origin: hall.url }, auth: { protocol: protocolVersion, credential, session: null, journalId: null, epoch: null, seq: null } });
  onTestFinished(() => { socket.disconnect(); });
  return new Promise((resolve) => {
    socket.on('welcome', (welcome: { you: unknown }) => resolve({ socket, outcome: welcome.you }));
    socket.on('connect_error', (error) => resolve({ socket, outcome: (error as Error & { data?: { code: string } }).data?.code }));
  });
}

test('given a device that was let in, then its proof opens the door for its place, once; and it is nobody in the programs\' door but what it is', async () => {
  const device = await newDevice();
  expect((await connect(await freshProof(device))).outcome).toBe('badCredential');
  expect(await letIn(device, 'K7')).toMatchObject({ status: 201, body: { deviceId: device.deviceId } });
  const proof = await freshProof(device);
  expect((await connect(proof)).outcome).toMatchObject({ role: 'kiosk', place: 'K7' });
  expect((await connect(proof)).outcome).toBe('badCredential');
  expect((await ask('GET', '/api/devices', undefined, await freshProof(device))).status).toBe(403);
});

test('given a proof for another challenge, another hall or with a bit changed, then it is refused', async () => {
  const device = await newDevice();
  await letIn(device, 'K8');
  const { body } = await ask('POST', '/api/devices/challenge');
  const [hallId, challenge] = [String(body['hallId']), String(body['challenge'])];
  expect((await connect(await device.prove('c'.repeat(32), hallId))).outcome).toBe('badCredential');
  expect((await connect(await device.prove(challenge, 'another hall'))).outcome).toBe('badCredential');
  const good = await freshProof(device);
  expect((await connect(good.slice(0, -2) + (good.endsWith('AA') ? 'BB' : 'AA'))).outcome).toBe('badCredential');
});

test('given a device at work, when it is revoked, then its connection is cut within a second and its next proof is refused', async () => {
  const device = await newDevice();
  await letIn(device, 'K9');
  const { socket } = await connect(await freshProof(device));
  const cut = new Promise<number>((resolve) => { socket.on('disconnect', () => resolve(performance.now())); });
  const began = performance.now();
  expect((await ask('DELETE', `/api/devices/${device.deviceId}`, undefined, as('manager'))).status).toBe(200);
  expect((await cut) - began).toBeLessThan(1_000);
  expect((await connect(await freshProof(device))).outcome).toBe('badCredential');
  expect((await ask('DELETE', `/api/devices/${device.deviceId}`, undefined, as('manager'))).status).toBe(409);
});

test('given a device at work, when the manager asks it for something, then it alone is told; one that is away cannot be asked', async () => {
  const [device, other] = [await newDevice(), await newDevice()];
  await letIn(device, 'K20');
  await letIn(other, 'K21');
  const { deviceId } = device;
  const asked = (errand: string, who: 'manager' | 'desk' | 'kiosk' = 'manager'): Promise<{ status: number; body: Body }> => ask('POST', `/api/devices/${deviceId}/errands`, { errand }, as(who));
  expect(await asked('restart')).toMatchObject({ status: 409, body: { error: { code: 'deviceAway' } } });
  const [{ socket }, neighbour] = [await connect(await freshProof(device)), await connect(await freshProof(other))];
  const strays: unknown[] = [];
  neighbour.socket.on('errand', (errand) => strays.push(errand));
  const told = new Promise((resolve) => { socket.on('errand', resolve); });
  expect(await asked('testPrint')).toEqual({ status: 202, body: { told: 1 } });
  expect(await told).toMatchObject({ errand: 'testPrint', epoch: 1 });
  expect([(await asked('selfDestruct')).status, (await asked('restart', 'desk')).status, (await asked('restart', 'kiosk')).status]).toEqual([400, 403, 403]);
  expect(strays).toEqual([]);
});

test('given anybody but the manager, then nobody is listed, let in or revoked', async () => {
  const device = await newDevice();
  const code = await codeOf(device);
  const data = { code, check: device.check(code), role: 'kiosk', place: 'K10', name: 'x' };
  expect((await ask('POST', '/api/devices', data)).status).toBe(401);
  for (const role of ['desk', 'kiosk'] as const) {
    expect((await ask('POST', '/api/devices', data, as(role))).status).toBe(403);
    expect((await ask('GET', '/api/devices', undefined, as(role))).status).toBe(403);
    expect((await ask('DELETE', `/api/devices/${device.deviceId}`, undefined, as(role))).status).toBe(403);
  }
});

test('given a place that is taken, then it is refused by name, and the code is still good for another place', async () => {
  const [first, second] = [await newDevice(), await newDevice()];
  await letIn(first, 'K11');
  expect(await letIn(second, 'K11')).toMatchObject({ status: 409, body: { error: { code: 'placeTaken' } } });
  expect((await letIn(second, 'K12')).status).toBe(201);
});

test('given a device of the hall, then it is given no code for another place, and told so in both languages', async () => {
  const device = await newDevice();
  await letIn(device, 'K13');
  const { status, body } = await ask('POST', '/api/devices/ask', { publicKey: device.publicKey });
  expect([status, body]).toEqual([409, { error: enrolProblems.deviceKnown }]);
});

test('given a console with five wrong codes, then it is told when it may go on', async () => {
  const guess = (): Promise<Response> => fetch(`${hall.url}/api/devices`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${trialCredential(hall.secret, { role: 'manager', place: 'X9' })}` },
    body: JSON.stringify({ code: '22222222', check: '000000', role: 'kiosk', place: 'K1', name: 'x' }),
  });
  for (let nth = 0; nth < 5; nth += 1) expect((await guess()).status).toBe(409);
  const { status, headers } = await guess();
  expect(status).toBe(429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(50);
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
});

test.each([['no key', ''], ['nonsense', 'x'.repeat(122)], ['a long text', 'A'.repeat(200)]])('given %s instead of a key, then no code is given', async (_what, publicKey) => {
  expect((await ask('POST', '/api/devices/ask', { publicKey })).status).toBe(503);
});

test('given the list, then codes are not in it: they are read off the devices', async () => {
  const device = await newDevice();
  const code = await codeOf(device);
  const { body } = await ask('GET', '/api/devices', undefined, as('manager'));
  expect(JSON.stringify(body)).toContain(device.deviceId);
  expect(JSON.stringify(body)).not.toContain(code);
});
