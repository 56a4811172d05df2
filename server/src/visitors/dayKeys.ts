// The keys to visitors' data: one file per business day, apart from the database (V1). Deleting a day's key is what makes
// its people unreadable everywhere, also in copies nobody remembers. Keys are never copied, shown or logged.
import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusinessDay } from '@hall/core/domain/ids';
import { writeWhole } from '../journal/folder.ts';

const keyBytes = 32;
/** Also of what a power cut or a broken disk left beside a key: it goes with its day. */
const fileName = /^(\d{4}-\d\d-\d\d)\.key(.*)$/u;
/** POSIX only: other systems keep rights elsewhere. */
const hasModes = process.platform !== 'win32';

/** Both are made from the day's one secret, so that no use of it tells anything about another. */
export interface DayKey {
  readonly sealing: KeyObject;
  readonly marking: KeyObject;
}

export interface DayKeys {
  /** Days whose key can be used, the newest first. */
  days(): readonly BusinessDay[];
  /** Days of which any file is left, whether it can be used or not. */
  filed(): BusinessDay[];
  /** Null when that day has none, or none that can be read. */
  of(day: BusinessDay): DayKey | null;
  /** The day's key; a new one is on disk before it is used. */
  make(day: BusinessDay): DayKey;
  erase(day: BusinessDay): void;
}

export type Warn = (facts: Record<string, unknown>, what: string) => void;

export function openDayKeys(folder: string, warn: Warn): DayKeys {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  else if (hasModes && (statSync(folder).mode & 0o077) !== 0) {
    warn({ folder }, 'the folder of visitors\' keys can be read by other accounts of this machine; only the hall\'s own account should: chmod 700');
  }
  const fileOf = (day: string): string => join(folder, `${day}.key`);
  const files = (): { readonly name: string; readonly day: BusinessDay; readonly isKey: boolean }[] => readdirSync(folder).flatMap((name) => {
    const [, day, rest] = fileName.exec(name) ?? [];
    return day === undefined ? [] : [{ name, day: day as BusinessDay, isKey: rest === '' }];
  });
  const keys = new Map<BusinessDay, DayKey>();
  for (const { name, day } of files().filter(({ isKey }) => isKey)) {
    const secret = readSecret(join(folder, name));
    if (secret === null) warn({ file: name }, 'a key of visitors\' data cannot be read: the people of that day are unreadable');
    else keys.set(day, keyOf(secret));
  }

  return {
    days: () => [...keys.keys()].sort().reverse(),
    filed: () => [...new Set(files().map(({ day }) => day))],
    of: (day) => keys.get(day) ?? null,
    make(day) {
      const known = keys.get(day);
      if (known !== undefined) return known;
      const secret = randomBytes(keyBytes);
      // A file that is no key opens nothing, but it is not ours to throw away before its day is.
      if (existsSync(fileOf(day))) renameSync(fileOf(day), `${fileOf(day)}.unreadable`);
      writeWhole(fileOf(day), `${secret.toString('hex')}\n`);
      syncFolder(folder);
      const key = keyOf(secret);
      keys.set(day, key);
      return key;
    },
    erase(day) {
      keys.delete(day);
      for (const { name } of files().filter((file) => file.day === day)) wipe(join(folder, name));
      syncFolder(folder);
    },
  };
}

function keyOf(secret: Buffer): DayKey {
  const part = (use: string): KeyObject => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `hall visitors ${use}`, keyBytes)));
  return { sealing: part('sealing'), marking: part('marking') };
}

function readSecret(file: string): Buffer | null {
  try {
    const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
    return secret.length === keyBytes ? secret : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** Written over before it goes, for disks that keep things in place. */
function wipe(file: string): void {
  if (hasModes) chmodSync(file, 0o600);
  const handle = openSync(file, 'r+');
  try {
    writeFileSync(handle, randomBytes(2 * keyBytes + 1));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(file);
}

/** So that a file's coming or going outlives a power cut; where folders cannot be synced, the system does it. */
function syncFolder(folder: string): void {
  if (!hasModes) return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
