// The key that the shell keeps: sealed where the machine really seals, one device for ever, and good for proofs alone.
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { proofText } from '@hall/core/protocol/deviceProof';
import { fakeSeal } from '../testing/fakeSeal.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { isRealSeal, openDeviceKey } from './deviceKey.ts';

const hallId = '11111111-1111-4111-8111-111111111111';
const challenge = 'c'.repeat(32);

test('given a machine that keeps secrets, then the key is made once, sealed, and proves itself as a browser\'s key does', async () => {
  const [file, { storage }] = [join(tempFolder(), 'key.json'), fakeSeal()];
  const key = await openDeviceKey(file, storage, 'linux');
  expect(readFileSync(file, 'utf8')).not.toContain('PRIVATE KEY');
  const again = await openDeviceKey(file, storage, 'linux');
  expect(again?.deviceId).toBe(key?.deviceId);
  const spki = Buffer.from(key?.publicKey ?? '', 'base64url');
  expect(spki.length).toBe(91);
  const signed = Buffer.from(again?.prove(hallId, challenge) ?? '', 'base64url');
  expect(verify('sha256', Buffer.from(proofText(hallId, key?.deviceId ?? '', challenge)), { key: createPublicKey({ key: spki, format: 'der', type: 'spki' }), dsaEncoding: 'ieee-p1363' }, signed)).toBe(true);
});

test.each([['basic_text', 'linux', false], ['unknown', 'linux', false], ['gnome_libsecret', 'linux', true], ['kwallet6', 'linux', true], ['unknown', 'win32', true]] as const)('the seal %s of %s is real: %s', async (backend, platform, real) => {
  const seal = fakeSeal();
  seal.backend = backend;
  expect(await isRealSeal(seal.storage, platform)).toBe(real);
  seal.isAvailable = false;
  expect(await isRealSeal(seal.storage, platform)).toBe(false);
});

test('given a machine that keeps no secrets, then there is no key and no file: the page keeps its own', async () => {
  const [file, seal] = [join(tempFolder(), 'key.json'), fakeSeal()];
  seal.backend = 'basic_text';
  expect(await openDeviceKey(file, seal.storage, 'linux')).toBeNull();
  expect(() => readFileSync(file)).toThrow();
});

test('given a sealed key and a keyring that is not open yet, then it is an obstacle and not another device', async () => {
  const [file, seal] = [join(tempFolder(), 'key.json'), fakeSeal()];
  const made = await openDeviceKey(file, seal.storage, 'linux');
  seal.isAvailable = false;
  await expect(openDeviceKey(file, seal.storage, 'linux')).rejects.toThrow(/does not open/u);
  seal.isAvailable = true;
  expect((await openDeviceKey(file, seal.storage, 'linux'))?.deviceId).toBe(made?.deviceId);
});
