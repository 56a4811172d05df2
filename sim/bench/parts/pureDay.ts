// (f) How fast the heart of the hall is without network and disk: the simulator's pure day, laws checked on the way.
import type { PureChild } from '../children/pureChild.ts';
import type { Bench } from '../measuring.ts';
import { median, type Result } from '../results.ts';

const events = 300_000;

export async function measurePureDay({ start, rounds }: Bench): Promise<Result[]> {
  const child = start<PureChild>('pureChild');
  await child.ask('live', 50_000);
  const rates: { clock: number; cpu: number }[] = [];
  for (let round = 0; round < rounds; round += 1) rates.push(await child.ask('live', events));
  return [
    { part: 'f', name: 'simulator, by the clock', value: median(rates.map(({ clock }) => clock)), unit: 'events/s', target: { atLeast: 200_000 } },
    { part: 'f', name: 'simulator, per second of processor', value: median(rates.map(({ cpu }) => cpu)), unit: 'events/s', target: null },
  ];
}
