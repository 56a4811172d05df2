// The ground attacks happen on: a hall in a process of its own, ordinary screens beside the attacker, and the look afterwards
// whether the hall is as well as before.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '@hall/core/protocol/messages';
import { protocolVersion } from '@hall/core/protocol/version';
import { trialCredential, type TrialPlace } from '../people/trialCredentials.ts';
import { serve, type Ended, type HallProcess } from '../testing/hallProcess.ts';
import { bookablePlan } from '../testing/httpHall.ts';
import { connectScreen, said, type Screen } from '../testing/screen.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { newId } from '../testing/testHall.ts';
import { serviceOf } from '../testing/testPlan.ts';
import { takeLan, type LanGround } from './lanGround.ts';
import { openRaw, type RawClient, type RawOptions } from './rawClient.ts';

/** What nobody may ever find again outside the store of visitors. */
export const planted = { name: '安插测试', phone: '13800009321', idNumber: '110000199001019321' } as const;

export interface Ground {
  readonly url: string;
  readonly port: number;
  readonly data: string;
  readonly ended: Promise<Ended>;
  credential(who: TrialPlace): string;
  hello(who: TrialPlace, more?: object): object;
  /** A right first frame of that screen. */
  helloFrame(who: TrialPlace, more?: object): string;
  /** A raw connection that has been welcomed as that screen. */
  enter(who: TrialPlace, options?: RawOptions): Promise<RawClient>;
  screen(who: TrialPlace): Promise<Screen>;
  /** An HTTP request with that screen's credential; null: without. */
  ask(method: string, path: string, more?: { who?: TrialPlace | null; body?: string | Uint8Array; headers?: Record<string, string> }): Promise<{ status: number; headers: Headers; text: string }>;
  /** The journal's last event, as the hall itself tells. */
  seq(): Promise<number>;
  /** An order of that raw client, and its answer. */
  order(client: RawClient, content: unknown, name?: string): Promise<Answer>;
  /** So many events of this attack are right and may stay in the journal. */
  right(events: number): void;
  /** How many were since the last time this was asked. */
  takeRight(): number;
  /** A hall on its LAN besides, started when the first attack wants it. */
  lan(): Promise<LanGround>;
  /** Throws unless everybody else is served as before; returns how many tickets it took to see that. */
  stillWell(): Promise<number>;
  stop(): Promise<Ended>;
}

export const kiosk: TrialPlace = { role: 'kiosk', place: 'K1' };
export const manager: TrialPlace = { role: 'manager', place: 'M1' };
export const desk: TrialPlace = { role: 'desk', place: 'D1' };

export const ticketData = { serviceId: serviceOf('R'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null };
export const orderOf = (type: string, data: unknown, more: object = {}): object => ({ id: newId(), pressedAt: Date.now(), type, data, ...more });
export const ticketOrder = (more: object = {}): object => orderOf('issueTicket', ticketData, more);

const withinMs = 1_000;

export async function takeGround(): Promise<Ground> {
  const data = join(tempFolder(), 'hall');
  const plan = join(tempFolder(), 'plan.json');
  writeFileSync(plan, JSON.stringify(bookablePlan()));
  const hall: HallProcess = await serve({ data, plan });
  let isOver = false;
  void hall.ended.then(() => { isOver = true; });
  const { url, port, secret } = hall;
  const credential: Ground['credential'] = (who) => trialCredential(secret, who);
  const hello: Ground['hello'] = (who, more = {}) => ({ protocol: protocolVersion, credential: credential(who), session: null, journalId: null, epoch: null, seq: null, ...more });
  const screen: Ground['screen'] = (who) => connectScreen({ url, secret, who });
  const honest = await screen({ role: 'kiosk', place: 'K9' });
  const board = await screen({ role: 'display', place: 'hall' });
  let orders = 0;
  let rightEvents = 0;
  let lan: Promise<LanGround> | null = null;

  const ground: Ground = {
    url, port, data, ended: hall.ended, credential, hello, screen,
    helloFrame: (who, more) => `40${JSON.stringify(hello(who, more))}`,
    async enter(who, options) {
      const client = await openRaw(port, options);
      client.text(ground.helloFrame(who));
      if (options?.keeps !== false) await client.hears(/^42\["welcome"/u);
      return client;
    },
    async ask(method, path, { who = manager, body, headers = {} } = {}) {
      const answer = await fetch(`${url}${path}`, {
        method, headers: { ...(who === null ? {} : { authorization: `Bearer ${credential(who)}` }), ...headers }, ...(body === undefined ? {} : { body: body as NonNullable<RequestInit['body']> }),
      });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
    async seq() {
      return (JSON.parse((await ground.ask('GET', '/api/health', { who: null })).text) as { seq: number }).seq;
    },
    async order(client, content, name = 'command') {
      orders += 1;
      const nth = orders;
      client.text(`42${nth}${JSON.stringify([name, content])}`);
      const [answer] = JSON.parse((await client.hears(new RegExp(`^43${nth}\\[`, 'u'))).slice(2 + String(nth).length)) as [Answer];
      return answer;
    },
    lan: () => (lan ??= takeLan()),
    right: (events) => { rightEvents += events; },
    takeRight() {
      const events = rightEvents;
      rightEvents = 0;
      return events;
    },
    async stillWell() {
      assert.equal(isOver, false, 'the hall has ended');
      for (let tickets = 1; ; tickets += 1) {
        const begun = performance.now();
        const answer = await honest.order('issueTicket', ticketData);
        const ms = performance.now() - begun;
        assert.match(said(answer), /^R\d{3}$/u, 'another kiosk gets no ticket');
        const seq = answer.ok ? (answer.events[0]?.seq ?? 0) : 0;
        await heardOf(board, seq);
        if (ms < withinMs) return tickets;
        // A machine that is busy may hold one ticket up, an attack that lasts all of them.
        assert.ok(tickets < 3, `another kiosk waits ${Math.round(ms)} ms for its ticket`);
      }
    },
    async stop() {
      honest.close();
      board.close();
      const second = lan === null ? null : await (await lan).stop();
      const first = await hall.stop();
      return second === null ? first : { code: first.code === 0 ? second.code : first.code, out: first.out, err: first.err + second.err };
    },
  };
  return ground;
}

async function heardOf(board: Screen, seq: number): Promise<void> {
  assert.equal(board.socket.connected, true, 'a board has been cut');
  const begun = performance.now();
  while (!board.heard.some(({ name, content }) => name === 'events' && (content as { to: number }).to >= seq)) {
    assert.ok(performance.now() - begun < 5_000, 'a board does not hear of it');
    await new Promise((next) => { setTimeout(next, 5); });
  }
}

export const codeOf = (answer: Answer): string => (answer.ok ? 'accepted' : answer.refusal.code);
/** Every line of the hall's log, of whichever day. */
export const readLog = (data: string): string => readdirSync(join(data, 'log')).map((name) => readData(data, join('log', name))).join('');
export const readData = (data: string, name: string): string => readFileSync(join(data, name), 'utf8');
