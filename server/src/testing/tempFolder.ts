// Folders for tests that use a real disk. A test process may be ended without a word, so what it leaves
// is swept by the next one that asks: the folder's name tells whose it was.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'hall-test-';
let swept = false;

export function tempFolder(): string {
  if (!swept) sweep();
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
}

function sweep(): void {
  swept = true;
  process.once('exit', () => remove((pid) => pid === process.pid));
  remove((pid) => !isAlive(pid));
}

function remove(whose: (pid: number) => boolean): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^hall-test-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && whose(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
