// `pnpm bench`: the hall measured beside what it stands on, on this machine, in one run. Ratios count, not numbers.
// Nothing is written outside a temporary folder. `--only a,b` chooses parts, `--rounds N`, `--profile <folder>`.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBenchPlan } from './benchPlan.ts';
import type { Bench } from './measuring.ts';
import { measureBroadcast } from './parts/broadcast.ts';
import { measureColdStart } from './parts/coldStart.ts';
import { measureForecast } from './parts/forecast.ts';
import { measureLongDay } from './parts/longDay.ts';
import { measureMemory } from './parts/memory.ts';
import { measureNextTicket } from './parts/nextTicket.ts';
import { measurePrinting } from './parts/printing.ts';
import { measurePureDay } from './parts/pureDay.ts';
import { measureSignIns } from './parts/signIns.ts';
import { measureThroughput } from './parts/throughput.ts';
import { startHelper, type Helper } from './processes.ts';
import { machineLine, tableOf, type Result } from './results.ts';

const parts: Readonly<Record<string, readonly [title: string, measure: (bench: Bench) => Promise<Result[]>]>> = {
  a: ['acknowledged tickets a second', measureThroughput],
  b: ['call to the last of 500 followers', measureBroadcast],
  c: ['the end of a long day', measureLongDay],
  d: ['start with 100,000 events', measureColdStart],
  e: ['memory', measureMemory],
  forecast: ['one forecast for all who wait', measureForecast],
  f: ['the simulator', measurePureDay],
  g: ['the next of 5,000 waiting', measureNextTicket],
  printing: ['touch to the last byte at the printer', measurePrinting],
  h: ['clerks sign in while kiosks issue', measureSignIns],
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== '--'),
    options: { only: { type: 'string', default: Object.keys(parts).join(',') }, rounds: { type: 'string', default: '5' }, profile: { type: 'string' }, folder: { type: 'string', default: tmpdir() } },
  });
  const folder = mkdtempSync(join(values.folder, 'hall-bench-'));
  const startedAt = performance.now();
  const note = (text: string): void => console.error(`[${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s] ${text}`);
  const helpers: Helper<Record<string, never>>[] = [];
  const bench: Bench = {
    start(name, flags) {
      const helper = startHelper<never>(name, flags);
      helpers.push(helper);
      return helper;
    },
    folder, plan: writeBenchPlan(folder), rounds: Math.max(1, Number(values.rounds)), note,
    // As `pnpm start` runs it.
    serverFlags: ['--max-semi-space-size=2', ...(values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`])],
  };
  console.log(`${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}; disk of ${values.folder}.`);
  console.log('Server, load, followers and the bare servers are processes of their own; on two cores they share them.');
  const [busy = 0] = loadavg();
  if (busy > 1) console.log(`Other programs are at work (load ${busy.toFixed(1)}): rates by the clock mean little, and a slow disk flatters what waits for it seldom.`);
  const results: Result[] = [];
  const endAll = async (): Promise<void> => { await Promise.all(helpers.splice(0).map((helper) => helper.end())); };
  try {
    for (const key of values.only.split(',')) {
      const part = parts[key];
      if (part === undefined) throw new Error(`no part ${key}; there are ${Object.keys(parts).join(', ')}`);
      note(`${key}: ${part[0]}`);
      results.push(...await part[1](bench));
      await endAll();
    }
  } finally {
    await endAll();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n${tableOf(results)}\n\n${machineLine(results)}`);
}

await main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
