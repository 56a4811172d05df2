// A small hall for this room's tests: every fact in it came through decide and evolve, as in the real one.
// Two own queues, a helper queue with a quota of two, three counters, four clerks; the plan's times are those of the rules.
import type { Actor } from '@hall/core/domain/actor';
import { must } from '@hall/core/base/assert';
import type { Command, CommandType } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { Decision } from '@hall/core/domain/decision';
import type { HallEvent } from '@hall/core/domain/events';
import { evolve } from '@hall/core/domain/evolve';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import type { AppointmentId, VisitorId } from '@hall/core/domain/ids';
import { personSchema } from '@hall/core/domain/person';
import { planSchema, type Plan } from '@hall/core/domain/plan';
import type { Ticket } from '@hall/core/domain/ticket';

const names = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const reasons = (...ids: string[]): object[] => ids.map((id) => ({ id, name: names(id) }));
/** A returns after one place within ten minutes, B at the end, H not at all (C8). */
const policies: Readonly<Record<string, object>> = {
  A: { kind: 'afterPlaces', places: 1, withinMs: 600_000 }, B: { kind: 'toTheEnd', places: 0, withinMs: null }, H: { kind: 'notAllowed', places: 0, withinMs: null },
};
const queue = (id: string): object => ({
  id, name: names(`queue ${id}`), zoneId: 'Z', overflow: null, transferPlace: 'dueKept', returnPolicy: policies[id],
  numbering: { prefix: id, digits: 3, main: { from: 1, to: 599 }, restored: { from: 600, to: 799 }, offline: null },
});
const service = (id: string, queueId: string): object => ({
  id, departmentId: 'd', queueId, name: names(`service ${id}`), materials: [], promiseDays: 0, typicalMs: 600_000, spread: 0.4, featured: false,
  hoursId: null, quota: { daily: id === 'SH' ? 2 : null, spans: [] }, guide: { steps: [], basis: [], fee: null }, bookingId: id === 'SA' ? 'half' : null,
});

export const practicePlan: Plan = planSchema.parse({
  format: 1, name: names('practice'), timeZone: 'Asia/Shanghai', capacity: 100, day: { opensAt: '08:00', lastHour: '20:00' },
  zones: [{ id: 'Z', name: names('zone'), floor: names('1') }],
  departments: [{ id: 'd', name: names('department') }],
  queues: [queue('A'), queue('B'), queue('H')],
  services: [service('SA', 'A'), service('SB', 'B'), service('SH', 'H')],
  counters: [
    { id: '1', name: names('one'), zoneId: 'Z', ownQueues: ['A', 'B'], helperQueues: ['H'], helpAbove: 0, autoCallMs: null },
    { id: '2', name: names('two'), zoneId: 'Z', ownQueues: ['A'], helperQueues: [], helpAbove: 0, autoCallMs: null },
    { id: '3', name: names('three'), zoneId: 'Z', ownQueues: ['H'], helperQueues: ['B'], helpAbove: 0, autoCallMs: null },
  ],
  classes: [{ id: 'green', name: names('green'), tier: 'green' }, { id: 'elderly', name: names('elderly'), tier: 'priority' }],
  calling: { policy: { kind: 'rankWithCap', rankedInARow: 2 }, conditions: [], undoMs: 60_000, ceilingMs: 3_600_000, nextGapMs: 3_000, recallGapMs: 5_000, maxCalls: 3, missAfterCalls: 3, missAfterMs: 20_000 },
  hoursApply: true, hours: [], exceptions: [], boards: [], 
  bookings: [{ id: 'half', daysAhead: 7, slots: [{ from: '08:30', to: '09:00', most: 2 }, { from: '09:00', to: '09:30', most: 1 }] }],
  appointments: { earlyMs: 900_000, lateMs: 900_000, block: { after: 1, withinDays: 30, forDays: 30 } },
  slip: { complaintPhone: null, showClass: false, footer: null }, voice: { languages: ['zh', 'en'], times: 2 }, kiosksAlone: 4, parkAlertMs: 1_800_000,
  pauseReasons: reasons('lunch', 'meeting'), parkReasons: reasons('materials', 'payment'), pickReasons: reasons('urgent', 'agreed'),
  putBackReasons: reasons('mistake', 'system'), grantReasons: reasons('desk', 'leader'), stopReasons: reasons('power'),
  lookReasons: reasons('identity'), eraseReasons: reasons('asked'),
  rating: { version: '1', levels: [5, 4, 3, 2, 1].map((level) => ({ level, name: names(`level ${level}`), codes: [] })) },
  waitLimitMs: 900_000,
  staff: { security: { passwords: 'plain', lockAfterMs: null, signOutAfterMs: 3_600_000, logKeptDays: 180, visitorsKeptDays: 30 } },
});

export const practicePeople = ['1001', '1002', '1003', '1004'].map((id) =>
  personSchema.parse({ id, name: `clerk ${id}`, duties: ['clerk'], extras: ['pick'], queueIds: [], counterIds: [], isActive: true }));

