// What `pnpm demo` was asked for.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** A running hall's address; null: the demo starts its own. */
  readonly url: string | null;
  readonly secret: string | null;
  /** Data folder: of the running hall, or for the demo's own; null: a temporary one. */
  readonly data: string | null;
  readonly port: number;
  readonly plan: string;
  readonly speed: number;
  readonly seed: number;
  readonly visitors: number;
  readonly from: number;
  readonly busy: boolean;
  readonly build: boolean;
  readonly left: ReadonlySet<string>;
}

export const root = join(import.meta.dirname, '../../..');

export const usage = `pnpm demo [options]      the sample hall lives a day in fast motion
  --url <address>      a running trial hall; without it the demo starts its own
  --data <folder>      its data folder (for the credentials), or where the demo's own hall keeps its data
  --secret <text>      its trial secret, instead of --data
  --port <number>      port of the demo's own hall (4190)
  --plan <file>        plan of the demo's own hall
  --speed <number>     hall seconds per second (20); the plan's limits are real seconds at any speed
  --visitors <number>  visitors a day (800)
  --from <HH:MM>       where the lived day begins (09:10)
  --leave <1,9,…>      counters nobody works at, for you to try
  --busy               begin in the middle of a busy hour
  --seed <number>      another day
  --no-build           do not build the screens first`;

/** Throws an Error with one clear sentence when something makes no sense. */
export function readOptions(words: readonly string[]): DemoOptions | 'help' {
  const { values } = parseArgs({
    args: words.filter((word) => word !== '--'),
    options: {
      url: { type: 'string' }, secret: { type: 'string' }, data: { type: 'string' }, port: { type: 'string', default: '4190' },
      plan: { type: 'string', default: join(root, 'server/plans/sampleHall.json') }, speed: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' }, visitors: { type: 'string', default: '800' }, from: { type: 'string', default: '09:10' },
      leave: { type: 'string', default: '' }, busy: { type: 'boolean', default: false }, 'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    url: values.url ?? null, secret: values.secret ?? null, data: values.data === undefined ? null : resolve(values.data),
    port: numberOf('port', values.port, 0, 65_535), plan: resolve(values.plan), speed: numberOf('speed', values.speed, 1, 1_000),
    seed: numberOf('seed', values.seed, 0, 2 ** 31), visitors: numberOf('visitors', values.visitors, 1, 100_000),
    from: minuteOf(values.from), busy: values.busy, build: !values['no-build'], left: new Set(values.leave.split(',').filter(Boolean)),
  };
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value) || value < least || value > most) throw new Error(`--${name} must be a number from ${least} to ${most}`);
  return value;
}

function minuteOf(text: string): number {
  const found = /^([01]?[0-9]|2[0-3]):([0-5][0-9])$/.exec(text);
  if (found === null) throw new Error('--from must be a time such as 09:10');
  return Number(found[1]) * 60 + Number(found[2]);
}

/** The trial secret of a hall, from what was given or from its data folder. */
export function secretOf({ secret, data }: Pick<DemoOptions, 'secret' | 'data'>): string {
  if (secret !== null) return secret;
  const file = join(data ?? join(root, 'data'), 'hall.json');
  const { trialSecret } = JSON.parse(readFileSync(file, 'utf8')) as { trialSecret?: string };
  if (trialSecret === undefined) throw new Error(`${file} holds no trial secret`);
  return trialSecret;
}
