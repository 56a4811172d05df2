// `pnpm attack`: packets by chance against a hall of its own, `--packets <number>` or for `--minutes <number>`, from `--seed`.
// Ends with 1 when the hall died, kept others waiting, or used more memory at the end.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../testing/hallProcess.ts';
import { bookablePlan } from '../testing/httpHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({ args: process.argv.slice(2).filter((word) => word !== '--'), options: { packets: { type: 'string' }, minutes: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const minutes = values.minutes === undefined ? null : Number(values.minutes);
const packets = values.packets === undefined ? (minutes === null ? 200_000 : Infinity) : Number(values.packets);
const most = { memory: 1.2, slowestMs: 3_000 } as const;

const plan = join(tempFolder(), 'plan.json');
writeFileSync(plan, JSON.stringify(bookablePlan()));
// With the memory of a hall as `pnpm start` runs it.
const under = process.platform === 'win32' ? [] : ['env', 'NODE_OPTIONS=--max-semi-space-size=2'];
const hall = await serve({ data: join(tempFolder(), 'hall'), plan, under });
const begun = performance.now();
const result = await Promise.race([
  fuzz(hall, { seed: Number(values.seed), packets, ...(minutes === null ? {} : { endsAt: begun + minutes * 60_000 }) }),
  hall.ended.then(({ code, err }) => { throw new Error(`the hall ended with ${code}: ${err}`); }),
]);
const { code, err } = await hall.stop();
console.log(JSON.stringify({ ...result, seconds: Math.round((performance.now() - begun) / 1_000), seed: Number(values.seed), ended: code, err }, null, 1));
// From the middle on: before that the heap still finds its size, and the hall its memory of refused orders.
const half = result.memory[4] ?? 0;
const isFlat = result.memory.length < 9 || Math.max(...result.memory.slice(5)) <= half * most.memory;
if (code !== 0 || err !== '' || !isFlat || result.slowestMs > most.slowestMs) process.exitCode = 1;
