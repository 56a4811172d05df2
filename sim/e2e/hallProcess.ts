// A real hall in a process of its own, for tests: started on a free port with a data folder of its own,
// killed with SIGKILL and started again on the same port and folder, as a power cut would.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '@hall/core/domain/plan';

const root = join(import.meta.dirname, '../..');
const samplePlan = join(root, 'server/plans/sampleHall.json');

export interface HallProcess {
  /** Origin of the server, as in `http://127.0.0.1:4180`. */
  readonly address: string;
  readonly data: string;
  /** SIGKILL: no chance to write anything. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/**
 * `change` adapts the sample plan for what a test needs, for example shorter times between calls; `before` may write the
 * earlier part of the day into the data folder, as the hall itself would have.
 */
export async function startHallProcess(change: (plan: Plan) => void = () => undefined, before: (folder: string, plan: Plan) => void = () => undefined): Promise<HallProcess> {
  const data = mkdtempSync(join(tmpdir(), 'hall-e2e-'));
  const plan = JSON.parse(readFileSync(samplePlan, 'utf8')) as Plan;
  change(plan);
  const planFile = join(data, 'plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  before(join(data, 'hall'), plan);
  const command = (port: string): string[] => [join(root, 'server/src/cli/hall.ts'), 'serve', '--trial', '--port', port, '--data', join(data, 'hall'), '--plan', planFile];
  let child: ChildProcess;
  let address: string;
  ({ child, address } = await run(command('0')));
  const kill = (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    const gone = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
    child.kill('SIGKILL');
    return gone;
  };
  return {
    address,
    data,
    kill,
    async restart() {
      ({ child, address } = await run(command(new URL(address).port)));
    },
    async stop() {
      await kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Resolves when the hall says that it is open. */
function run(command: readonly string[]): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const { promise, resolve, reject } = Promise.withResolvers<{ child: ChildProcess; address: string }>();
  let said = '';
  const hear = (text: Buffer): void => {
    said += text.toString();
    const address = /The hall is open: +(\S+)\//.exec(said)?.[1];
    if (address !== undefined) resolve({ child, address });
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.once('exit', (code) => { reject(new Error(`the hall ended with ${code}: ${said}`)); });
  return promise;
}
