// Starting programs from scripts: with our own Node, waiting for their end, a few at a time.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './screens.ts';

/** The part of a package.json that is read here. */
interface Manifest {
  bin?: string | Record<string, string>;
}

export interface Ended {
  code: number;
  /** What it printed, when it was not printed straight away. */
  output: string;
}

/**
 * Runs a Node program and tells how it ended; a program ended by a signal counts as code 1.
 * `show` lets it print straight to the terminal, otherwise its output is kept for the caller.
 */
export async function runNode(args: string[], { show = true, cwd = ROOT } = {}): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The script behind a root package's command, so that no shell and no other Node stands between. */
export function commandOf(name: string, command = name): string {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (script === undefined) throw new Error(`${name} has no command ${command}`);
  return join(folder, script);
}

/** Does `work` on each item, at most `width` at a time, and gives the results in the items' order. */
export async function eachOf<T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}

/** Seconds since `startedAt` (a performance.now() reading), for printing. */
export function secondsSince(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
