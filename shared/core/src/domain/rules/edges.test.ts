// Which order a ticket in which state takes: the whole table of T1, and what the day close makes of each state.
import { describe, expect, test } from 'vitest';
import type { TicketState } from '../ticket.ts';
import { given, today, type Scenario } from '../testing/hallSpec.ts';
import {
  cancel, closeDay, comeBack, finish, finishAndNext, happened, issue, miss, moveTo, next, numbered, open, park, pick, putBack, recall, resume, signIn, start, transfer, undo, unpark,
  type Order,
} from '../testing/orders.ts';

const staffed = [signIn('1', '1001'), open('1'), issue('SA')];
const called = [...staffed, next('1')];
const serving = [...called, start('1', 'A001')];

/** A001 in each state, at counter 1. */
const halls: Readonly<Record<TicketState, () => Scenario>> = {
  waiting: () => given(...staffed),
  called: () => given(...called),
  serving: () => given(...serving),
  parked: () => given(...serving, park('1', 'A001')),
  missed: () => given(...called, miss('1', 'A001')),
  done: () => given(...serving, finish('1', 'A001')),
  cancelled: () => given(...staffed, cancel('A001')),
  // The day close clears its tickets at once, so this state is only ever seen between two facts.
  expired: () => given(...staffed, happened('ticketExpired', (hall) => ({ ticketId: numbered(hall, 'A001').id, from: 'waiting' }), {})),
};

const orders: Readonly<Record<string, Order>> = {
  recallTicket: recall('1', 'A001'),
  startService: start('1', 'A001'),
  missTicket: miss('1', 'A001'),
  finishService: finish('1', 'A001'),
  finishAndCallNext: finishAndNext('1', 'A001'),
  cancelTicket: cancel('A001'),
  returnTicket: comeBack('A001'),
  parkTicket: park('1', 'A001'),
  resumeTicket: resume('1', 'A001'),
  unparkTicket: unpark('A001'),
  transferTicket: transfer('1', 'A001', { queueId: 'B' }),
  moveTicket: moveTo('A001', { queueId: 'B' }),
  pickTicket: pick('1', 'A001'),
  putBackTicket: putBack('1', 'A001'),
  undoStep: undo('1', 'A001'),
};

/** T1's edges: from each state, what each order makes of the ticket. Everything else is refused. */
const edges: Readonly<Record<TicketState, Readonly<Record<string, TicketState>>>> = {
  waiting: { cancelTicket: 'cancelled', moveTicket: 'waiting', pickTicket: 'called' },
  called: { recallTicket: 'called', startService: 'serving', missTicket: 'missed', cancelTicket: 'cancelled', transferTicket: 'waiting', putBackTicket: 'waiting' },
  serving: { finishService: 'done', finishAndCallNext: 'done', parkTicket: 'parked', transferTicket: 'waiting', undoStep: 'called' },
  parked: { cancelTicket: 'cancelled', resumeTicket: 'serving', unparkTicket: 'waiting' },
  missed: { cancelTicket: 'cancelled', returnTicket: 'waiting', undoStep: 'called' },
  done: { undoStep: 'serving' },
  cancelled: {},
  expired: {},
};

describe.each(Object.keys(halls) as TicketState[])('T1 given a ticket that is %s', (state) => {
  test.each(Object.keys(orders))('T1 when %s is ordered, then it goes where an edge leads or is refused', (name) => {
    const scenario = halls[state]();
    expect(numbered(scenario.hall, 'A001').state).toBe(state);
    const order = orders[name];
    if (order === undefined) throw new Error(name);
    const leadsTo = edges[state][name];
    const outcome = scenario.when(order);
    // A counter with a ticket in hand cannot pick at all, and undo has words of its own.
    const code = name === 'undoStep' ? 'nothingToUndo' : name === 'pickTicket' && (state === 'called' || state === 'serving') ? 'ticketActive' : 'wrongState';
    if (leadsTo === undefined) outcome.thenRefused(code, { number: 'A001', ...(name === 'undoStep' ? {} : { state }) });
    else expect(outcome.decision.accepted).toBe(true);
    expect(numbered(scenario.hall, 'A001').state).toBe(leadsTo ?? state);
  });

  test('T1 when next is ordered, then only a waiting ticket is called', () => {
    const scenario = halls[state]();
    const outcome = scenario.when(next('1'));
    if (state === 'waiting') outcome.thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
    else if (state === 'called' || state === 'serving') outcome.thenRefused('ticketActive', { number: 'A001', state });
    else outcome.thenRefused('nobodyWaiting', { counterId: '1' });
  });

  test('T1 T3 when the day closes, then an open ticket expires with the state it came from, or ends as endedByDay', () => {
    const scenario = halls[state]();
    const ticketId = numbered(scenario.hall, 'A001').id;
    const ends = state === 'waiting' || state === 'called' || state === 'missed' || state === 'parked' ? [{ type: 'ticketExpired' as const, data: { ticketId, from: state } }]
      : state === 'serving' ? [{ type: 'serviceFinished' as const, data: { ticketId, counterId: '1', outcome: 'endedByDay' } }] : [];
    scenario.when(closeDay(today)).thenEvents(
      ...ends, { type: 'counterClosed', data: { counterId: '1' } }, { type: 'counterSignedOut', data: { counterId: '1' } }, { type: 'dayClosed', data: { date: today } },
    );
    expect(scenario.hall.tickets.size).toBe(0);
  });
});

test('T1 a ticket that nobody knows is refused by its id', () => {
  const strange = { ...cancel('A001'), command: () => ({ type: 'cancelTicket', data: { ticketId: '9.9', version: 1 } }) as never };
  given().when(strange).thenRefused('noSuchTicket', { ticketId: '9.9' });
});
