// (c) Whether the hall is as fast at the end of a long day: tickets 19,500–20,000 against the first 500 of the same day.
// One warm server lives one such day after the other, so that the first 500 are not those of a cold program.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { benchPlan, servicesByCounter } from '../benchPlan.ts';
import type { LoadChild } from '../children/loadChild.ts';
import type { ServerChild } from '../children/serverChild.ts';
import type { Bench } from '../measuring.ts';
import type { Helper } from '../processes.ts';
import { median, type Result } from '../results.ts';

const measured = 500;
const wholeDay = 20_000;
const dayMs = 86_400_000;
const inFlight = 50;

interface Health { readonly day: string; readonly verified: { readonly at: number } | null }

export async function measureLongDay({ start, folder, plan, rounds, serverFlags, note }: Bench): Promise<Result[]> {
  const server = start<ServerChild>('serverChild', serverFlags);
  const kiosks = start<LoadChild>('loadChild');
  const manager = start<LoadChild>('loadChild');
  const { url, secret } = await server.ask('start', mkdtempSync(join(folder, 'c-')), plan);
  await kiosks.ask('open', url, secret, 'kiosk', Array.from({ length: 50 }, (_, index) => `K${index + 1}`));
  await kiosks.ask('useServices', servicesByCounter(benchPlan()));
  await manager.ask('open', url, secret, 'manager', ['M1']);
  await kiosks.ask('issue', 5_000, inFlight);

  const first: number[] = [];
  const last: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await nextDay(url, manager);
    first.push((await kiosks.ask('issue', measured, inFlight)).perSecond);
    await kiosks.ask('issue', wholeDay - 2 * measured, inFlight);
    last.push((await kiosks.ask('issue', measured, inFlight)).perSecond);
    note(`c: day ${round} of ${rounds}: first ${Math.round(first.at(-1) ?? 0)}/s, last ${Math.round(last.at(-1) ?? 0)}/s`);
  }
  return [
    { part: 'c', name: 'tickets 1–500', value: median(first), unit: '/s', target: null },
    { part: 'c', name: 'tickets 19,500–20,000', value: median(last), unit: '/s', target: null },
    { part: 'c', name: 'end ÷ beginning of the day', value: median(last.map((rate, round) => rate / (first[round] ?? Number.NaN))), unit: '×', target: { atLeast: 0.85 } },
  ];
}

/** Closes the day, waits for the nightly verification (it has a thread of its own, but not a core), opens the next. */
async function nextDay(url: string, manager: Helper<LoadChild>): Promise<void> {
  const before = await healthOf(url);
  await manager.ask('order', 'closeDay', { date: before.day });
  for (let verified = before.verified?.at; verified === before.verified?.at; verified = (await healthOf(url)).verified?.at) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const date = new Date(Date.parse(before.day) + dayMs).toISOString().slice(0, 10);
  const opened = await manager.ask('order', 'openDay', { date });
  if (!opened.includes('"ok":true')) throw new Error(opened);
}

const healthOf = async (url: string): Promise<Health> => (await (await fetch(`${url}/api/health`)).json()) as Health;
