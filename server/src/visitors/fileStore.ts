// Files in the side store: each sealed with a key of its own, which is sealed under the day's (V1). The row with that key goes
// first; what is left of the file then opens for nobody, wherever a copy of it may lie.
import { createSecretKey, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BusinessDay, FileRef } from '@hall/core/domain/ids';
import type { DayKeys } from './dayKeys.ts';
import { sealLarge, unsealLarge } from './largeSeal.ts';
import { sealBytes, unsealBytes } from './sealed.ts';
import type { VisitorRows } from './visitorRows.ts';
import type { FileStore } from './visitors.ts';

export interface ErasableFiles extends FileStore {
  /** Days of which any file is left. */
  filed(): BusinessDay[];
  /** The bytes alone; the rows are the caller's. */
  remove(files: readonly { readonly ref: FileRef; readonly day: BusinessDay }[]): void;
  removeDay(day: BusinessDay): void;
}

export function fileStore(folder: string, rows: VisitorRows, keys: DayKeys): ErasableFiles {
  const { attached } = rows;
  const folderOf = (day: BusinessDay): string => join(folder, day);
  const pathOf = (day: BusinessDay, ref: FileRef): string => join(folderOf(day), ref);

  return {
    async keep(bytes, { day, kind, visitorId }) {
      const ref = randomBytes(16).toString('hex') as FileRef;
      const secret = randomBytes(32);
      const { pieces, sha256 } = await sealLarge(createSecretKey(secret), labelOf(ref, day), bytes);
      await mkdir(folderOf(day), { recursive: true, mode: 0o700 });
      try {
        await writeSynced(pathOf(day, ref), pieces);
        await syncFolder(folderOf(day));
      } catch (error) {
        await rm(pathOf(day, ref), { force: true });
        throw error;
      }
      // Last of all: a file without its row is noise, and goes with its day.
      rows.write(() => attached.putFile({ ref, day, visitorId, kind, sealed: sealBytes(keys.make(day).sealing, 'fileKey', { id: ref, day }, secret) }));
      return { ref, kind, bytes: bytes.length, sha256 };
    },
    async forget(ref) {
      const row = attached.file(ref);
      if (row === null) return;
      rows.write(() => attached.dropFile(ref));
      await rm(pathOf(row.day, ref), { force: true });
    },
    async read(ref) {
      const row = attached.file(ref);
      const key = row === null ? null : keys.of(row.day);
      if (row === null || key === null) return null;
      const as = { id: ref, day: row.day };
      const secret = unsealBytes(key.sealing, 'fileKey', as, row.sealed);
      const sealed = secret === null ? null : await readFile(pathOf(row.day, ref)).catch(() => null);
      const bytes = secret === null || sealed === null ? null : await unsealLarge(createSecretKey(secret), labelOf(ref, row.day), sealed);
      return bytes === null ? null : { kind: row.kind, bytes };
    },
    filed: () => (existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d$/u.test(name)) as BusinessDay[] : []),
    remove: (files) => files.forEach(({ ref, day }) => rmSync(pathOf(day, ref), { force: true })),
    removeDay: (day) => rmSync(folderOf(day), { recursive: true, force: true }),
  };
}

const labelOf = (ref: FileRef, day: BusinessDay): string => `file ${ref} ${day}`;

async function writeSynced(file: string, pieces: readonly Buffer[]): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for (const piece of pieces) await handle.appendFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** So that the file's coming outlives a power cut; where folders cannot be synced, the system does it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
