// The `hall` command as a real child process: started, spoken to, killed.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../cli/hall.ts');
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface HallProcess {
  readonly url: string;
  readonly port: number;
  readonly secret: string;
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** A power cut as far as a process can have one. */
  kill(): Promise<Ended>;
  stop(): Promise<Ended>;
}

export interface ServeOptions {
  readonly data: string;
  readonly plan: string;
  readonly port?: number;
  /** A program to run it under, with its arguments. */
  readonly under?: readonly string[];
}

/** No file may grow above so many blocks of 512 bytes: a disk that is full. */
export const fullAfter = (blocks: number): string[] => ['sh', '-c', `ulimit -f ${blocks}; exec "$0" "$@"`];

function launch(args: readonly string[], under: readonly string[] = []): { child: ChildProcess; ended: Promise<Ended>; told: (text: RegExp) => Promise<RegExpExecArray | null> } {
  const [file = '', ...rest] = [...under, process.execPath, program, ...args];
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let out = '';
  let err = '';
  const waiting: (() => void)[] = [];
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString();
    waiting.forEach((look) => look());
  });
  child.stderr.on('data', (text: Buffer) => { err += text.toString(); });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, out, err });
      waiting.forEach((look) => look());
    });
  });
  const told = (text: RegExp): Promise<RegExpExecArray | null> => new Promise((resolve) => {
    const look = (): void => {
      const found = text.exec(out);
      if (found !== null || child.exitCode !== null || child.signalCode !== null) resolve(found);
    };
    waiting.push(look);
    look();
  });
  return { child, ended, told };
}

/** Runs a command of the hall to its end. */
export const runHall = (...args: string[]): Promise<Ended> => launch(args).ended;

/**
 * A free port below those the system hands out: a screen that knocks at a handed-out port while the hall is down
 * can be given that very port as its own, and then takes it.
 */
export async function ownPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + randomInt(10_000);
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((closed) => { probe.close(closed); });
    return port;
  }
}

/** Resolves when the hall is open; rejects with what it said when it is not. */
export const serve = ({ data, plan, port = 0, under }: ServeOptions): Promise<HallProcess> =>
  opened(['serve', '--trial', '--port', String(port), '--data', data, '--plan', plan], data, under);

/** A hall made for a LAN, with its certificate, on an address of this machine. `names`: what screens call it, besides that address. */
export async function serveLan({ data, plan, host, names }: Pick<ServeOptions, 'data' | 'plan'> & { readonly host: string; readonly names: readonly string[] }): Promise<HallProcess> {
  const { code, err } = await runHall('init', '--data', data, '--plan', plan, '--name', host, ...names);
  if (code !== 0) throw new Error(`the hall was not made: ${code} ${err}`);
  return opened(['serve', '--host', host, '--port', '0', '--data', data, '--name', host, ...names], data);
}

async function opened(command: readonly string[], data: string, under?: readonly string[]): Promise<HallProcess> {
  const { child, ended, told } = launch(command, under);
  const open = await told(/The hall is open: +(https?:\/\/[\d.]+:(\d+))\//);
  if (open === null) {
    const { code, err } = await ended;
    throw new Error(`the hall did not open: ${code} ${err}`);
  }
  const { trialSecret } = JSON.parse(readFileSync(join(data, 'hall.json'), 'utf8')) as { trialSecret: string };
  const end = (signal: 'SIGKILL' | 'SIGTERM'): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  return { url: open[1] ?? '', port: Number(open[2]), secret: trialSecret, pid: child.pid ?? 0, ended, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
