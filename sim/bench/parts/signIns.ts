// (h) Half past eight: 48 clerks sign in within a minute while kiosks issue. What the hashing of passwords costs the people
// who take a number: the same steady issuing, minute by minute, with and without sign-ins in turn.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { benchPlan } from '../benchPlan.ts';
import type { ClerksChild } from '../children/clerksChild.ts';
import type { LoadChild } from '../children/loadChild.ts';
import type { ServerChild } from '../children/serverChild.ts';
import type { Bench } from '../measuring.ts';
import { median, share, type Result } from '../results.ts';

const minuteMs = 60_000;
const perSecond = 20;
const kiosks = Array.from({ length: 8 }, (_none, index) => `K${index + 1}`);

export async function measureSignIns({ start, folder, plan, serverFlags, rounds, note }: Bench): Promise<Result[]> {
  const server = start<ServerChild>('serverChild', serverFlags);
  const clerks = start<ClerksChild>('clerksChild');
  const load = start<LoadChild>('loadChild');
  const { url, secret } = await server.ask('start', mkdtempSync(join(folder, 'h-')), plan);
  const { counters, services } = benchPlan();
  const counterIds = counters.slice(0, 48).map(({ id }) => id as string);
  note('h: 48 devices are let in and 48 passwords set');
  await clerks.ask('prepare', url, secret, counterIds);
  await load.ask('open', url, secret, 'kiosk', kiosks);
  await load.ask('useServices', services.map(({ id }) => id));
  await load.ask('issueSteadily', perSecond, 5_000);
  const [alone, beside, signInMs]: [number[], number[], number[]] = [[], [], []];
  const pairs = Math.min(3, rounds);
  for (let round = 1; round <= pairs; round += 1) {
    alone.push(share(await load.ask('issueSteadily', perSecond, minuteMs), 0.99));
    const [withThem, took] = await Promise.all([load.ask('issueSteadily', perSecond, minuteMs), clerks.ask('signIn', minuteMs)]);
    beside.push(share(withThem, 0.99));
    signInMs.push(...took);
    await clerks.ask('signOut');
    note(`h: round ${round} of ${pairs}: p99 of issuing ${alone.at(-1)?.toFixed(1)} ms alone, ${beside.at(-1)?.toFixed(1)} ms beside 48 sign-ins`);
  }
  return [
    { part: 'h', name: 'issuing, p99, alone', value: median(alone), unit: 'ms', target: null },
    { part: 'h', name: 'issuing, p99, beside 48 sign-ins', value: median(beside), unit: 'ms', target: null },
    { part: 'h', name: 'beside ÷ alone, p99', value: median(beside.map((ms, nth) => ms / (alone[nth] ?? Number.NaN))), unit: '×', target: { atMost: 2 } },
    { part: 'h', name: 'one sign-in, p50', value: share(signInMs, 0.5), unit: 'ms', target: null },
    { part: 'h', name: 'one sign-in, p99', value: share(signInMs, 0.99), unit: 'ms', target: null },
  ];
}
