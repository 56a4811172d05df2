// Gives passwords to the hashing thread, one after the other. The thread is begun with the first one and let go of when
// nobody has signed in for a while: most of the day nobody does.
import { Worker } from 'node:worker_threads';
import type { HashDone, HashOrder } from './hashWorker.ts';

const idleMs = 120_000;

export interface HashThread {
  /** Rejects when the thread dies over it; the next one begins another. */
  derive(order: Omit<HashOrder, 'id'>): Promise<Buffer>;
}

export function createHashThread(): HashThread {
  let worker: Worker | null = null;
  let orders = 0;
  let idle: NodeJS.Timeout | undefined;
  const open = new Map<number, { resolve: (key: Buffer) => void; reject: (error: Error) => void }>();

  function end(error: Error): void {
    worker = null;
    for (const { reject } of open.values()) reject(error);
    open.clear();
  }
  function begin(): Worker {
    const started = new Worker(new URL('./hashWorker.ts', import.meta.url));
    // A server that stops does not wait for a password.
    started.unref();
    started.on('message', ({ id, key }: HashDone) => {
      open.get(id)?.resolve(Buffer.from(key));
      open.delete(id);
      if (open.size > 0) return;
      started.unref();
      idle = setTimeout(() => {
        if (open.size > 0 || worker !== started) return;
        worker = null;
        void started.terminate();
      }, idleMs).unref();
    });
    started.on('error', (error) => { if (worker === started) end(error instanceof Error ? error : new Error(String(error))); });
    started.on('exit', () => { if (worker === started) end(new Error('the hashing thread ended')); });
    return started;
  }

  return {
    derive(order) {
      clearTimeout(idle);
      worker ??= begin();
      worker.ref();
      orders += 1;
      const id = orders;
      const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
      open.set(id, { resolve, reject });
      worker.postMessage({ id, ...order } satisfies HashOrder);
      return promise;
    },
  };
}
