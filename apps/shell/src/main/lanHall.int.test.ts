// A shell's trust and key against a real hall on a LAN address: the authority is looked at and pinned, the check number made with it
// lets the device in, its proof is taken, and another hall at the same address is not spoken to.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkText, proofCredential } from '@hall/core/protocol/deviceProof';
import { fakeElectron } from '../testing/fakeElectron.ts';
import { fakeSeal } from '../testing/fakeSeal.ts';
import { fakeSurroundings } from '../testing/fakeTime.ts';
import { isAuthority, judgeCertificate, pinOf } from './certificateJudge.ts';
import { openDeviceKey } from './deviceKey.ts';
import { lookAtAuthority } from './firstLook.ts';
import { throughHallDoor } from './hallDoor.ts';
import { startProgram } from './program.ts';
import { openTrust, type Trust } from './trust.ts';

const hallCommand = join(import.meta.dirname, '../../../../server/src/cli/hall.ts');
const name = '127.0.0.3';
const run = promisify(execFile);
let folder: string;
let server: ChildProcess;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hall-shell-'));
  const data = join(folder, 'hall');
  await run(process.execPath, [hallCommand, 'init', '--name', name, '--data', data]);
  server = spawn(process.execPath, [hallCommand, 'serve', '--host', name, '--name', name, '--port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  address = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /The hall is open: +(\S+)\//u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    server.once('exit', (code) => { reject(new Error(`ended with ${code}: ${said}`)); });
  });
});
afterAll(async () => {
  const gone = new Promise((resolve) => { server.once('exit', resolve); });
  server.kill('SIGTERM');
  await gone;
  rmSync(folder, { recursive: true, force: true });
});

/** As the session's fetch: the certificate is judged by the trust alone, before anything is sent. */
const sendBy = (trust: Trust) => (url: string, init: RequestInit): Promise<Response> => new Promise((resolve, reject) => {
  const asking = request(url, { method: init.method ?? 'GET', headers: init.headers as Record<string, string>, rejectUnauthorized: false, agent: false }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => { resolve(new Response(Buffer.concat(parts).toString(), { status: answer.statusCode ?? 0, headers: { date: answer.headers.date ?? '' } })); });
  });
  asking.once('error', reject);
  asking.once('socket', (socket) => {
    socket.once('secureConnect', () => {
      const why = trust.distrusts((socket as TLSSocket).getPeerX509Certificate()?.toString() ?? '', new URL(url).hostname);
      if (why === null) asking.end(init.body === undefined ? undefined : Buffer.from(init.body as ArrayBuffer));
      else asking.destroy(new Error(why));
    });
  });
});

const trustIn = (file: string, look = lookAtAuthority): Trust => openTrust({ file: join(folder, file), server: address, look, note: () => undefined });
const door = (trust: Trust) => (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> => throughHallDoor(
  new Request(`hall://app${path}`, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
  { server: address, send: sendBy(trust), isReady: () => trust.establish(), told: (at) => { trust.told(at); } },
);

test('given a hall on its LAN, then the first look finds the authority that `hall init` made', async () => {
  const authority = await lookAtAuthority(address);
  expect(isAuthority(authority)).toBe(true);
  expect(pinOf(authority)).toBe(pinOf(readFileSync(join(folder, 'hall/authority.pem'), 'utf8')));
  const own = readFileSync(join(folder, 'hall/server.pem'), 'utf8');
  expect([judgeCertificate(own, name, authority, 0).distrust, judgeCertificate(own, '127.0.0.9', authority, 0).distrust]).toEqual([null, 'otherName']);
});

test('given a device with a sealed key, then the check number of key, code and pin lets it in, with another pin it does not, and its proof is taken', async () => {
  const trust = trustIn('trust.json');
  const ask = door(trust);
  const key = await openDeviceKey(join(folder, 'key.json'), fakeSeal().storage, 'linux');
  if (key === null) throw new Error('no key');
  const asked = await ask('POST', '/api/devices/ask', { publicKey: key.publicKey });
  const { code } = (await asked.json()) as { code: string };
  const checkWith = (pin: string | null): string => String(createHash('sha256').update(checkText(code, pin)).update(Buffer.from(key.publicKey, 'base64url')).digest().readUInt32BE(0) % 1_000_000).padStart(6, '0');
  const enrol = (check: string): Promise<unknown> => run(process.execPath, [hallCommand, 'devices', '--data', join(folder, 'hall'), 'enrol', code, check, '--role', 'kiosk', '--place', 'K1', '--called', 'east kiosk']);
  await expect(enrol(checkWith('x'.repeat(43)))).rejects.toThrow(/check number does not fit/u);
  await enrol(checkWith(trust.pin()));
  const { hallId, challenge } = (await (await ask('POST', '/api/devices/challenge')).json()) as { hallId: string; challenge: string };
  const credential = proofCredential({ deviceId: key.deviceId, challenge, signature: key.prove(hallId, challenge) });
  // Known as a kiosk, which may not see the list: 403 and not 401.
  expect((await ask('GET', '/api/devices', undefined, { authorization: `Bearer ${credential}` })).status).toBe(403);
});

test('given a new machine whose websocket meets the server first, then the authority is pinned before the certificate is judged, and the certificate is taken', async () => {
  const data = join(folder, 'machine/hall-shell');
  mkdirSync(data, { recursive: true });
  const electron = fakeElectron(data);
  startProgram(electron.parts, fakeSurroundings(folder, [`--server=${address}`]).surroundings);
  await expect.poll(() => electron.session.verify).not.toBeNull();
  const verdict = (pem: string): Promise<number> => new Promise((resolve) => {
    (electron.session.verify as unknown as (asked: object, answer: (told: number) => void) => void)({ hostname: name, certificate: { data: pem } }, resolve);
  });
  expect(await verdict(readFileSync(join(folder, 'hall/server.pem'), 'utf8'))).toBe(0);
  expect(await verdict(readFileSync(join(folder, 'hall/authority.pem'), 'utf8'))).toBe(-2);
  expect(await electron.call('authorityPin', [])).toBe(pinOf(readFileSync(join(folder, 'hall/authority.pem'), 'utf8')));
});

test('given a pin of another hall, then not a byte is sent to this one', async () => {
  const otherData = join(folder, 'other');
  await run(process.execPath, [hallCommand, 'init', '--name', name, '--data', otherData]);
  const trust = trustIn('other-trust.json', () => Promise.resolve(readFileSync(join(otherData, 'authority.pem'), 'utf8')));
  expect((await door(trust)('POST', '/api/devices/challenge')).status).toBe(502);
});

test('given nobody at the address, or one that shows no certificate, then there is no authority', async () => {
  await expect(lookAtAuthority('https://127.0.0.3:1')).rejects.toThrow();
});
