// Load generator and followers: many lean sockets in one process that is not the server's.
import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@hall/core/base/uuid';
import type { Role } from '@hall/core/domain/actor';
import { protocolVersion } from '@hall/core/protocol/version';
import { trialCredential } from '@hall/server/people/trialCredentials';
import { openLean, type LeanSocket } from '../leanSocket.ts';
import { answerWith } from '../processes.ts';

let sockets: LeanSocket[] = [];
let services: string[] = [];
let batches = 0;
let onEvents: (frame: Buffer) => void = () => undefined;
const eventsFrame = Buffer.from('42["events"');

const command = (type: string, data: unknown): Record<string, unknown> => {
  const now = Date.now();
  return { id: uuidV7(now, randomBytes(10)), pressedAt: now, type, data };
};
const isRefused = (frame: Buffer): boolean => frame.indexOf('"ok":false') >= 0 && frame.indexOf('"ok":false') < 40;

export interface Load { readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number }

const handlers = {
  /** Opens sockets as these places of a role; a hall gives a secret, a bare server none. */
  async open(url: string, secret: string | null, role: Role, places: string[]): Promise<void> {
    for (const place of places) {
      const auth = secret === null ? {} : { protocol: protocolVersion, credential: trialCredential(secret, { role, place }), session: null, journalId: null, epoch: null, seq: null };
      sockets.push(await openLean(url, auth, (frame) => {
        if (!frame.subarray(0, eventsFrame.length).equals(eventsFrame)) return;
        batches += 1;
        onEvents(frame);
      }));
    }
  },
  /** Turns of the server that the open sockets have heard of, all sockets together. */
  batches: () => batches,
  close(): void {
    for (const socket of sockets) socket.close();
    sockets = [];
  },
  useServices(ids: string[]): void {
    services = ids;
  },
  /** Gives `count` issue orders, `inFlight` at a time, round and round over the open sockets. */
  issue(count: number, inFlight: number): Promise<Load> {
    const { promise, resolve, reject } = Promise.withResolvers<Load>();
    const took = new Float64Array(count);
    let sent = 0;
    let done = 0;
    const startedAt = performance.now();
    const send = (): void => {
      const turn = sent;
      sent += 1;
      const at = performance.now();
      sockets[turn % sockets.length]?.ask('command', command('issueTicket', { serviceId: services[turn % services.length], alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null }), (frame) => {
        if (isRefused(frame)) return reject(new Error(frame.toString()));
        took[turn] = performance.now() - at;
        done += 1;
        if (sent < count) send();
        else if (done === count) resolve(loadOf(took, performance.now() - startedAt));
      });
    };
    for (let first = 0; first < Math.min(inFlight, count); first += 1) send();
    return promise;
  },
  /** One ticket after the other at that pace, whatever the answers do, as visitors come; how long each took, ms. */
  issueSteadily(perSecond: number, forMs: number): Promise<number[]> {
    const count = Math.round((perSecond * forMs) / 1_000);
    const tickets = Array.from({ length: count }, async (_none, turn) => {
      await new Promise((soon) => { setTimeout(soon, (turn * 1_000) / perSecond); });
      const at = performance.now();
      const data = { serviceId: services[turn % services.length], alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null };
      await askOn(turn % sockets.length)('issueTicket', data);
      return performance.now() - at;
    });
    return Promise.all(tickets);
  },
  /** Every socket is a counter: signs in, opens and serves until nobody waits for it. Tickets served. */
  async serve(counterIds: string[]): Promise<number> {
    const served = await Promise.all(counterIds.map((counterId, index) => serveAll(askOn(index), counterId, String(1001 + index))));
    return served.reduce((sum, count) => sum + count, 0);
  },
  /** One order on the first socket; its answer as text. */
  order: (type: string, data: unknown): Promise<string> => askOn(0)(type, data),
  /** From sending to the frame of the last follower: the first socket asks, all others follow. */
  async toAllFollowers(name: string, type: string | null, content: unknown): Promise<{ ms: number; answer: string; frame: string }> {
    const { promise, resolve } = Promise.withResolvers<{ ms: number; frame: string }>();
    const answered = Promise.withResolvers<string>();
    // The asking socket follows too.
    let missing = sockets.length;
    const at = performance.now();
    onEvents = (frame) => {
      missing -= 1;
      if (missing === 0) resolve({ ms: performance.now() - at, frame: frame.toString() });
    };
    sockets[0]?.ask(name, type === null ? content : command(type, content), (frame) => {
      if (isRefused(frame)) answered.reject(new Error(frame.toString()));
      else answered.resolve(frame.toString());
    });
    const answer = await answered.promise;
    const last = await promise;
    onEvents = () => undefined;
    return { ...last, answer };
  },
};
export type LoadChild = typeof handlers;

type Ask = (type: string, data: unknown) => Promise<string>;

const askOn = (index: number): Ask => (type, data) => {
  const { promise, resolve } = Promise.withResolvers<string>();
  sockets[index]?.ask('command', command(type, data), (frame) => resolve(frame.toString()));
  return promise;
};

async function serveAll(ask: Ask, counterId: string, clerkId: string): Promise<number> {
  await ask('signIn', { counterId, clerkId });
  await ask('openCounter', { counterId });
  for (let served = 0; ; served += 1) {
    const called = await ask('callNext', { counterId });
    if (called.includes('nobodyWaiting')) return served;
    const ticketId = /"ticketId":"([0-9.]+)"/.exec(called)?.[1];
    await ask('startService', { counterId, ticketId, version: 2 });
    const finished = await ask('finishService', { counterId, ticketId, version: 3 });
    if (!finished.includes('"ok":true')) throw new Error(`${called}\n${finished}`);
  }
}

function loadOf(took: Float64Array, ms: number): Load {
  const sorted = took.toSorted();
  const share = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { perSecond: (took.length / ms) * 1000, p50Ms: share(0.5), p99Ms: share(0.99) };
}

answerWith(handlers);
