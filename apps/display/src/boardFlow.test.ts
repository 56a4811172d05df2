// What boards and counter screens say, from a hall that real orders have made.
import { expect, test } from 'vitest';
import { decide } from '@hall/core/domain/decide';
import { evolve } from '@hall/core/domain/evolve';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import type { Command } from '@hall/core/domain/commands';
import type { HallEvent } from '@hall/core/domain/events';
import { planSchema, type Plan } from '@hall/core/domain/plan';
import { realLimits, smallPlan } from '@hall/core/domain/testing/smallPlan';
import type { CounterId, ZoneId } from '@hall/core/domain/ids';
import { cellsPerPage, counterCell, counterCells, pageAt, pageMs, pagesOf, queueCells, stopCells } from './boardFlow.ts';
import { counterSays } from './counterScreenFlow.ts';
import { smallPeople } from '@hall/core/domain/testing/smallPeople';
import { shownAt, speaks } from './placeFlow.ts';

/** The small hall's plan with 48 counters in three zones, four queues in each; service SA leads to queue A. */
function plan48(): Plan {
  const small = smallPlan(realLimits);
  const names = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
  const zones = ['A', 'B', 'C'].map((zone) => ({ id: zone, name: names(zone), floor: names('1') }));
  const queues = [...'ABCDEFGHJKLM'].map((prefix, index) => ({
    ...small.queues[0], id: prefix, name: names(`queue ${prefix}`), zoneId: zones[Math.floor(index / 4)]?.id, numbering: { ...small.queues[0]?.numbering, prefix },
  }));
  const counters = Array.from({ length: 48 }, (_, index) => ({
    id: String(index + 1), name: names('counter'), zoneId: zones[index < 20 ? 0 : index < 36 ? 1 : 2]?.id, ownQueues: [index < 20 ? 'A' : 'E'], helperQueues: [], helpAbove: 0, autoCallMs: null,
  }));
  return planSchema.parse({ ...small, zones, queues, counters });
}
const plan = plan48();
const withBoards = planSchema.parse({ ...plan, boards: [
  { id: 'ground', name: { zh: '一层', en: 'Ground floor' }, zoneIds: ['A', 'B'] }, { id: 'everything', name: { zh: '全部', en: 'All' }, zoneIds: [] },
] });
const id = '3' as CounterId;

function openHall(): { hall: Hall; order: (command: unknown) => void } {
  const hall = emptyHall();
  let now = 1_770_000_000_000;
  const order = (command: unknown): void => {
    now += 10_000;
    const by = { role: 'system', place: 'install', personId: null } as const;
    const decision = decide(hall, command as Command, { now, actor: by });
    if (!decision.accepted) throw new Error(JSON.stringify(decision.refusal));
    for (const event of decision.events) evolve(hall, { ...event, staff: { by, facts: event.facts }, seq: hall.seq + 1, at: now, day: null, v: 1 } as unknown as HallEvent);
  };
  order({ type: 'adoptPlan', data: { plan, from: 'now' } });
  order({ type: 'setPeople', data: { people: smallPeople, then: null } });
  order({ type: 'openDay', data: { date: '2026-03-02' } });
  return { hall, order };
}
const onTicket = (hall: Hall): object => {
  const ticketId = hall.counters.get(id)?.activeTicketId;
  return { counterId: id, ticketId, version: ticketId === null || ticketId === undefined ? 0 : hall.tickets.get(ticketId)?.version };
};
const says = (hall: Hall) => {
  const cell = counterCell(hall, id);
  return cell === null ? null : counterSays(cell);
};

test('D7 a counter from closed to called, called again, served, free and paused', () => {
  const { hall, order } = openHall();
  expect(says(hall)).toEqual({ kind: 'closed' });
  order({ type: 'signIn', data: { counterId: id, clerkId: '1003' } });
  order({ type: 'openCounter', data: { counterId: id } });
  expect(says(hall)).toEqual({ kind: 'free' });
  order({ type: 'issueTicket', data: { serviceId: 'SA', alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null } });
  expect(queueCells(hall, ['A' as ZoneId]).find(({ prefix }) => prefix === 'A')?.waiting).toBe(1);
  order({ type: 'callNext', data: { counterId: id } });
  expect(says(hall)).toEqual({ kind: 'called', number: 'A001', nth: 1 });
  expect(queueCells(hall, ['A' as ZoneId]).find(({ prefix }) => prefix === 'A')?.waiting).toBe(0);
  order({ type: 'recallTicket', data: onTicket(hall) });
  expect(says(hall)).toEqual({ kind: 'called', number: 'A001', nth: 2 });
  order({ type: 'startService', data: onTicket(hall) });
  expect(says(hall)).toEqual({ kind: 'serving', number: 'A001' });
  order({ type: 'finishService', data: onTicket(hall) });
  order({ type: 'pauseCounter', data: { counterId: id, reasonId: 'lunch' } });
  expect(says(hall)).toEqual({ kind: 'paused', reason: plan.pauseReasons[0]?.name });
});

