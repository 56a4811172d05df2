// The one writer. Orders that arrive together are carried out together: for each decide, append, evolve;
// then one commit with one fsync for all; then the answers, and one batch to the followers (rules J3–J6, N2, N6).
import { hash } from 'node:crypto';
import type { Actor } from '@hall/core/domain/actor';
import { decide } from '@hall/core/domain/decide';
import type { HallEvent, NewEvent } from '@hall/core/domain/events';
import { evolve } from '@hall/core/domain/evolve';
import type { Expectation } from '@hall/core/domain/expected';
import type { Hall } from '@hall/core/domain/hall';
import type { BusinessDay, CounterId } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';
import { fullSnapshot } from '@hall/core/domain/snapshot';
import { commandLifeMs } from '@hall/core/protocol/commandLife';
import type { CommandMessage } from '@hall/core/protocol/messages';
import { clerkAt } from '@hall/core/domain/questions';
import { forbidden, type Sender } from '@hall/core/protocol/rights';
import type { Journal } from '../journal/journal.ts';
import { createRefusedOrders } from './refusedOrders.ts';

export type Outcome =
  | { readonly ok: true; readonly events: readonly HallEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

export interface HallKeeper {
  /** Committed state; between turns nothing else is ever visible. */
  readonly hall: Readonly<Hall>;
  /** Gives an order; `reply` is called once, after everything it tells is durable. */
  order(sender: Sender, command: CommandMessage, reply: (outcome: Outcome) => void): void;
  /** Every committed turn that changed something, in order. */
  onTurn(listener: (events: readonly HallEvent[]) => void): void;
  /** Carries out what has arrived, then refuses everything as `stopping`. After a failed commit nothing is answered any more. */
  stop(): void;
}

export interface KeeperParts {
  readonly journal: Journal;
  /** The fold of that journal; the keeper owns it from here on. */
  readonly hall: Hall;
  readonly now: () => number;
  /** Runs the turn soon; a turn must gather what has arrived, so not at once and not in a microtask. */
  readonly soon: (run: () => void) => void;
  /** What the forecast says of a newcomer's wait, told to the rules (H5). Absent: a hall that forecasts nothing. */
  readonly expected?: Expectation;
  /** A commit failed, so its outcome is unknown: the process must end (J5). */
  readonly fatal: (error: unknown) => void;
}

/** Orders of one turn; more wait for the next, so that one flood delays others by one commit at most. */
const ordersPerTurn = 500;
const refusalsKept = 4_096;

interface Order {
  readonly sender: Sender;
  readonly command: CommandMessage;
  readonly reply: (outcome: Outcome) => void;
}

export function createKeeper({ journal, hall, now, soon, fatal, expected = () => null }: KeeperParts): HallKeeper {
  const listeners: ((events: readonly HallEvent[]) => void)[] = [];
  const refusedOrders = createRefusedOrders(refusalsKept);
  const inbox: Order[] = [];
  let state: 'running' | 'stopping' | 'dead' = 'running';

  function turn(): void {
    if (state === 'dead') return;
    const orders = inbox.splice(0, ordersPerTurn);
    const events: HallEvent[] = [];
    let outcomes: Outcome[];
    try {
      outcomes = orders.map((order) => carryOut(order, events));
      if (events.length > 0) journal.commit();
    } catch (error) {
      // Nothing is answered and nothing shown: the restart reads the journal and retries learn the truth.
      state = 'dead';
      fatal(error);
      return;
    }
    orders.forEach(({ reply }, index) => {
      const outcome = outcomes[index];
      if (outcome !== undefined) reply(outcome);
    });
    if (events.length > 0) for (const listener of listeners) listener(events);
    if (inbox.length > 0) soon(turn);
  }

  function carryOut({ sender, command }: Order, events: HallEvent[]): Outcome {
    // Before anything is told: an answer that was given before is given only to who may ask for it.
    const lacking = forbidden(hall, sender, command);
    if (lacking !== null) return refused(lacking);
    const commandHash = fingerprint(command);
    const known = journal.remembered(command.id);
    if (known !== null) return known.commandHash === commandHash ? { ok: true, events: known.events } : refused({ code: 'commandIdReused', facts: {} });
    const told = refusedOrders.of(command.id);
    if (told !== null) return refused(told.commandHash === commandHash ? told.refusal : { code: 'commandIdReused', facts: {} });
    const at = Math.max(now(), hall.at);
    const by = authorOf(hall, sender);
    const decision = tooLate(command, at) ?? decide(hall, command, { now: at, actor: by, expected });
    if (!decision.accepted) {
      refusedOrders.note(command.id, commandHash, decision.refusal);
      return refused(decision.refusal);
    }
    const done = decision.events.map((fresh) => {
      const event = stamp(fresh, hall, at, by, command);
      journal.append(event, commandHash);
      evolve(hall, event);
      return event;
    });
    // A start then folds this day at most.
    if (done.at(-1)?.type === 'dayClosed') journal.keepSnapshot(hall.seq, fullSnapshot(hall));
    events.push(...done);
    return { ok: true, events: done };
  }

  return {
    hall,
    order(sender, command, reply) {
      // A commit failed: what became of any order is unknown, so not even a refusal would be true (J5).
      if (state === 'dead') return;
      if (state === 'stopping') {
        reply(refused({ code: 'stopping', facts: {} }));
        return;
      }
      inbox.push({ sender, command, reply });
      if (inbox.length === 1) soon(turn);
    },
    onTurn: (listener) => { listeners.push(listener); },
    stop() {
      if (state !== 'running') return;
      while (state === 'running' && inbox.length > 0) turn();
      if (state === 'running') state = 'stopping';
    },
  };
}

/** An order that has outlived its life (J6). */
function tooLate({ type, pressedAt }: CommandMessage, at: number): { accepted: false; refusal: Refusal } | null {
  const lifeMs = commandLifeMs(type);
  return lifeMs !== null && at - pressedAt > lifeMs ? { accepted: false, refusal: { code: 'tooLate', facts: { lifeMs } } } : null;
}

const refused = (refusal: Refusal): Outcome => ({ ok: false, refusal });

/** The same id with another fingerprint is another order (J6). Parsed data has the schema's order of keys. */
const fingerprint = ({ type, data }: CommandMessage): string => hash('sha256', JSON.stringify([type, data]), 'hex').slice(0, 32);

/** Where nobody signs in with a password, the clerk that holds the counter. */
const authorOf = (hall: Hall, { role, place, personId }: Sender): Actor => ({ role, place, personId: personId ?? (role === 'counter' ? clerkAt(hall, place as CounterId) : null) });

function stamp(fresh: NewEvent, hall: Hall, at: number, by: Actor, { id }: CommandMessage): HallEvent {
  const { type, data, facts } = fresh;
  return { seq: hall.seq + 1, at, day: dayOf(fresh, hall), type, v: 1, data, staff: { by, commandId: id, facts } } as HallEvent;
}

function dayOf(fresh: NewEvent, { day }: Hall): BusinessDay | null {
  if (fresh.type === 'dayOpened') return fresh.data.date;
  return day !== null && day.closedAt === null ? day.date : null;
}
