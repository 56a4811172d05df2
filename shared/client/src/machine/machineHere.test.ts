// A page finds its shell, checks what it is told, and works without one.
import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { readProof } from '@hall/core/protocol/deviceProof';
import type { ShellBridge } from '@hall/core/shell/shellCalls';
import type { SlipDocument } from '@hall/core/slip/slipDocument';
import type { DeviceKey } from '../link/deviceKey.ts';
import { machineHere } from './machineHere.ts';
import { shellMachine } from './shellMachine.ts';

afterEach(() => { vi.useRealTimers(); });

const location = { origin: 'https://hall.example.lan' } as Location;
const keys = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const spki = keys.publicKey.export({ type: 'spki', format: 'der' });
const kept = { deviceId: 'd'.repeat(43), publicKey: spki.toString('base64url') };
const slip: SlipDocument = { language: 'zh', lines: [{ text: 'A001', size: 3, bold: true, align: 'center' }] };
const hallId = '11111111-1111-4111-8111-111111111111';

function bridge(more: Partial<ShellBridge> = {}): ShellBridge & { readonly asked: unknown[][] } {
  const asked: unknown[][] = [];
  const answers = (name: string, answer: unknown) => (...asks: unknown[]): Promise<unknown> => { asked.push([name, ...asks]); return Promise.resolve(answer); };
  return {
    server: 'https://10.0.0.5:4180', asked,
    authorityPin: answers('authorityPin', 'p'.repeat(43)),
    deviceKey: answers('deviceKey', kept),
    prove: (_hall, challenge) => Promise.resolve(sign('sha256', Buffer.from(challenge), { key: keys.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')),
    placed: answers('placed', null), alive: answers('alive', null), restart: answers('restart', null), useServer: answers('useServer', true),
    print: answers('print', { state: 'confirmed', why: null, nearEnd: false }), cardRead: answers('cardRead', { kind: 'empty' }), printerState: answers('printerState', { kind: 'ready', nearEnd: false, columns: 48 }),
    ...more,
  };
}

test('given a plain browser, then the server is where the page came from, nothing is pinned, and nothing prints', async () => {
  const machine = machineHere({ location });
  expect([machine.server, machine.printer, machine.cardRead, await machine.authorityPin()]).toEqual([location.origin, null, null, null]);
});

test('given a shell, then the server is the one the shell knows, and its printer prints', async () => {
  const shell = bridge();
  const machine = machineHere({ location, hallShell: shell });
  expect([machine.server, await machine.authorityPin()]).toEqual(['https://10.0.0.5:4180', 'p'.repeat(43)]);
  expect([await machine.printer?.print('1.1', slip), await machine.printer?.state()]).toEqual([{ state: 'confirmed', why: null, nearEnd: false }, { kind: 'ready', nearEnd: false, columns: 48 }]);
  machine.placed({ role: 'kiosk', place: 'K1' });
  expect(shell.asked).toContainEqual(['print', '1.1', slip]);
  expect(shell.asked).toContainEqual(['placed', { role: 'kiosk', place: 'K1' }]);
});

test('given a key that the shell keeps, then proofs and check numbers are made with it; given none, then the page has its own', async () => {
  const key = await shellMachine(bridge()).key();
  const proof = readProof(await key.prove(hallId, 'c'.repeat(32)));
  expect(proof).toMatchObject({ deviceId: kept.deviceId, challenge: 'c'.repeat(32) });
  const [open, pinned, other] = await Promise.all([key.checkNumber('ABCD2345', null), key.checkNumber('ABCD2345', 'p'.repeat(43)), key.checkNumber('ABCD2345', 'q'.repeat(43))]);
  expect(new Set([open, pinned, other]).size).toBe(3);
  const own = { deviceId: 'own' } as DeviceKey;
  expect(await shellMachine(bridge({ deviceKey: () => Promise.resolve(null) }), () => Promise.resolve(own)).key()).toBe(own);
});

test.each([
  ['a key of another form', { deviceKey: () => Promise.resolve({ deviceId: '<script>', publicKey: '' }) }],
  ['nothing', { deviceKey: () => Promise.resolve(undefined) }],
])('given a shell that tells %s, then it is not used', async (_what, wrong) => {
  await expect(shellMachine(bridge(wrong)).key()).rejects.toThrow();
});

test('given a page that shows nothing, then it says no more that it lives', () => {
  vi.useFakeTimers();
  const shell = bridge();
  let shows = true;
  const stop = shellMachine(shell).beAlive(() => shows);
  vi.advanceTimersByTime(6_000);
  const told = shell.asked.length;
  expect(told).toBe(3);
  shows = false;
  vi.advanceTimersByTime(6_000);
  expect(shell.asked.length).toBe(told);
  shows = true;
  stop();
  vi.advanceTimersByTime(6_000);
  expect(shell.asked.length).toBe(told);
});