test('C11 given a ticket kept for one counter, then it is still counted as waiting in its queue', () => {
  const { hall, order } = openHall();
  order({ type: 'signIn', data: { counterId: id, clerkId: '1003' } });
  order({ type: 'openCounter', data: { counterId: id } });
  order({ type: 'issueTicket', data: { serviceId: 'SA', alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null } });
  const [ticket] = hall.tickets.values();
  order({ type: 'moveTicket', data: { ticketId: ticket?.id, version: ticket?.version, to: { queueId: 'A', counterId: id, place: 'byRule' } } });
  expect(ticket?.forCounterId).toBe(id);
  expect(queueCells(hall, null).find(({ prefix }) => prefix === 'A')?.waiting).toBe(1);
});

test('H6 given stops of issuing, then a board tells those of its own place, and a stop of the hall says it all', () => {
  const { hall, order } = openHall();
  const stop = (scope: object): void => order({ type: 'stopIssuing', data: { scope, reasonId: 'power' } });
  const told = (...zoneIds: string[]): (string | undefined)[] => stopCells(hall, zoneIds.length === 0 ? null : zoneIds as ZoneId[]).map(({ where }) => where?.en);
  expect(stopCells(hall, null)).toEqual([]);
  stop({ kind: 'queue', queueId: 'E' });
  stop({ kind: 'zone', zoneId: 'A' });
  expect([told(), told('A'), told('B'), told('C')]).toEqual([['A', 'queue E'], ['A'], ['queue E'], []]);
  expect(told('B', 'A')).toEqual(['A', 'queue E']);
  expect(stopCells(hall, ['A' as ZoneId])[0]?.reason?.en).toBe('power');
  stop({ kind: 'hall' });
  expect(stopCells(hall, ['C' as ZoneId])).toMatchObject([{ where: null, reason: { en: 'power' } }]);
  expect(stopCells(hall, null)).toHaveLength(1);
  order({ type: 'resumeIssuing', data: { scope: { kind: 'hall' } } });
  expect(told('C')).toEqual([]);
});

test('D7 the hall board holds all 48 counters in pages, a zone board its own', () => {
  const { hall } = openHall();
  const pages = pagesOf(counterCells(hall, null), cellsPerPage);
  expect(pages.flat().map((cell) => cell.id)).toEqual(plan.counters.map((counter) => counter.id));
  expect(pages.map((page) => page.length)).toEqual([24, 24]);
  expect(counterCells(hall, ['C' as ZoneId])).toHaveLength(12);
  expect(counterCells(hall, ['C', 'A'] as ZoneId[])).toHaveLength(32);
  expect(queueCells(hall, null)).toHaveLength(12);
});

test('D7 pages turn by themselves and are of nearly the same length', () => {
  expect([0, pageMs - 1, pageMs, 2 * pageMs].map((now) => pageAt(now, 2))).toEqual([0, 0, 1, 0]);
  expect(pageAt(123, 0)).toBe(0);
  expect(pagesOf([], 24)).toEqual([[]]);
  expect(pagesOf(Array.from({ length: 25 }), 24).map((page) => page.length)).toEqual([13, 12]);
});

test('a counter the plan does not have is null, not a guess', () => {
  expect(counterCell(openHall().hall, '99' as CounterId)).toBeNull();
});

test('places: hall, boards of the plan, zones, counter screens, and what is none of these', () => {
  expect(shownAt('hall', plan)).toEqual({ kind: 'board', zoneIds: null, name: null });
  expect(shownAt('zB', plan)).toEqual({ kind: 'board', zoneIds: ['B'], name: null });
  expect(shownAt('ground', withBoards)).toMatchObject({ kind: 'board', zoneIds: ['A', 'B'], name: { en: 'Ground floor' } });
  expect(shownAt('everything', withBoards)).toMatchObject({ kind: 'board', zoneIds: null, name: { en: 'All' } });
  expect(shownAt('c12', plan)).toEqual({ kind: 'counterScreen', counterId: '12' });
  expect(['zX', 'c0', 'K1', ''].map((place) => shownAt(place, plan).kind)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
});

test('D3 the hall board speaks, a zone board when asked, a counter screen never', () => {
  const at = (place: string, search: string): boolean => speaks(shownAt(place, withBoards), search);
  expect([at('hall', ''), at('hall', '?lang=en'), at('hall', '?speak=0')]).toEqual([true, true, false]);
  expect([at('zA', ''), at('zA', '?speak=1')]).toEqual([false, true]);
  expect([at('ground', ''), at('ground', '?speak=1'), at('everything', '')]).toEqual([false, true, true]);
  expect([at('c12', ''), at('c12', '?speak=1')]).toEqual([false, false]);
});
