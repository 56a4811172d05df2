// `pnpm soak --minutes N`: a crowded hall whose server is killed at random moments and started again.
// At the end every acknowledged order must stand in the journal exactly once, as it was told, and the journal must verify.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openToRead } from '@hall/server/journal/database';
import { folderAt } from '@hall/server/journal/folder';
import { sqliteJournal } from '@hall/server/journal/sqliteJournal';
import { verifyWhole } from '@hall/server/journal/verify';
import { benchPlan } from '../bench/benchPlan.ts';
import { dayEnd, dayStart } from './demo/arrivals.ts';
import { randomOf } from './demo/fate.ts';
import { connectCrew, live } from './demo/hallLife.ts';
import { connectPerson, napIn, type World } from './demo/person.ts';
import { createLedger, type Ledger } from './soak/ledger.ts';
import { freePort, startMortal, type MortalServer } from './soak/mortalServer.ts';
import { liveRestless, turnDays } from './soak/restless.ts';

/** A whole day passes in about three minutes; limits are shortened alike, so that every edge is walked often. */
const speed = 200;
const visitorsADay = 2_500;
const limits = { nextGapMs: 100, recallGapMs: 200, maxCalls: 3, missAfterCalls: 3, missAfterMs: 600 } as const;
/** Between two deaths, ms; also how long the hall stays down at most. */
const life = { least: 2_000, most: 12_000 } as const;
const downMost = 1_500;
/** Every hall day of the soak is so long. */
const dayEveryMs = 100_000;
/** One end in five is an ordinary stop: that must lose nothing either. */
const stopShare = 0.2;

interface Ends { kills: number; stops: number; longestStartMs: number }

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== '--'),
    options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: String(Date.now() % 100_000) } },
  });
  const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
  if (!(minutes > 0) || !Number.isFinite(seed)) throw new Error('pnpm soak [--minutes 5] [--seed 1]');
  const folder = mkdtempSync(join(tmpdir(), 'hall-soak-'));
  const options = { data: join(folder, 'data'), plan: join(folder, 'plan.json'), port: await freePort(randomOf(seed, 'port')) };
  const sample = benchPlan();
  writeFileSync(options.plan, JSON.stringify({ ...sample, calling: { ...sample.calling, ...limits } }));
  const over = new AbortController();
  process.once('SIGINT', () => over.abort());
  setTimeout(() => over.abort(), minutes * 60_000);

  let hall = await startMortal(options);
  const ledger = createLedger();
  const begin = performance.now();
  const world: World = {
    url: hall.url, secret: hall.secret, seed, speed, over: over.signal, heard: (command, answer) => ledger.heard(command, answer),
    minuteOfDay: () => dayStart + ((((performance.now() - begin) / 60_000) * speed) % (dayEnd - dayStart)),
  };
  console.log(`Soak of ${minutes} minutes, seed ${seed}; ${hall.url}, ${folder}`);
  const crew = await connectCrew(world, new Set());
  const restless = ['M2', 'M3', 'M4', 'M5'].map((place) => liveRestless(world, connectPerson(world, 'manager', place)));
  const living = Promise.all([live(world, crew, visitorsADay), turnDays(world, crew.door.desk, dayEveryMs), ...restless]);
  const ends: Ends = { kills: 0, stops: 0, longestStartMs: 0 };
  const random = randomOf(seed, 'deaths');
  while (!over.signal.aborted) {
    await napIn(over.signal, life.least + random.next() * (life.most - life.least));
    if (over.signal.aborted) break;
    hall = await dieAndReturn(hall, ends);
    if ((ends.kills + ends.stops) % 5 === 0) console.log(progressOf(ledger, ends, (performance.now() - begin) / 60_000));
  }
  await Promise.race([living, new Promise((resolve) => setTimeout(resolve, 500))]);
  await hall.end('SIGTERM');
  console.log(progressOf(ledger, ends, (performance.now() - begin) / 60_000));
  await conclude(ledger, options.data, folder);

  async function dieAndReturn(alive: MortalServer, count: Ends): Promise<MortalServer> {
    const asked = random.chance(stopShare);
    count[asked ? 'stops' : 'kills'] += 1;
    await alive.end(asked ? 'SIGTERM' : 'SIGKILL');
    await napIn(over.signal, random.next() * downMost);
    const startedAt = performance.now();
    const next = await startMortal(options);
    count.longestStartMs = Math.max(count.longestStartMs, performance.now() - startedAt);
    return next;
  }
}

async function conclude(ledger: Ledger, data: string, folder: string): Promise<void> {
  const { journal: file } = folderAt(data);
  const verified = await verifyWhole(file);
  const journal = sqliteJournal(openToRead(file));
  const faults = ledger.faults(journal.eventsAfter(0));
  const { seq } = journal.head();
  journal.close();
  if (!verified.ok) faults.push(verified.message);
  const refusals = [...ledger.refusals].map(([code, count]) => `${code} ${count}`).join(', ');
  console.log(`${seq} events; ${ledger.orders()} orders acknowledged, ${ledger.tickets()} of them tickets. Refused: ${refusals || 'none'}.`);
  faults.slice(0, 20).forEach((fault) => console.error(`FAULT ${fault}`));
  if (faults.length === 0) {
    console.log(`Every acknowledged order is in the journal exactly once; ${verified.message}.`);
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  }
  console.error(`${faults.length} faults; the journal is kept in ${folder}`);
  process.exit(1);
}

const progressOf = (ledger: Ledger, { kills, stops, longestStartMs }: Ends, minutes: number): string =>
  `${minutes.toFixed(1)} min: ${kills} kills, ${stops} stops, longest start ${Math.round(longestStartMs)} ms, ${ledger.orders()} orders acknowledged, ${ledger.tickets()} tickets`;

await main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
