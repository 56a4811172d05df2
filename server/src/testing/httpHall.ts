// A whole hall of main.ts in this process, on a folder and a port of its own, spoken to over real HTTP by programs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '@hall/core/domain/plan';
import type { HallEvent } from '@hall/core/domain/events';
import type { GateLimits } from '../gate/gateLimits.ts';
import { openToRead } from '../journal/database.ts';
import { readAlong } from '../journal/readAlong.ts';
import { startHall } from '../main.ts';
import { trialCredential, type TrialPlace } from '../people/trialCredentials.ts';
import { tempFolder } from './tempFolder.ts';
import { quickPlan } from './testPlan.ts';

export const manager: TrialPlace = { role: 'manager', place: 'M1' };
export const desk: TrialPlace = { role: 'desk', place: 'D1' };

export interface Reply {
  readonly status: number;
  /** The body as JSON; null when it is none. */
  readonly body: unknown;
  readonly headers: Headers;
}

export interface HttpHall {
  readonly url: string;
  readonly secret: string;
  readonly data: string;
  /** `who` null: without a credential. A body that is no text or bytes is sent as JSON. */
  ask(method: string, path: string, more?: { who?: TrialPlace | null; body?: unknown; type?: string; headers?: Record<string, string> }): Promise<Reply>;
  /** Everything in the journal now. */
  events(): HallEvent[];
  /** Every byte of the journal, its log and the hall's log, as text. */
  written(): string;
  stop(): Promise<void>;
}

/** `limits`: of the gate, where a test wants to meet them. */
export async function startHttpHall(plan: Plan = bookablePlan(), data: string = join(tempFolder(), 'hall'), limits?: GateLimits): Promise<HttpHall> {
  const planFile = join(tempFolder(), 'plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  const { address, trialSecret, stop } = await startHall({
    reach: { kind: 'trial' },
    data, port: 0, plan: planFile, screens: tempFolder(), fatal: (error) => { throw new Error(`the hall died: ${String(error)}`); }, ...(limits === undefined ? {} : { limits }),
  });
  const credentials = (who: TrialPlace | null): Record<string, string> => (who === null ? {} : { authorization: `Bearer ${trialCredential(trialSecret, who)}` });
  return {
    url: address, secret: trialSecret, data, stop,
    async ask(method, path, { who = manager, body, type, headers = {} } = {}) {
      const isRaw = typeof body === 'string' || body instanceof Uint8Array;
      const answer = await fetch(`${address}${path}`, {
        method, headers: { ...credentials(who), ...(body === undefined ? {} : { 'content-type': type ?? 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: isRaw ? (body as NonNullable<RequestInit['body']>) : JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: isJson(answer) ? (JSON.parse(text) as unknown) : null };
    },
    events() {
      const reader = readAlong(join(data, 'journal.db'));
      const all = [...reader.events(0)];
      reader.close();
      return all;
    },
    written() {
      // Everything of the write-ahead log is in the file afterwards, or still in the log: both are read.
      const db = openToRead(join(data, 'journal.db'));
      const rows = db.prepare('SELECT * FROM events').raw().all();
      db.close();
      return [JSON.stringify(rows), ...['journal.db', 'journal.db-wal', ...readdirSync(join(data, 'log')).map((name) => join('log', name))].map((name) => readFileSync(join(data, name), 'utf8'))].join('\n');
    },
  };
}

const isJson = (answer: Response): boolean => (answer.headers.get('content-type') ?? '').includes('json');

/** The sample hall with slots all day long for its first services, which are open at any hour; the others take no appointments. */
export function bookablePlan(): Plan {
  const plan = quickPlan();
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
  return {
    ...plan,
    bookings: [{ id: 'allDay', daysAhead: 7, slots: hours.map((hour) => ({ from: `${hour}:00`, to: `${hour}:59`, most: 500 })) }] as Plan['bookings'],
    services: plan.services.map((service, index) => ({ ...service, hoursId: null, bookingId: index < 4 ? ('allDay' as NonNullable<typeof service.bookingId>) : null })),
  };
}

/** A day after today in the hall's zone: its slots are all to come. */
export const inDays = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * 86_400_000);
