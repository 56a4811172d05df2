// What the hall does by itself: opens and closes its day by the clock, notes its head outside the journal (J2),
// forgets visitors whose time is over (V1), calls at counters that call by themselves (C1), and verifies the whole journal each night. Nothing here runs on a visitor's or clerk's order.
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import { dateAfter } from '@hall/core/domain/rules/noShows';
import type { Logger } from 'pino';
import { writeOutsideHead, type Folder } from '../journal/folder.ts';
import type { Journal } from '../journal/journal.ts';
import { verifyWhole, type Verified } from '../journal/verify.ts';
import { keepErased } from '../visitors/keepErased.ts';
import type { Visitors } from '../visitors/visitors.ts';
import { startAutoCall } from './autoCall.ts';
import { dueOrder } from './hallClock.ts';
import type { HallKeeper } from './hallKeeper.ts';
import { systemActor, systemCommand } from './systemCommand.ts';

/** How often the clock asks whether a day must open or close. */
const clockEveryMs = 5_000;
/** How often the head is noted outside the journal; it is also noted at every day close and stop. */
const headEveryMs = 30_000;
/** Personal data is kept for so many days after the last visit where the plan says nothing (V1). */
export const visitorsKeptDays = 30;

export interface Housekeeping {
  /** Result of the last check of the whole journal; null before the first. */
  verified(): (Verified & { readonly at: number }) | null;
  /** Ends the timers and notes the head a last time. */
  stop(): void;
}

interface Parts {
  readonly keeper: HallKeeper;
  readonly journal: Journal;
  readonly folder: Folder;
  readonly visitors: Visitors;
  readonly now: () => number;
  readonly log: Logger;
}

/** Begins at once: when it resolves, a day that was due is open. */
export async function keepHouse(parts: Parts): Promise<Housekeeping> {
  const { keeper, journal, folder, visitors, now, log } = parts;
  let verified: (Verified & { at: number }) | null = null;

  const noteHead = (): void => {
    const { journalId, epoch } = keeper.hall;
    try {
      writeOutsideHead(folder, { journalId, epoch, ...journal.head() });
    } catch (error) {
      // An older note is still true; the hall's own journal goes on.
      log.error({ error: String(error) }, 'the head could not be noted');
    }
  };
  const forgetVisitors = (): void => {
    const { day, plan } = keeper.hall;
    if (day === null) return;
    try {
      visitors.eraseBefore(dateAfter(day.date, -(plan?.staff?.security.visitorsKeptDays ?? visitorsKeptDays)));
    } catch (error) {
      // The hall goes on; it is tried again at the next start and the next day close.
      log.error({ error: String(error) }, 'visitors whose time is over could not be forgotten');
    }
  };
  const verify = async (): Promise<void> => {
    const found = await verifyWhole(folder.journal);
    verified = { ...found, at: now() };
    if (!found.ok) log.error(found, 'the journal does not verify');
  };
  const inBackground = (what: string, work: () => Promise<void>): void => {
    work().catch((error: unknown) => { log.error({ error: String(error) }, what); });
  };
  const clock = async (): Promise<void> => {
    for (let due = dueOrder(keeper.hall, now(), true); due !== null; due = dueOrder(keeper.hall, now(), true)) {
      await orderAs('clock', parts, due.type, due.data);
    }
  };

  keeper.onTurn((events) => {
    if (events.every(({ type }) => type !== 'dayClosed')) return;
    noteHead();
    forgetVisitors();
    // The day has closed: nobody waits for the disk now.
    inBackground('verification could not run', verify);
  });
  keepErased({ keeper, visitors, log });
  await clock();
  // Also for a hall that was shut for weeks.
  forgetVisitors();
  const autoCall = startAutoCall(parts);
  const timers = [setInterval(() => inBackground('the clock was refused', clock), clockEveryMs), setInterval(noteHead, headEveryMs)];
  return {
    verified: () => verified,
    stop() {
      autoCall.stop();
      timers.forEach((timer) => { clearInterval(timer); });
      noteHead();
    },
  };
}

/** Gives an order of the hall itself and waits for it; rejects when it is refused, which is our own mistake. */
export function orderAs<T extends CommandType>(
  place: Parameters<typeof systemActor>[0], { keeper, now }: { keeper: HallKeeper; now: () => number }, type: T, data: CommandData<T>,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  keeper.order(systemActor(place), systemCommand(type, data, now()), (outcome) => {
    if (outcome.ok) resolve();
    else reject(new Error(`${type}: ${JSON.stringify(outcome.refusal)}`));
  });
  return promise;
}
