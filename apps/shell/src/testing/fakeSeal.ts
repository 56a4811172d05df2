// The operating system's seal for secrets, as a test wants it: real, absent, or not yet open.
import type { Seal } from '../main/deviceKey.ts';

export interface FakeSeal {
  readonly storage: Seal;
  isAvailable: boolean;
  backend: ReturnType<Seal['getSelectedStorageBackend']>;
}

export function fakeSeal(): FakeSeal {
  const mask = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  const fake: FakeSeal = {
    isAvailable: true, backend: 'gnome_libsecret',
    storage: {
      isAsyncEncryptionAvailable: () => Promise.resolve(fake.isAvailable),
      encryptStringAsync: (text) => Promise.resolve(mask(Buffer.from(text))),
      decryptStringAsync: (bytes) => Promise.resolve({ result: mask(bytes).toString(), shouldReEncrypt: false }),
      getSelectedStorageBackend: () => fake.backend,
    },
  };
  return fake;
}
