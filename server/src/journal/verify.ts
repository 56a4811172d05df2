// Verifies a whole journal from its first event, on a worker thread (J2); nightly and by `hall verify`.
import { Worker } from 'node:worker_threads';

export interface Verified {
  readonly ok: boolean;
  readonly message: string;
}

/** Resolves with what was found; rejects only when the check itself could not run. */
export function verifyWhole(file: string): Promise<Verified> {
  const { promise, resolve, reject } = Promise.withResolvers<Verified>();
  const worker = new Worker(new URL('./verifyWorker.ts', import.meta.url), { workerData: { file } });
  worker.once('message', (found: Verified) => resolve(found));
  worker.once('error', reject);
  worker.once('exit', (code) => { if (code !== 0) reject(new Error(`verification ended with ${code}`)); });
  return promise;
}
