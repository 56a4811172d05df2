// The `hall` command in a process of its own, to be killed and started again on the same port and folder.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Random } from '@hall/core/base/random';

const program = join(import.meta.dirname, '../../../server/src/cli/hall.ts');

export interface Place {
  readonly data: string;
  readonly plan: string;
  readonly port: number;
}

export interface MortalServer {
  readonly url: string;
  readonly secret: string;
  /** SIGKILL is a power cut as far as a process can have one; SIGTERM is Ctrl+C. Resolves when it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Resolves when the hall is open; rejects with what it said when it is not. */
export async function startMortal({ data, plan, port }: Place): Promise<MortalServer> {
  // A group of its own: Ctrl+C in the terminal is for the soak, which then ends the hall itself.
  const child = spawn(process.execPath, [program, 'serve', '--trial', '--port', String(port), '--data', data, '--plan', plan], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const kill = (): void => { child.kill('SIGKILL'); };
  process.once('exit', kill);
  let said = '';
  const ended = new Promise<void>((resolve) => { child.once('close', () => resolve()); });
  const open = new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('The hall is open')) resolve(true);
      });
    }
    child.once('close', () => resolve(false));
  });
  if (!(await open)) throw new Error(`the hall did not open: ${said}`);
  const { trialSecret } = JSON.parse(readFileSync(join(data, 'hall.json'), 'utf8')) as { trialSecret: string };
  return {
    url: `http://127.0.0.1:${port}`,
    secret: trialSecret,
    end(signal) {
      process.off('exit', kill);
      child.kill(signal);
      return ended;
    },
  };
}

/** A free port below those the system hands out, so that no screen that knocks meanwhile is given it as its own. */
export async function freePort(random: Random): Promise<number> {
  for (;;) {
    const port = 20_000 + random.below(10_000);
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