/** Opening time of the practice day. */
export const morning = Date.UTC(2026, 0, 5, 0, 0);
const system: Actor = { role: 'system', place: 'hall', personId: null };

export interface Practice {
  readonly hall: Hall;
  now: number;
  /** Gives an order as the server would; accepted facts are folded in. Ids are plain strings here. */
  order(type: CommandType, data: Record<string, unknown>, actor?: Actor): Decision;
  /** The same, and it must be accepted. */
  done(type: CommandType, data: Record<string, unknown>): void;
  pass(ms: number): void;
  ticket(number: string): Ticket;
  /** An order on a ticket as it is now, at counter 1 unless told; with what else the order needs. */
  onTicket(type: CommandType, number: string, counterId?: string, more?: Record<string, unknown>): void;
  /** Counter 1 calls this ticket, which must be the next one, three times in vain. */
  miss(number: string): void;
  /** A plain ticket for the service, or one of that class. */
  issue(serviceId: string, classId?: string): void;
  /** One ticket for all of these services, in this order (T4). */
  issueSeveral(...serviceIds: string[]): void;
  /** An appointment for SA today; its id. Nobody is known by it unless told. */
  book(from: string, code: string, visitorId?: string): AppointmentId;
  /** As the desk does it: names the appointment. */
  checkIn(appointmentId: AppointmentId, override?: string): Decision;
}

/** Visitors of the practice hall: ids as the side store gives them. */
export const visitorA = 'a'.repeat(32) as VisitorId;
export const visitorB = 'b'.repeat(32) as VisitorId;
/** The guide desk, as the rules see it. */
export const desk: Actor = { role: 'desk', place: 'D1', personId: null };

/** A hall whose day is open; nobody is signed in and nobody waits. */
export function practiceHall(): Practice {
  const hall = emptyHall();
  const practice: Practice = {
    hall,
    now: morning,
    order(type, data, actor = system) {
      const decision = decide(hall, { type, data } as unknown as Command, { now: practice.now, actor });
      if (!decision.accepted) return decision;
      for (const { facts, ...fact } of decision.events) {
        const staff = { by: actor, commandId: '00000000-0000-7000-8000-000000000000', facts };
        evolve(hall, { ...fact, seq: hall.seq + 1, at: practice.now, day: hall.day?.date ?? null, v: 1, staff } as unknown as HallEvent);
      }
      return decision;
    },
    done(type, data) {
      const decision = practice.order(type, data);
      if (!decision.accepted) throw new Error(`${type} was refused: ${decision.refusal.code}`);
    },
    pass(ms) {
      practice.now += ms;
    },
    ticket: (number) => must([...hall.tickets.values()].find((ticket) => ticket.number === number), number),
    onTicket(type, number, counterId = '1', more = {}) {
      const { id: ticketId, version } = practice.ticket(number);
      practice.done(type, { counterId, ticketId, version, ...more });
    },
    miss(number) {
      practice.done('callNext', { counterId: '1' });
      for (let call = 2; call <= 3; call += 1) {
        practice.pass(5_000);
        practice.onTicket('recallTicket', number);
      }
      practice.pass(20_000);
      practice.onTicket('missTicket', number);
    },
    issue(serviceId, classId) {
      const priority = classId === undefined ? null : { classId, reason: 'desk' };
      practice.done('issueTicket', { serviceId, alsoServiceIds: [], priority, slotAt: null, override: null, visitorId: null });
    },
    issueSeveral(serviceId, ...alsoServiceIds) {
      practice.done('issueTicket', { serviceId, alsoServiceIds, priority: null, slotAt: null, override: null, visitorId: null });
    },
    book(from, code, visitorId) {
      practice.done('bookAppointment', { serviceId: 'SA', date: '2026-01-05', from, visitorId: visitorId ?? null, code, externalId: null, override: null });
      return must([...hall.staff.appointments.keys()].at(-1), 'the appointment just booked');
    },
    checkIn: (appointmentId, override) => practice.order('checkIn', { appointmentId, code: null, visitorId: null, priority: null, override: override ?? null }, desk),
  };
  practice.done('openJournal', { hallId: '11111111-1111-4111-8111-111111111111', journalId: '22222222-2222-4222-8222-222222222222' });
  practice.done('adoptPlan', { plan: practicePlan, from: 'now' });
  practice.done('setPeople', { people: practicePeople, then: null });
  practice.done('openDay', { date: '2026-01-05' });
  return practice;
}

/** The same with clerk 1001 at counter 1, open, and so many ordinary tickets A001… waiting for it. */
export function openPractice(waiting: number): Practice {
  const practice = practiceHall();
  practice.done('signIn', { counterId: '1', clerkId: '1001' });
  practice.done('openCounter', { counterId: '1' });
  for (let nth = 0; nth < waiting; nth += 1) practice.issue('SA');
  practice.pass(60_000);
  return practice;
}
