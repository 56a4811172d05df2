// What this device is known by: a P-256 key that the browser keeps and never gives out (not even to this program), and
// the proofs made with it. The server's side is server/src/devices/deviceKey.ts; texts that are signed must agree.
import { checkText, proofCredential, proofText } from '@hall/core/protocol/deviceProof';

export interface DeviceKey {
  /** SHA-256 of the public key, base64url. */
  readonly deviceId: string;
  /** SPKI, base64url: what enrolment sends. */
  readonly publicKey: string;
  /** The credential for one connection: good once, for this challenge. */
  prove(hallId: string, challenge: string): Promise<string>;
  /** Six digits that only this key, this code and, where the device pins it, this authority give: shown beside the code. */
  checkNumber(code: string, authorityPin: string | null): Promise<string>;
}

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const shelf = 'keys';
const name = 'device';

/** The key of this browser profile, made at the first visit. Rejects where the browser has no secure context or storage. */
export async function deviceKey(): Promise<DeviceKey> {
  const db = await openStore();
  try {
    const known = await request<CryptoKeyPair | undefined>(db.transaction(shelf).objectStore(shelf).get(name));
    return describe(known ?? (await make(db)));
  } finally {
    db.close();
  }
}

async function make(db: IDBDatabase): Promise<CryptoKeyPair> {
  const pair = await crypto.subtle.generateKey(p256, false, ['sign', 'verify']);
  const writing = db.transaction(shelf, 'readwrite', { durability: 'strict' });
  writing.objectStore(shelf).put(pair, name);
  await new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error ?? new Error('the device key could not be kept'));
  });
  return pair;
}

async function describe({ publicKey, privateKey }: CryptoKeyPair): Promise<DeviceKey> {
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
  const deviceId = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', spki)));
  return {
    deviceId,
    publicKey: base64url(spki),
    async prove(hallId, challenge) {
      const text = new TextEncoder().encode(proofText(hallId, deviceId, challenge));
      const signature = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, text));
      return proofCredential({ deviceId, challenge, signature: base64url(signature) });
    },
    checkNumber: (code, authorityPin) => checkNumberOf(spki, code, authorityPin),
  };
}

/** `spki`: the public key's bytes; `authorityPin`: what the device holds the hall's authority for, null where it cannot see it. */
export async function checkNumberOf(spki: Uint8Array, code: string, authorityPin: string | null): Promise<string> {
  const head = new TextEncoder().encode(checkText(code, authorityPin));
  const both = new Uint8Array(head.length + spki.length);
  both.set(head);
  both.set(spki, head.length);
  const digest = new DataView(await crypto.subtle.digest('SHA-256', both));
  return String(digest.getUint32(0) % 1_000_000).padStart(6, '0');
}

function openStore(): Promise<IDBDatabase> {
  const opening = indexedDB.open('hall-device', 1);
  opening.onupgradeneeded = () => { opening.result.createObjectStore(shelf); };
  return request(opening);
}

const request = <T>(asked: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error ?? new Error('the browser keeps nothing'));
});

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
