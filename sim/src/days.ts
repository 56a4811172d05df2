// `pnpm sim --days N [--seed S] [--full]`: simulates days one after the other and says what held.
// A seed that breaks a law is named with what broke; it replays with `--days 1 --seed S`.
import { parseArgs } from 'node:util';
import { fullDay } from './fullDay.ts';
import { simulateDay, type DayReport } from './simulateDay.ts';
import { smallDay } from './smallPlan.ts';

const { values } = parseArgs({ options: { days: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' }, full: { type: 'boolean', default: false } } });
const [days, first] = [Number(values.days), Number(values.seed)];
if (!Number.isInteger(days) || days < 1 || !Number.isInteger(first)) throw new Error('--days and --seed are whole numbers');
const kind = values.full ? fullDay() : smallDay;

const broken: DayReport[] = [];
const sum = { events: 0, tickets: 0, crashes: 0, cuts: 0, silences: 0, reloads: 0, restores: 0 };
const met = new Map<string, number>();
const startedAt = performance.now();
const seconds = (): number => (performance.now() - startedAt) / 1_000;
let saidAt = 0;

for (let seed = first; seed < first + days; seed += 1) {
  const report = await simulateDay(seed, kind);
  sum.events += report.events;
  sum.tickets += report.tickets;
  for (const [kind, times] of report.met) met.set(kind, (met.get(kind) ?? 0) + times);
  for (const name of ['crashes', 'cuts', 'silences', 'reloads', 'restores'] as const) sum[name] += report.troubles[name];
  if (report.faults.length > 0) {
    broken.push(report);
    console.log(`seed ${seed} (${report.mood}) breaks:\n  ${report.faults.join('\n  ')}`);
  }
  if (seconds() - saidAt < 5) continue;
  saidAt = seconds();
  console.log(`${seed - first + 1} of ${days} days, ${sum.events} events, ${Math.round(sum.events / seconds())} events/s, ${broken.length} broken`);
}

console.log(`${days} ${values.full ? 'full' : 'small'} days from seed ${first}: ${sum.tickets} tickets, ${sum.events} events in ${seconds().toFixed(1)} s (${Math.round(sum.events / seconds())} events/s)`);
console.log(`survived: ${sum.crashes} crashes of the server, ${sum.cuts} cut lines, ${sum.silences} silent lines, ${sum.reloads} reloaded pages, ${sum.restores} restored backups`);
console.log(`met: ${[...met].sort(([, a], [, b]) => b - a).map(([kind, times]) => `${kind} ${times}`).join(', ')}`);
console.log(broken.length === 0 ? 'every law held' : `broken seeds: ${broken.map(({ seed }) => seed).join(', ')}; replay one with --days 1 --seed S`);
if (broken.length > 0) process.exitCode = 1;
