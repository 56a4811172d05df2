// Where a kiosk keeps what it needs without the server: IndexedDB, written through to the disk before anything goes on.
import type { Plan } from '@hall/core/domain/plan';
import { freshMemory, type AloneMemory } from './aloneMemory.ts';

export interface AloneDisk {
  /** What was kept, or a new memory under a name of its own. */
  read(): Promise<{ readonly memory: AloneMemory; readonly plan: Plan | null }>;
  /** Resolves when it is on the disk; rejects when it is not, and then nothing of it may be shown. */
  keep(memory: AloneMemory): Promise<void>;
  /** The plan, so that a kiosk that starts without the server knows its services. */
  keepPlan(plan: Plan): Promise<void>;
}

const shelf = 'alone';

/** Rejects where the browser keeps nothing: such a kiosk gives no number without the server. */
export async function indexedDbDisk(name = 'hall-alone'): Promise<AloneDisk> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => { opening.result.createObjectStore(shelf); };
  const db = await request(opening);
  async function write(key: string, value: unknown): Promise<void> {
    const writing = db.transaction(shelf, 'readwrite', { durability: 'strict' });
    writing.objectStore(shelf).put(value, key);
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve();
      writing.onabort = () => reject(writing.error ?? new Error('the kiosk could not keep its tickets'));
    });
  }
  return {
    async read() {
      const reading = db.transaction(shelf).objectStore(shelf);
      const [memory, plan] = await Promise.all([request<AloneMemory | undefined>(reading.get('memory')), request<Plan | undefined>(reading.get('plan'))]);
      if (memory !== undefined) return { memory, plan: plan ?? null };
      const fresh = freshMemory(crypto.randomUUID());
      await write('memory', fresh);
      return { memory: fresh, plan: plan ?? null };
    },
    keep: (memory) => write('memory', memory),
    keepPlan: (plan) => write('plan', plan),
  };
}

const request = <T>(asked: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error ?? new Error('the browser keeps nothing'));
});
