// The thread that hashes passwords: behind everything else on the machine, because a clerk who signs in can wait a moment and
// a visitor at a kiosk should not notice.
import { scryptSync } from 'node:crypto';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';

export interface HashOrder {
  readonly id: number;
  readonly secret: string;
  readonly salt: Uint8Array;
  readonly logN: number;
  readonly r: number;
  readonly p: number;
  readonly bytes: number;
}
export interface HashDone { readonly id: number; readonly key: Uint8Array }

const port = parentPort;
if (port === null) throw new Error('hashWorker runs on a thread of the server');
// On Linux this is the thread's own; elsewhere it would slow the whole server down.
if (process.platform === 'linux') setPriority(10);

port.on('message', ({ id, secret, salt, logN, r, p, bytes }: HashOrder) => {
  const N = 2 ** logN;
  port.postMessage({ id, key: scryptSync(secret, salt, bytes, { N, r, p, maxmem: 256 * N * r }) } satisfies HashDone);
});
