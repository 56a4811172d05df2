// The key this device is known by, where the machine keeps secrets: made here, sealed by the operating system (safeStorage), used
// only to sign proofs for the hall. Windows seals with the user's own key (DPAPI), Linux with its keyring. Where Linux has none,
// Electron's `basic_text` is a fixed password that everybody knows: no seal. Then the page keeps a key of its own.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { SafeStorage } from 'electron';
import { z } from 'zod';
import { proofText } from '@hall/core/protocol/deviceProof';
import { readSmallFile, writeSmallFile } from './smallFile.ts';

const sealedSchema = z.strictObject({ sealed: z.string().max(10_000) });

export interface DeviceKey {
  readonly deviceId: string;
  /** SPKI, base64url. */
  readonly publicKey: string;
  /** ECDSA with SHA-256, r and s, base64url. */
  prove(hallId: string, challenge: string): string;
}

export type Seal = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'>;

export async function isRealSeal(seal: Seal, platform: NodeJS.Platform): Promise<boolean> {
  if (!(await seal.isAsyncEncryptionAvailable())) return false;
  return platform !== 'linux' || !['basic_text', 'unknown'].includes(seal.getSelectedStorageBackend());
}

/**
 * Null: this machine keeps no secrets. Rejects when a sealed key is there and cannot be opened now (a keyring that is still locked
 * after the start): another key would make another device of it, so the caller tries again later.
 */
export async function openDeviceKey(file: string, seal: Seal, platform: NodeJS.Platform): Promise<DeviceKey | null> {
  const read = readSmallFile(file, sealedSchema);
  if (read.kind === 'wrong') throw new Error(`${file} is damaged: ${read.why}`);
  const isReal = await isRealSeal(seal, platform);
  if (read.kind === 'absent') return isReal ? makeKey(file, seal) : null;
  if (!isReal) throw new Error('the key is sealed, and the machine does not open it now');
  const { result } = await seal.decryptStringAsync(Buffer.from(read.value.sealed, 'base64'));
  return described(createPrivateKey(result));
}

async function makeKey(file: string, seal: Seal): Promise<DeviceKey> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const sealed = await seal.encryptStringAsync(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
  writeSmallFile(file, { sealed: sealed.toString('base64') });
  return described(privateKey);
}

function described(key: KeyObject): DeviceKey {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const deviceId = createHash('sha256').update(spki).digest('base64url');
  return {
    deviceId, publicKey: spki.toString('base64url'),
    prove: (hallId, challenge) => sign('sha256', Buffer.from(proofText(hallId, deviceId, challenge)), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  };
}
