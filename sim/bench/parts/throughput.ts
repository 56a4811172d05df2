// (a) Acknowledged tickets a second beside raw inserts and a bare echo, round by round so that noise hits all alike.
// Every screen follows the hall, a sending kiosk too: one in flight is one kiosk, 50 and 200 are 50 kiosks; the
// 50 followers come on top. Limits of the wire are the shipped ones.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { benchPlan, servicesByCounter } from '../benchPlan.ts';
import type { BareChild } from '../children/bareChild.ts';
import type { LoadChild } from '../children/loadChild.ts';
import type { RawChild } from '../children/rawChild.ts';
import type { ServerChild } from '../children/serverChild.ts';
import type { Bench } from '../measuring.ts';
import type { Helper } from '../processes.ts';
import { median, type Result } from '../results.ts';

const sockets = Array.from({ length: 50 }, (_, index) => `K${index + 1}`);
/** How many orders are measured at so many in flight. */
const counts = { 1: 800, 50: 4_000, 200: 8_000 } as const;
const loads = [1, 50, 200] as const;
const rawRows = { single: 2_000, grouped: 10_000 } as const;
const warmUp = 12_000;

interface OpenedHall {
  readonly server: Helper<ServerChild>;
  readonly kiosk: Helper<LoadChild>;
  readonly kiosks: Helper<LoadChild>;
  readonly helpers: readonly { end(): Promise<void> }[];
}

export async function measureThroughput({ start, folder, plan, rounds, serverFlags, note }: Bench): Promise<Result[]> {
  const raw = start<RawChild>('rawChild');
  const bare = start<BareChild>('bareChild');
  const toBare = start<LoadChild>('loadChild');
  const services = servicesByCounter(benchPlan());
  await toBare.ask('useServices', services);
  await toBare.ask('open', (await bare.ask('start')).url, null, 'kiosk', sockets);
  const found = new Map<string, number[]>();
  const keep = (name: string, value: number): void => { found.set(name, [...(found.get(name) ?? []), value]); };
  const burst = async (name: string, to: Helper<LoadChild>, inFlight: keyof typeof counts): Promise<void> => {
    const { perSecond, p99Ms } = await to.ask('issue', counts[inFlight], inFlight);
    keep(`${name} @${inFlight}`, perSecond);
    keep(`${name} @${inFlight} p99`, p99Ms);
  };

  // Round 0 warms the bare things up and gives the rows for the raw inserts.
  for (let round = 0; round <= rounds; round += 1) {
    const data = mkdtempSync(join(folder, 'a-'));
    const halls = [await openHall('alone', false), await openHall('followed', true)] as const;
    const [alone, followed] = halls;
    if (round === 0) {
      await toBare.ask('issue', warmUp, 50);
      await raw.ask('load', join(data, 'alone', 'journal.db'), rawRows.grouped);
      await raw.ask('insert', join(data, 'warm.db'), 2_000, 10);
    } else {
      for (const inFlight of [50, 200] as const) {
        const before = await alone.server.ask('cpuUs');
        await burst('hall 0', alone.kiosks, inFlight);
        keep(`hall 0 @${inFlight} cpu`, ((await alone.server.ask('cpuUs')) - before) / counts[inFlight]);
        await burst('echo', toBare, inFlight);
        await burst('hall 50', followed.kiosks, inFlight);
      }
      keep('raw grouped', await raw.ask('insert', join(data, 'grouped.db'), rawRows.grouped, 100));
      for (const hall of halls) await hall.kiosks.ask('close');
      await burst('hall 0', alone.kiosk, 1);
      keep('raw single', await raw.ask('insert', join(data, 'single.db'), rawRows.single, 1));
      await burst('echo', toBare, 1);
      await burst('hall 50', followed.kiosk, 1);
      const newest = (name: string): number => Math.round(found.get(name)?.at(-1) ?? 0);
      note(`a: round ${round} of ${rounds}: ${newest('hall 0 @1')}, ${newest('hall 0 @50')}, ${newest('hall 0 @200')} tickets/s; raw ${newest('raw single')} and ${newest('raw grouped')} rows/s`);
    }
    await Promise.all(halls.flatMap(({ helpers }) => helpers.map((helper) => helper.end())));
    rmSync(data, { recursive: true });

    /** A fresh hall, warm; every screen comes while the day is young, so that none needs a large snapshot. */
    async function openHall(name: string, withFollowers: boolean): Promise<OpenedHall> {
      const server = start<ServerChild>('serverChild', serverFlags);
      const [kiosk, kiosks, followers] = [start<LoadChild>('loadChild'), start<LoadChild>('loadChild'), start<LoadChild>('loadChild')];
      const { url, secret } = await server.ask('start', join(data, name), plan);
      await Promise.all([kiosk, kiosks].map((load) => load.ask('useServices', services)));
      await kiosks.ask('open', url, secret, 'kiosk', sockets);
      await kiosk.ask('open', url, secret, 'kiosk', ['K51']);
      if (withFollowers) {
        // As in a hall: boards and pads, and some staff screens.
        await followers.ask('open', url, secret, 'display', Array.from({ length: 40 }, (_, index) => `F${index}`));
        await followers.ask('open', url, secret, 'counter', Array.from({ length: 10 }, (_, index) => String(index + 1)));
      }
      await kiosks.ask('issue', warmUp, 200);
      return { server, kiosk, kiosks, helpers: [server, kiosk, kiosks, followers] };
    }
  }
  return resultsOf(found);
}

/** Ratios are taken within a round, then their median. */
function resultsOf(found: ReadonlyMap<string, readonly number[]>): Result[] {
  const of = (name: string): readonly number[] => found.get(name) ?? [];
  const plain = (name: string, unit: string): Result => ({ part: 'a', name, value: median(of(name)), unit, target: null });
  const ratio = (name: string, under: string, atLeast: number | null): Result => ({
    part: 'a', name: `${name} ÷ ${under}`, unit: '×', target: atLeast === null ? null : { atLeast },
    value: median(of(name).map((value, round) => value / (of(under)[round] ?? Number.NaN))),
  });
  return [
    plain('raw single', 'rows/s'), plain('raw grouped', 'rows/s'),
    ...loads.flatMap((inFlight) => [`echo @${inFlight}`, `hall 0 @${inFlight}`, `hall 50 @${inFlight}`].flatMap((name) => [plain(name, '/s'), plain(`${name} p99`, 'ms')])),
    plain('hall 0 @50 cpu', 'µs a ticket'), plain('hall 0 @200 cpu', 'µs a ticket'),
    ...loads.map((inFlight) => ratio(`hall 0 @${inFlight}`, `echo @${inFlight}`, null)),
    ratio('hall 0 @1', 'raw single', 0.35),
    ratio('hall 0 @50', 'raw single', 2.5),
    ratio('hall 0 @200', 'raw single', 4),
    ratio('hall 0 @200', 'raw grouped', 0.25),
    ratio('hall 50 @200', 'raw single', 2),
  ];
}
