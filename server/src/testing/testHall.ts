// A keeper on a real SQLite file, with a clock and turns moved by hand, so that tests decide what falls together.
// Built from the same parts as main.ts; nothing of the hall is replaced.
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { uuidV7 } from '@hall/core/base/uuid';
import type { CommandType } from '@hall/core/domain/commands';
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { Plan } from '@hall/core/domain/plan';
import type { CommandMessage } from '@hall/core/protocol/messages';
import { trusted, type Sender } from '@hall/core/protocol/rights';
import { createKeeper, type HallKeeper, type Outcome } from '../hall/hallKeeper.ts';
import { openHall } from '../hall/openHall.ts';
import { systemActor } from '../hall/systemCommand.ts';
import { writeOutsideHead, type Folder } from '../journal/folder.ts';
import type { Journal } from '../journal/journal.ts';
import { readPeople } from '../people/readPeople.ts';
import { quickPlan, serviceOf } from './testPlan.ts';

/** Monday 2026-03-02, ten in the morning in the sample hall's time zone. */
export const tenOClock = Date.UTC(2026, 2, 2, 2);
export const hourMs = 3_600_000;

export const kiosk = trusted('kiosk', 'K1');
export const manager = trusted('manager', 'M1');
export const counter = (place: string): Sender => trusted('counter', place);
export const pad = (place: string): Sender => trusted('pad', place);

export const newId = (): string => uuidV7(tenOClock, randomBytes(10));

/** Those of the trial. */
export const samplePeople = join(import.meta.dirname, '../../plans/samplePeople.json');

export interface Given {
  readonly actor: Sender;
  readonly command: CommandMessage;
}

/** An order as a screen would send it; `data` is not checked, as the keeper gets it checked from the session. */
export const command = (type: CommandType, data: object, { id = newId(), pressedAt = tenOClock } = {}): CommandMessage =>
  ({ id, pressedAt, type, data }) as unknown as CommandMessage;

export const issue = (queueId = 'A', more: { id?: string; pressedAt?: number } = {}): Given =>
  ({ actor: kiosk, command: command('issueTicket', { serviceId: serviceOf(queueId), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null }, more) });

export const issues = (count: number, queueId = 'A'): Given[] => Array.from({ length: count }, () => issue(queueId));

export interface TestHall {
  readonly folder: Folder;
  readonly keeper: HallKeeper;
  readonly hall: Readonly<Hall>;
  readonly journal: Journal;
  readonly clock: { at: number };
  readonly opened: readonly HallEvent[];
  /** What `fatal` was called with. */
  readonly deaths: readonly unknown[];
  /** Runs what the keeper asked to be run soon. */
  turn(): void;
  /** From now on turns run by themselves, as in a running server. */
  runAlone(): void;
  /** Gives the orders in one tick and runs turns until all are carried out; missing outcomes were never answered. */
  give(orders: readonly Given[]): (Outcome | undefined)[];
  /** One order in a turn of its own. */
  one(actor: Sender, type: CommandType, data: object, more?: { id?: string; pressedAt?: number }): Outcome;
  /** Notes the head outside and closes, as a stop does. */
  close(): void;
  /** Closes as a dying process does: nothing is noted or committed. */
  die(): void;
}

export const [dayOne, dayTwo] = ['2026-03-02', '2026-03-03'] as const;
/** Closes the first day and opens the second at the same hour. */
export function nextDay(hall: TestHall): void {
  hall.one(manager, 'closeDay', { date: dayOne });
  hall.clock.at = tenOClock + 24 * hourMs;
  hall.one(manager, 'openDay', { date: dayTwo });
}

export interface TestHallOptions {
  readonly at?: number;
  readonly plan?: Plan;
  /** Opens the day when it is not open. */
  readonly dayOpen?: boolean;
  /** Puts a journal of the test's own around the real one. */
  readonly around?: (journal: Journal) => Journal;
}

export function openTestHall(path: string, { at = tenOClock, plan = quickPlan(), dayOpen = true, around = (journal) => journal }: TestHallOptions = {}): TestHall {
  const opened: HallEvent[] = [];
  const { folder, hall, journal, hallId, release } = openHall(path, (event) => opened.push(event));
  const clock = { at };
  const deaths: unknown[] = [];
  const soon: (() => void)[] = [];
  let alone = false;
  const keeper = createKeeper({
    journal: around(journal), hall, now: () => clock.at,
    soon: (run) => { if (alone) setImmediate(run); else soon.push(run); },
    fatal: (error) => { deaths.push(error); },
  });
  const turn = (): void => {
    for (const run of soon.splice(0)) run();
  };
  const give = (orders: readonly Given[]): (Outcome | undefined)[] => {
    const outcomes = Array.from<Outcome | undefined>({ length: orders.length });
    orders.forEach(({ actor, command: message }, index) => {
      keeper.order(actor, message, (outcome) => {
        if (outcomes[index] !== undefined) throw new Error('answered twice');
        outcomes[index] = outcome;
      });
    });
    while (soon.length > 0) turn();
    return outcomes;
  };
  const one: TestHall['one'] = (actor, type, data, more) => {
    const [outcome] = give([{ actor, command: command(type, data, { pressedAt: clock.at, ...more }) }]);
    if (outcome === undefined) throw new Error(`${type} was not answered`);
    return outcome;
  };
  const install = (type: CommandType, data: object): void => {
    const outcome = one(systemActor('install'), type, data);
    if (!outcome.ok) throw new Error(`${type}: ${outcome.refusal.code}`);
  };
  if (hall.seq === 0) install('openJournal', { hallId, journalId: randomUUID() });
  if (hall.plan === null) install('adoptPlan', { plan, from: 'now' });
  if (hall.staff.people.size === 0) install('setPeople', { people: readPeople(samplePeople), then: null });
  if (dayOpen && (hall.day === null || hall.day.closedAt !== null)) install('openDay', { date: '2026-03-02' });
  return {
    folder, keeper, hall, journal, clock, opened, deaths, turn, give, one,
    runAlone: () => { alone = true; },
    close() {
      keeper.stop();
      writeOutsideHead(folder, { journalId: hall.journalId, epoch: hall.epoch, ...journal.head() });
      journal.close();
      release();
    },
    die() {
      journal.close();
      release();
    },
  };
}

/** The number of a ticket that was issued, or the code of the refusal. */
export function numberOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'unanswered';
  if (!outcome.ok) return outcome.refusal.code;
  const [event] = outcome.events;
  return event?.type === 'ticketIssued' ? event.data.number : (event?.type ?? 'nothing');
}
