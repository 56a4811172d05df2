// `pnpm demo`: the sample hall's day in fast motion on a trial server, so that every screen moves.
// Joins a running hall with --url, or starts one of its own; Ctrl+C ends everything it started.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHall } from '@hall/server/main';
import { fillBusyHour } from './demo/busyHour.ts';
import { dayEnd, dayStart } from './demo/arrivals.ts';
import { connectCrew, live } from './demo/hallLife.ts';
import { readOptions, root, secretOf, usage, type DemoOptions } from './demo/options.ts';
import { napIn, type World } from './demo/person.ts';
import { summaryOf } from './demo/summary.ts';

interface Stage {
  readonly url: string;
  readonly secret: string;
  close(): Promise<void>;
}

/** The hall to play in: the one that was named, or our own. */
async function stageFor(options: DemoOptions): Promise<Stage> {
  if (options.url !== null) return { url: new URL(options.url).origin, secret: secretOf(options), close: () => Promise.resolve() };
  if (options.build) buildScreens();
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'hall-demo-'));
  const hall = await startHall({
    reach: { kind: 'trial' },
    data, port: options.port, plan: options.plan, screens: join(root, 'apps'),
    fatal: (error) => { throw error; },
  });
  return {
    url: hall.address, secret: hall.trialSecret,
    async close() {
      await hall.stop();
      if (options.data === null) rmSync(data, { recursive: true, force: true });
    },
  };
}

function buildScreens(): void {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.ts')], { stdio: 'inherit' });
  if (status !== 0) console.error('Some screens could not be built; the demo goes on without them.');
}

function createWorld({ url, secret }: Stage, { seed, speed, from }: DemoOptions, over: AbortSignal): World {
  const begin = performance.now();
  const length = dayEnd - dayStart;
  const minuteOfDay = (): number => {
    const passed = ((performance.now() - begin) / 60_000) * speed;
    return dayStart + (((from - dayStart + passed) % length) + length) % length;
  };
  return { url, secret, seed, speed, over, minuteOfDay, heard: () => undefined };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') return console.log(usage);
  const over = new AbortController();
  process.once('SIGINT', () => over.abort());
  process.once('SIGTERM', () => over.abort());
  const stage = await stageFor(options);
  console.log(`\n  The demo plays at  ${stage.url}/   (${options.speed} hall seconds a second)\n  Stop with Ctrl+C.\n`);
  const world = createWorld(stage, options, over.signal);
  const crew = await connectCrew(world, options.left);
  if (options.busy) {
    console.log('  Filling the hall: about 40 seconds …');
    await fillBusyHour(world, crew);
  }
  const living = live(world, crew, options.visitors);
  while (!over.signal.aborted) {
    console.log(`  ${summaryOf(world.minuteOfDay(), crew.door.desk.hall())}`);
    await napIn(over.signal, 10_000);
  }
  // Whoever waits for an answer that will not come any more is left behind.
  await Promise.race([living, new Promise((resolve) => setTimeout(resolve, 500))]);
  await stage.close();
  process.exit(0);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
