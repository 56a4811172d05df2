// (e) What the server needs after a day of 20,000 tickets, all served but the last 200, with 500 screens following.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { benchPlan, servicesByCounter } from '../benchPlan.ts';
import type { LoadChild } from '../children/loadChild.ts';
import type { ServerChild } from '../children/serverChild.ts';
import type { Bench } from '../measuring.ts';
import type { Result } from '../results.ts';

const tickets = 20_000;
const atOnce = 2_000;
const stillWaiting = 200;
const mb = 1024 * 1024;

export async function measureMemory({ start, folder, plan, serverFlags, note }: Bench): Promise<Result[]> {
  const server = start<ServerChild>('serverChild', serverFlags);
  const [kiosks, counters, followers] = [start<LoadChild>('loadChild'), start<LoadChild>('loadChild'), start<LoadChild>('loadChild')];
  const { url, secret } = await server.ask('start', mkdtempSync(join(folder, 'e-')), plan);
  const sample = benchPlan();
  const ids = sample.counters.map(({ id }) => id);
  await kiosks.ask('open', url, secret, 'kiosk', ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10']);
  await kiosks.ask('useServices', servicesByCounter(sample));
  await counters.ask('open', url, secret, 'counter', ids);
  for (let issued = 0; issued < tickets - stillWaiting; issued += atOnce) {
    await kiosks.ask('issue', Math.min(atOnce, tickets - stillWaiting - issued), 50);
    await counters.ask('serve', ids);
  }
  await kiosks.ask('issue', stillWaiting, 20);
  note('e: the day is lived; 500 screens come');
  const alone = await server.ask('memory');
  await followers.ask('open', url, secret, 'display', Array.from({ length: 500 }, (_, index) => `F${index}`));
  await counters.ask('serve', ids.slice(0, 4));
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const { rss, heapUsed, heapTotal } = await server.ask('memory');
  return [
    { part: 'e', name: '20,000 tickets, before the followers: RSS', value: alone.rss / mb, unit: 'MB', target: null },
    { part: 'e', name: '20,000 tickets, 500 followers: heap used', value: heapUsed / mb, unit: 'MB', target: null },
    { part: 'e', name: '20,000 tickets, 500 followers: heap', value: heapTotal / mb, unit: 'MB', target: null },
    { part: 'e', name: '20,000 tickets, 500 followers: RSS', value: rss / mb, unit: 'MB', target: { atMost: 160 } },
  ];
}
