// Packets by chance against a hall that runs: several attackers at once, each waits until what it sent has been looked at. The
// hall must live, answer everybody else, and use no more memory afterwards.
import { seededRandom } from '@hall/core/base/random';
import { roleSchema } from '@hall/core/domain/actor';
import { trialCredential } from '../people/trialCredentials.ts';
import { protocolVersion } from '@hall/core/protocol/version';
import { connectScreen, said, type Screen } from '../testing/screen.ts';
import type { HallProcess } from '../testing/hallProcess.ts';
import { ticketData } from './ground.ts';
import type { Held } from './heapOf.ts';
import { fuzzPacket } from './fuzzPackets.ts';
import { frameOf, openRaw, type RawClient } from './rawClient.ts';

export interface FuzzResult {
  readonly packets: number;
  readonly connections: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** The longest time another kiosk waited for an answer, ms. */
  readonly slowestMs: number;
  /** What the hall holds after each tenth, its garbage collected; empty where it is not asked. */
  readonly held: readonly Held[];
}

const attackers = 6;
/** Packets in one write; those that may end the connection come last. */
const together = 25;
/** Packets on one connection, below what is cut as a flood. */
const onOneConnection = 1_000;

export interface FuzzOptions {
  readonly seed: number;
  readonly packets: number;
  readonly endsAt?: number;
  readonly look?: () => Promise<Held>;
}

/** Until `packets` have been sent or `endsAt` (performance.now) has come. */
export async function fuzz(hall: HallProcess, { seed, packets, endsAt = Infinity, look }: FuzzOptions): Promise<FuzzResult> {
  const honest = await connectScreen({ ...hall, who: { role: 'kiosk', place: 'K9' } });
  const byKind: Record<string, number> = {};
  let [sent, connections, slowestMs] = [0, 0, 0];
  const held: Held[] = [];
  const startedAt = performance.now();
  const isOver = (): boolean => sent >= packets || performance.now() >= endsAt;

  async function attacker(nth: number): Promise<void> {
    const random = seededRandom(seed * 1_000 + nth);
    while (!isOver()) {
      const role = roleSchema.options[random.below(roleSchema.options.length)] ?? 'kiosk';
      const client = await enter(hall, honest, role, role === 'counter' || role === 'pad' ? '12' : 'K1');
      connections += 1;
      for (let here = 0; here < onOneConnection && !isOver() && !client.socket.destroyed; here += together) {
        const some = Array.from({ length: together }, () => fuzzPacket(random, Date.now()));
        const calm = some.filter(({ mayEnd }) => !mayEnd);
        // One that may end the connection is enough for a write: what stands behind it would not be looked at.
        const chosen = [...calm, ...some.filter(({ mayEnd }) => mayEnd).slice(0, 1)];
        for (const { kind } of chosen) byKind[kind] = (byKind[kind] ?? 0) + 1;
        sent += chosen.length;
        client.socket.write(Buffer.concat([...chosen.map(({ bytes }) => bytes), frameOf(Buffer.from(`427${String(here)}["looked at"]`))]));
        await lookedAt(client, `437${String(here)}[`);
      }
      client.end();
    }
  }
  async function watch(): Promise<void> {
    while (!isOver()) {
      const begun = performance.now();
      // A fuzzed manager may have stopped issuing or closed the day: an answer is what everybody is owed.
      said(await honest.order('issueTicket', { ...ticketData, serviceId: 'S999' }));
      slowestMs = Math.max(slowestMs, performance.now() - begun);
      const share = Math.max(sent / packets, (performance.now() - startedAt) / (endsAt - startedAt));
      if (look !== undefined && share * 10 >= held.length + 1) held.push(await look());
      await new Promise((next) => { setTimeout(next, 100); });
    }
  }
  await Promise.all([watch(), ...Array.from({ length: attackers }, (_, nth) => attacker(nth))]);
  honest.close();
  if (look !== undefined) held.push(await look());
  return { packets: sent, connections, byKind, slowestMs: Math.round(slowestMs), held };
}

/** Comes as a screen that knows the hall already: its welcome is short. */
async function enter({ port, secret }: HallProcess, { welcome: { journalId, epoch, seq } }: Screen, role: (typeof roleSchema.options)[number], place: string): Promise<RawClient> {
  for (let refused = 0; ; refused += 1) {
    // One is refused now and then, when many come at once; an attacker who is never let in attacks nothing.
    if (refused > 200) throw new Error(`${role} is not let in`);
    const client = await openRaw(port);
    client.text(`40${JSON.stringify({ protocol: protocolVersion, credential: trialCredential(secret, { role, place }), session: null, journalId, epoch, seq })}`);
    const isIn = await client.hears(/^42\["welcome"/u).then(() => true, () => false);
    if (isIn) return client;
  }
}

/** Resolves when the server has answered the last packet, ended the connection, or waits for the rest of a broken frame. */
async function lookedAt(client: RawClient, answer: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((over) => { timer = setTimeout(() => { client.end(); over(null); }, 100); });
  await Promise.race([client.hears(new RegExp(`^${answer.replace('[', '\\[')}`, 'u')).catch(() => null), client.closed, patience]);
  clearTimeout(timer);
}
