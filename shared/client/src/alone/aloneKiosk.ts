// A kiosk that may be alone (rules O1, O2): while the server is there it keeps itself supplied with lent numbers and tells what
// it gave; while it is away it gives them, each on its disk before anybody sees it. One step at a time, in the order asked.
import { localTime } from '@hall/core/base/localTime';
import type { HallEvent } from '@hall/core/domain/events';
import type { BusinessDay, CommandId, QueueId, ServiceId } from '@hall/core/domain/ids';
import { leaseDate } from '@hall/core/domain/rules/offline';
import type { Answer, CommandMessage } from '@hall/core/protocol/messages';
import type { Link } from '../link/link.ts';
import type { AloneDisk } from './aloneDisk.ts';
import { batchMerged, batchRefused, forgetBefore, giveAlone, inLife, leaseOf, leftFor, nextBatch, withLease, type AloneMemory, type GivenAlone } from './aloneMemory.ts';

export type AloneGiven =
  | { readonly ok: true; readonly ticket: GivenAlone }
  /** No numbers were lent for today, or this queue's are used up, or the disk took nothing. */
  | { readonly ok: false; readonly why: 'noNumbers' | 'usedUp' | 'notKept' };

export interface AloneKiosk {
  /** Tickets that the server has not heard of. */
  readonly untold: number;
  /** Numbers left for a queue today. */
  left(queueId: QueueId): number;
  give(queueId: QueueId, serviceIds: readonly [ServiceId, ...ServiceId[]]): Promise<AloneGiven>;
  /** Called after every change of what it remembers. */
  onChange(listener: () => void): void;
  stop(): void;
}

export interface AloneParts {
  readonly link: Link;
  readonly disk: AloneDisk;
  /** Of the hall; from the plan, also when it is known from an earlier day only. */
  readonly timeZone: () => string | null;
  readonly freshId: (now: number) => CommandId;
  readonly newStoreId: () => string;
  readonly warn: (error: unknown) => void;
}

/** Rejects when the disk cannot be read. */
export async function createAloneKiosk({ link, disk, timeZone, freshId, newStoreId, warn }: AloneParts): Promise<AloneKiosk> {
  let { memory } = await disk.read();
  const listeners: (() => void)[] = [];
  let isStopped = false;
  let isBusy = false;
  /** Dates for which the hall lends nothing: not asked again in this epoch. */
  const denied = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();

  const today = (): BusinessDay | null => {
    const zone = timeZone();
    return zone === null ? null : (localTime(link.serverNow(), zone).date as BusinessDay);
  };
  /** Everything that changes the memory waits for what came before it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }
  async function keep(next: AloneMemory): Promise<void> {
    if (next === memory) return;
    await disk.keep(next);
    memory = next;
    for (const listener of listeners) listener();
  }
  const order = (id: CommandId, type: CommandMessage['type'], data: object): Promise<Answer> =>
    link.order({ id, pressedAt: Math.round(Math.max(0, link.serverNow())), type, data } as unknown as CommandMessage);

  /** Today's numbers, or tomorrow's when today is over. */
  async function beLent(): Promise<void> {
    const date = today();
    const wanted = date === null ? null : leaseDate(link.hall, date);
    if (wanted === null || denied.has(wanted) || leaseOf(memory, wanted) !== null) return;
    const answer = await order(freshId(link.serverNow()), 'leaseNumbers', { storeId: memory.storeId, date: wanted });
    if (answer.ok) {
      const lent = (answer.events as readonly HallEvent[]).find((event) => event.type === 'numbersLeased');
      if (lent !== undefined) await inTurn(() => keep(withLease(memory, lent.data)));
    } else if (answer.refusal.code === 'alreadyLeased') {
      const { lease } = answer.refusal.facts;
      await inTurn(() => keep(withLease(memory, lease)));
    } else if (answer.refusal.code === 'noLeaseForDay') denied.add(wanted);
  }

  /** Batch by batch, until the server has all of it or cannot take it now. */
  async function tellAll(): Promise<void> {
    while (!isStopped && link.status.kind === 'live') {
      const next = await inTurn(async () => {
        const found = nextBatch(memory, () => freshId(link.serverNow()));
        if (found !== null) await keep(found.memory);
        return found?.batch ?? null;
      });
      if (next === null) return;
      const answer = await order(next.id, 'mergeTickets', { storeId: memory.storeId, date: next.date, tickets: next.tickets });
      await inTurn(() => keep(answer.ok ? batchMerged(memory, next.id) : batchRefused(memory, next.id)));
      if (!answer.ok) return;
    }
  }

  async function lookAfter(): Promise<void> {
    if (isBusy || isStopped || link.status.kind !== 'live' || link.hall.plan === null) return;
    isBusy = true;
    try {
      const { journalId, epoch } = link.hall;
      if (epoch > memory.epoch || journalId !== memory.journalId) denied.clear();
      await inTurn(() => keep(inLife(memory, { journalId, epoch }, newStoreId)));
      const date = today();
      if (date !== null) await inTurn(() => keep(forgetBefore(memory, date)));
      await tellAll();
      await beLent();
    } catch (error) {
      warn(error);
    } finally {
      isBusy = false;
    }
  }

  const stopListening = link.onChange(() => { void lookAfter(); });
  void lookAfter();

  return {
    get untold() {
      return memory.given.filter(({ isMerged }) => !isMerged).length;
    },
    left(queueId) {
      const date = today();
      return date === null ? 0 : leftFor(memory, date, queueId);
    },
    give: (queueId, serviceIds) => inTurn(async (): Promise<AloneGiven> => {
      const date = today();
      if (date === null || leaseOf(memory, date) === null) return { ok: false, why: 'noNumbers' };
      const next = giveAlone(memory, { date, queueId, serviceIds, now: link.serverNow() });
      if (next === null) return { ok: false, why: 'usedUp' };
      try {
        await keep(next.memory);
      } catch (error) {
        warn(error);
        return { ok: false, why: 'notKept' };
      }
      return { ok: true, ticket: next.ticket };
    }),
    onChange: (listener) => { listeners.push(listener); },
    stop() {
      isStopped = true;
      stopListening();
    },
  };
}
