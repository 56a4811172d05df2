// `node sim/src/fairness.ts [--days N] [--seed S]` (`pnpm fairness`): how long each rank waits under each calling policy of
// C5, side by side, over the same seeded mornings of the sample hall at its peak; and how often somebody past the ceiling
// was passed over for one who came due later, which must be never.
import { parseArgs } from 'node:util';
import type { Rank } from '@hall/core/domain/events';
import { ranks } from '@hall/core/domain/line';
import { fullDay } from './fullDay.ts';
import { policies } from './fairness/policies.ts';
import { liveMorning } from './fairness/morning.ts';

const { values } = parseArgs({ options: { days: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } });
const [days, first] = [Number(values.days), Number(values.seed)];
if (!Number.isInteger(days) || days < 1 || !Number.isInteger(first)) throw new Error('--days and --seed are whole numbers');
const { plan } = fullDay();

const minutes = (ms: number): string => (ms / 60_000).toFixed(1).padStart(6);
const part = (sorted: Float64Array, share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

console.log(`${days} mornings of the sample hall, 08:30–12:00, the same visitors for every policy; minutes from due to first call\n`);
console.log(`${'policy'.padEnd(34)}${'rank'.padEnd(13)}${'tickets'.padStart(8)}  ${'mean'.padStart(6)} ${'p50'.padStart(6)} ${'p90'.padStart(6)} ${'max'.padStart(6)}  breaches of the ceiling`);
let broken = 0;
for (const { name, calling } of policies(plan.calling)) {
  const waits = new Map<Rank, number[]>(ranks.map((rank) => [rank, []]));
  let breaches = 0;
  for (let seed = first; seed < first + days; seed += 1) {
    breaches += liveMorning({ ...plan, calling }, seed, (rank, waitMs) => waits.get(rank)?.push(waitMs));
  }
  broken += breaches;
  ranks.forEach((rank, index) => {
    const sorted = Float64Array.from(waits.get(rank) ?? []).sort();
    const mean = sorted.reduce((sum, wait) => sum + wait, 0) / Math.max(1, sorted.length);
    const row = [mean, part(sorted, 0.5), part(sorted, 0.9), sorted.at(-1) ?? 0].map(minutes).join(' ');
    console.log(`${(index === 0 ? name : '').padEnd(34)}${rank.padEnd(13)}${String(sorted.length).padStart(8)}  ${row}${index === 0 ? `  ${breaches}` : ''}`);
  });
}
console.log(broken === 0 ? '\nnobody past the ceiling was ever passed over' : `\n${broken} times somebody past the ceiling was passed over`);
if (broken > 0) process.exitCode = 1;
