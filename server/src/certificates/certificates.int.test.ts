// The hall's authority and the server's certificate: made without a network, followed by a real TLS client that knows
// only the pin or only the authority, renewed by itself, and refused with clear words when something is lost or wrong.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/tempFolder.ts';
import { CertificateRefused, makeAuthority, readAuthority } from './hallAuthority.ts';
import { serverCertificate } from './serverCertificate.ts';

const hallId = '11111111-1111-4111-8111-111111111111';
const now = Date.now();
const day = 86_400_000;

async function served(folder: string, names: readonly string[]): Promise<number> {
  const { cert, key } = await serverCertificate(folder, await readAuthority(folder, now), names, now);
  const server = createServer({ cert, key }, (_request, response) => response.end('hall'));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => { server.close(); });
  return (server.address() as AddressInfo).port;
}

/** What a TLS client says of the server: null when it trusts it. */
const judgedBy = (port: number, ca: string, servername: string): Promise<string | null> => new Promise((resolve) => {
  const socket = connect({ port, host: '127.0.0.1', ca, servername }, () => {
    socket.destroy();
    resolve(null);
  });
  socket.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
});

test('given a new hall, then a client with its authority trusts the server by name, and one of another hall does not', async () => {
  const folder = tempFolder();
  const { pem } = await makeAuthority(folder, hallId, now);
  const other = await makeAuthority(tempFolder(), hallId, now);
  const port = await served(folder, ['hall.lan', '127.0.0.1']);
  expect(await judgedBy(port, pem, 'hall.lan')).toBeNull();
  expect(await judgedBy(port, other.pem, 'hall.lan')).toMatch(/UNABLE_TO_VERIFY|SELF_SIGNED/);
  expect(await judgedBy(port, pem, 'elsewhere.lan')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
});

test('given a screen that pins the authority, then the chain the server sends ends in that pin', async () => {
  const folder = tempFolder();
  const { pin } = await makeAuthority(folder, hallId, now);
  const port = await served(folder, ['hall.lan']);
  const pins = await new Promise<string[]>((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      const found: string[] = [];
      for (let one = socket.getPeerX509Certificate(); one !== undefined; one = one.issuerCertificate) found.push(one.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'));
      socket.destroy();
      resolve(found);
    });
    socket.on('error', reject);
  });
  expect(pins.map((spki) => createHash('sha256').update(Buffer.from(spki, 'base64url')).digest('base64url'))).toContain(pin);
});

test('given a certificate that is good, then it stays; near its end, for other names, or damaged it is made anew', async () => {
  const folder = tempFolder();
  const authority = await makeAuthority(folder, hallId, now);
  const at = (when: number, names: readonly string[] = ['hall.lan', '10.0.0.5']): ReturnType<typeof serverCertificate> => serverCertificate(folder, authority, names, when);
  const first = await at(now);
  expect(first.renewed).toBe('first');
  expect(first.notAfter - now).toBeGreaterThan(360 * day);
  expect(await at(now + 300 * day)).toEqual({ ...first, renewed: null });
  expect((await at(now + 340 * day)).renewed).toBe('endsSoon');
  expect((await at(now + 340 * day, ['hall.lan', '10.0.0.6'])).renewed).toBe('otherNames');
  writeFileSync(join(folder, 'server.pem'), 'torn');
  expect((await at(now + 340 * day, ['hall.lan'])).renewed).toBe('damaged');
  rmSync(join(folder, 'server.key'));
  expect((await at(now + 340 * day, ['hall.lan'])).renewed).toBe('first');
  // Another server's key beside our certificate.
  const foreign = tempFolder();
  const stranger = await serverCertificate(foreign, await makeAuthority(foreign, hallId, now), ['hall.lan'], now);
  writeFileSync(join(folder, 'server.key'), stranger.key);
  expect((await at(now + 340 * day, ['hall.lan'])).renewed).toBe('damaged');
});

test('given keys, then only their owner can read them', async () => {
  const folder = tempFolder();
  await serverCertificate(folder, await makeAuthority(folder, hallId, now), ['hall.lan'], now);
  for (const file of ['authority.key', 'server.key']) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
});

test.each([
  ['the authority is made twice', 'is there already', (folder: string) => makeAuthority(folder, hallId, now)],
  ['the key is lost', 'authority.key is missing', (folder: string) => { rmSync(join(folder, 'authority.key')); return readAuthority(folder, now); }],
  ['the key is damaged', 'authority.key is damaged', (folder: string) => { writeFileSync(join(folder, 'authority.key'), 'torn'); return readAuthority(folder, now); }],
  ['the certificate is damaged', 'authority.pem is damaged', (folder: string) => { writeFileSync(join(folder, 'authority.pem'), '-----BEGIN'); return readAuthority(folder, now); }],
  ['the certificate has ended', 'ended on', (folder: string) => readAuthority(folder, now + 21 * 366 * day)],
])('given that %s, then it is refused with what to do, and nothing is written', async (_what, words, act) => {
  const folder = tempFolder();
  await makeAuthority(folder, hallId, now);
  const refused: unknown = await Promise.resolve().then(() => act(folder)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CertificateRefused);
  expect(String(refused)).toContain(words);
  expect(existsSync(join(folder, 'server.pem'))).toBe(false);
});

test('given the key of another authority beside ours, then it is refused', async () => {
  const [folder, other] = [tempFolder(), tempFolder()];
  await makeAuthority(folder, hallId, now);
  await makeAuthority(other, hallId, now);
  writeFileSync(join(folder, 'authority.key'), readFileSync(join(other, 'authority.key')));
  await expect(readAuthority(folder, now)).rejects.toThrow('is not the key of');
});
