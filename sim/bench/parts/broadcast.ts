// (b) From a clerk's press to the last of 500 followers, beside a bare broadcast of the same payload; samples alternate.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { benchPlan } from '../benchPlan.ts';
import type { BareChild } from '../children/bareChild.ts';
import type { LoadChild } from '../children/loadChild.ts';
import type { ServerChild } from '../children/serverChild.ts';
import type { Bench } from '../measuring.ts';
import { share, type Result } from '../results.ts';

const samples = 1_000;
const warmUp = 50;
const counterId = '1';
const boards = Array.from({ length: 500 }, (_, index) => `F${index}`);

export async function measureBroadcast({ start, folder, plan, serverFlags, note }: Bench): Promise<Result[]> {
  const server = start<ServerChild>('serverChild', serverFlags);
  const bare = start<BareChild>('bareChild');
  const ofHall = start<LoadChild>('loadChild');
  const ofBare = start<LoadChild>('loadChild');
  const kiosk = start<LoadChild>('loadChild');
  const { url, secret } = await server.ask('start', mkdtempSync(join(folder, 'b-')), plan);
  const service = benchPlan().services.find(({ queueId }) => queueId === 'A');
  await kiosk.ask('open', url, secret, 'kiosk', ['K1']);
  await kiosk.ask('useServices', [service?.id ?? '']);
  await kiosk.ask('issue', samples + warmUp, 20);
  await kiosk.ask('close');
  await ofHall.ask('open', url, secret, 'counter', [counterId]);
  await ofHall.ask('order', 'signIn', { counterId, clerkId: '1001' });
  await ofHall.ask('order', 'openCounter', { counterId });
  await ofHall.ask('open', url, secret, 'display', boards);
  await ofBare.ask('open', (await bare.ask('start')).url, null, 'display', ['0', ...boards]);

  const hallMs: number[] = [];
  const bareMs: number[] = [];
  for (let sample = -warmUp; sample < samples; sample += 1) {
    const call = await ofHall.ask('toAllFollowers', 'command', 'callNext', { counterId });
    const payload = (JSON.parse(call.frame.slice(2)) as [string, unknown])[1];
    const told = await ofBare.ask('toAllFollowers', 'tell', null, payload);
    const ticketId = /"ticketId":"([0-9.]+)"/.exec(call.answer)?.[1];
    // Makes the counter free for the next call; not measured.
    await ofHall.ask('toAllFollowers', 'command', 'missTicket', { counterId, ticketId, version: 2 });
    if (sample < 0) continue;
    hallMs.push(call.ms);
    bareMs.push(told.ms);
    if ((sample + 1) % 250 === 0) note(`b: ${sample + 1} of ${samples} samples`);
  }
  const both = (name: string, part: number, atMost: number): Result[] => [
    { part: 'b', name: `call to last of 500, ${name}`, value: share(hallMs, part), unit: 'ms', target: null },
    { part: 'b', name: `bare broadcast, ${name}`, value: share(bareMs, part), unit: 'ms', target: null },
    { part: 'b', name: `call ÷ bare, ${name}`, value: share(hallMs, part) / share(bareMs, part), unit: '×', target: { atMost } },
  ];
  return [...both('p50', 0.5, 1.2), ...both('p99', 0.99, 1.4)];
}
