// Small JSON files of this machine: read with a check of their form, written whole or not at all.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

export type Read<T> = { readonly kind: 'read'; readonly value: T } | { readonly kind: 'absent' } | { readonly kind: 'wrong'; readonly why: string };

export function readSmallFile<T>(file: string, form: z.ZodType<T>): Read<T> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return isAbsent(error) ? { kind: 'absent' } : { kind: 'wrong', why: String(error) };
  }
  try {
    const checked = form.safeParse(JSON.parse(text));
    return checked.success ? { kind: 'read', value: checked.data } : { kind: 'wrong', why: checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
  } catch {
    return { kind: 'wrong', why: 'no JSON' };
  }
}

/** Readable by its owner alone. A machine that loses power keeps the old file or the new one, never half of either. */
export function writeSmallFile(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.new`;
  writeFileSync(half, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(half, file);
}

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
