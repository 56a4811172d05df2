// `node sim/forecast/measure.ts`: how good the forecast is on pretend halls, beside what simple ways would have said of
// the same tickets. `--world sample|hard|all --seeds a..b --learn N --score N --calls-only`.
// Seeds 1..19 are for tuning; seeds from 101 on are held out: they are only measured, never tuned on.
import { parseArgs } from 'node:util';
import { ForecastLog, type LogAnswer } from '@hall/server/forecast/forecastLog';
import { callsOnly, daysOf, headerOf } from './days.ts';
import { Judge, scoreTable, type Scores } from './judge.ts';
import { hardHallWorld } from './worlds/hardHall.ts';
import { sampleHallWorld } from './worlds/sampleHall.ts';
import type { World } from './worlds/world.ts';

const worlds: Readonly<Record<string, World>> = { sample: sampleHallWorld, hard: hardHallWorld };

export function measureSeed(world: World, seed: number, learn: number, score: number, isCallsOnly: boolean, judge: Judge): void {
  const log = new ForecastLog(seed);
  log.take(headerOf(world, isCallsOnly ? 'calls-only' : 'full'));
  judge.begin();
  for (const events of daysOf(world, seed, learn, score)) {
    const shown = isCallsOnly ? callsOnly(events) : events;
    // The judge sees all of the day, also where the forecast sees calls alone.
    const answers = new Map<string, LogAnswer>();
    for (const event of shown) {
      const startedAt = performance.now();
      const answer = log.take(event);
      if (answer === null) continue;
      answers.set(answer.ticket, answer);
      judge.took(performance.now() - startedAt);
    }
    for (const event of events) {
      const answer = event.type === 'ticket.issued' ? answers.get(event.ticket) : undefined;
      if (answer !== undefined) judge.answered(answer);
      judge.see(event);
    }
  }
}

function main(): void {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== '--'),
    options: {
      world: { type: 'string', default: 'all' }, seeds: { type: 'string', default: '1..3' }, learn: { type: 'string', default: '30' },
      score: { type: 'string', default: '4' }, 'calls-only': { type: 'boolean', default: false },
    },
  });
  const [from = 1, to = from] = values.seeds.split('..').map(Number);
  const chosen = values.world === 'all' ? Object.values(worlds) : [worlds[values.world]].filter((world) => world !== undefined);
  const rows: [string, Scores][] = [];
  for (const world of chosen) {
    const all = new Judge();
    for (let seed = from; seed <= to; seed += 1) {
      const judge = new Judge();
      measureSeed(world, seed, Number(values.learn), Number(values.score), values['calls-only'], judge);
      rows.push([`${world.name}, seed ${seed}`, judge.scores()]);
      all.join(judge);
      console.error(scoreTable([[`${world.name}, seed ${seed}`, judge.scores()]]));
    }
    rows.push([`${world.name}, all ${from}..${to} (${from > 100 ? 'held out' : 'tuning'})`, all.scores()]);
  }
  console.log(scoreTable(rows));
}

if (import.meta.main) main();
