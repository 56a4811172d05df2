// `pnpm attack`: packets by chance against a hall of its own, `--packets <number>` or for `--minutes <number>`, from `--seed`.
// Ends with 1 when the hall died, kept others waiting, or held more memory at the end than after the warm-up, its garbage collected.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../testing/hallProcess.ts';
import { bookablePlan } from '../testing/httpHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { fuzz } from './fuzz.ts';
import { growthOf, heldBy, mostGrowth, probed } from './heapOf.ts';

const { values } = parseArgs({ args: process.argv.slice(2).filter((word) => word !== '--'), options: { packets: { type: 'string' }, minutes: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const minutes = values.minutes === undefined ? null : Number(values.minutes);
const packets = values.packets === undefined ? (minutes === null ? 200_000 : Infinity) : Number(values.packets);
const mostWait = 3_000;

const plan = join(tempFolder(), 'plan.json');
writeFileSync(plan, JSON.stringify(bookablePlan()));
// With the memory of a hall as `pnpm start` runs it. Windows has no signal to ask by: there only its answers are judged.
const probe = join(tempFolder(), 'held.json');
const isAsked = process.platform !== 'win32';
const hall = await serve({ data: join(tempFolder(), 'hall'), plan, under: isAsked ? probed(probe) : [] });
const begun = performance.now();
const result = await Promise.race([
  fuzz(hall, { seed: Number(values.seed), packets, ...(minutes === null ? {} : { endsAt: begun + minutes * 60_000 }), ...(isAsked ? { look: () => heldBy(hall.pid, probe) } : {}) }),
  hall.ended.then(({ code, err }) => { throw new Error(`the hall ended with ${code}: ${err}`); }),
]);
const { code, err } = await hall.stop();
const growth = growthOf(result.held);
console.log(JSON.stringify({ ...result, growth, mostGrowth, seconds: Math.round((performance.now() - begun) / 1_000), seed: Number(values.seed), ended: code, err }, null, 1));
if (growth !== null && growth.growth > mostGrowth) console.error(`The hall holds ${growth.growth} MB more than after the warm-up: ${growth.slope} MB for each tenth of the run.`);
if (code !== 0 || err !== '' || (growth !== null && growth.growth > mostGrowth) || result.slowestMs > mostWait) process.exitCode = 1;
