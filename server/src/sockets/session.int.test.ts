// Whatever a screen sends gets exactly one refusal with a code and facts, and writes nothing.
// A real keeper on a real SQLite file; no transport.
import { commandTypes } from '@hall/core/domain/commands';
import { refusalSchema } from '@hall/core/domain/refusals';
import { answerSchema, refusedSchema, welcomeSchema, type Answer, type Hello, type Refused } from '@hall/core/protocol/messages';
import { maxCommandBytes, messageBurst, queryBurst, refusedTooFastBeforeCut } from '@hall/core/protocol/limits';
import { rights } from '@hall/core/protocol/rights';
import { protocolVersion } from '@hall/core/protocol/version';
import { expect, test } from 'vitest';
import type { TrialPlace } from '../people/trialCredentials.ts';
import { noSessions } from '../testing/noSessions.ts';
import { privateParts } from '../testing/privateParts.ts';
import { rightData } from '../testing/rightData.ts';
import { issue, newId, openTestHall, tenOClock } from '../testing/testHall.ts';
import { quickPlan, serviceOf } from '../testing/testPlan.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { visitorParts } from '../testing/visitorParts.ts';
import { createRecentEvents } from './recentEvents.ts';
import { openSession, type Session } from './session.ts';
import { createSnapshots } from './snapshots.ts';

const hall = openTestHall(tempFolder());
const recent = createRecentEvents(100);
hall.keeper.onTurn((events) => recent.add(events));
const { visitors, answerQuery } = visitorParts(hall);
const parts = { keeper: hall.keeper, recent, snapshots: createSnapshots(hall.hall), now: () => hall.clock.at, visitors, answerQuery, sessions: noSessions };
const first: Hello = { protocol: protocolVersion, credential: 'x', session: null, journalId: null, epoch: null, seq: null };

interface Screen { readonly session: Session; readonly refused: Refused[]; cuts: number }
function screen(role: TrialPlace['role'], place: string): Screen {
  const heard: Screen = { refused: [], cuts: 0, session: openSession(first, { role, place, deviceId: null }, parts, { refused: (one) => heard.refused.push(one), cut: () => { heard.cuts += 1; } }) };
  return heard;
}
/** Sends one message, runs the turn, and gives everything that came back. */
function send({ session, refused }: Screen, content: unknown, name = 'command'): Answer[] {
  const answers: Answer[] = [];
  const before = refused.length;
  session.receive(name, content, (answer) => answers.push(answer as Answer));
  hall.give([]);
  expect(refused.length).toBe(before);
  return answers;
}
function codeOf(of: Screen, content: unknown, name = 'command'): string {
  const answers = send(of, content, name);
  expect(answers).toHaveLength(1);
  const [answer] = answers;
  expect(answerSchema.safeParse(answer).error?.issues).toBeUndefined();
  if (answer?.ok !== false) return 'accepted';
  expect(refusalSchema.safeParse(answer.refusal).success).toBe(true);
  return answer.refusal.code;
}
const order = (type: string, data: unknown, more: object = {}): object => ({ id: newId(), pressedAt: hall.clock.at, type, data, ...more });
const nothing = { alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null };
const ticketOrder = (more: object = {}): object => order('issueTicket', { serviceId: serviceOf('A'), ...nothing }, more);
const json = (text: string): unknown => JSON.parse(text) as unknown;
const deep = (depth: number): unknown => json(`${'['.repeat(depth)}${']'.repeat(depth)}`);

const cases: [name: string, content: () => unknown, code: string][] = [
  ['nothing', () => undefined, 'malformed'],
  ['null', () => null, 'malformed'],
  ['a number', () => 7, 'malformed'],
  ['a word', () => 'issueTicket', 'malformed'],
  ['a list', () => [ticketOrder()], 'malformed'],
  ['an empty object', () => ({}), 'malformed'],
  ['a buffer', () => Buffer.from('issueTicket'), 'malformed'],
  ['a list 500 deep', () => deep(500), 'malformed'],
  ['a list 30,000 deep', () => deep(30_000), 'malformed'],
  ['a list 3,000 deep', () => deep(3_000), 'tooLarge'],
  ['data 500 deep', () => order('issueTicket', deep(500)), 'malformed'],
  ['no id', () => ticketOrder({ id: undefined }), 'malformed'],
  ['an id that is no UUID', () => ticketOrder({ id: '1' }), 'malformed'],
  ['an id in a list', () => ticketOrder({ id: [newId()] }), 'malformed'],
  ['no moment', () => ticketOrder({ pressedAt: undefined }), 'malformed'],
  ['a moment in words', () => ticketOrder({ pressedAt: 'now' }), 'malformed'],
  ['a moment before time', () => ticketOrder({ pressedAt: -1 }), 'malformed'],
  ['half a moment', () => ticketOrder({ pressedAt: 1.5 }), 'malformed'],
  ['no number for a moment', () => ticketOrder({ pressedAt: NaN }), 'malformed'],
  ['no type', () => ticketOrder({ type: undefined }), 'malformed'],
  ['a type that is null', () => ticketOrder({ type: null }), 'malformed'],
  ['a type that is a number', () => ticketOrder({ type: 3 }), 'malformed'],
  ['an unknown type', () => order('openSafe', {}), 'unknownCommand'],
  ['an unknown type with a name of every object', () => order('constructor', {}), 'unknownCommand'],
  ['an unknown type with a long name', () => order('x'.repeat(3_000), {}), 'unknownCommand'],
  ['no data', () => order('issueTicket', undefined), 'malformed'],
  ['data that is null', () => order('issueTicket', null), 'malformed'],
  ['data that is a list', () => order('issueTicket', []), 'malformed'],
  ['a field too many in the data', () => order('issueTicket', { serviceId: serviceOf('A'), ...nothing, number: 'A007' }), 'malformed'],
  ['a field too many beside the data', () => ticketOrder({ actor: { role: 'manager' } }), 'malformed'],
  ['a field too few', () => order('issueTicket', { serviceId: serviceOf('A') }), 'malformed'],
  ['a service in a list', () => order('issueTicket', { serviceId: [serviceOf('A')], ...nothing }), 'malformed'],
  ['SQL in a name', () => order('issueTicket', { serviceId: "'; DROP TABLE events; --", ...nothing }), 'malformed'],
  ['a path in a name', () => order('issueTicket', { serviceId: '../../etc/passwd', ...nothing }), 'malformed'],
  ['an own key __proto__', () => json(JSON.stringify(ticketOrder()).replace('{', '{"__proto__":{"role":"manager"},')), 'malformed'],
  ['an own key __proto__ in the data', () => json(JSON.stringify(ticketOrder()).replace('"data":{', '"data":{"__proto__":{"rank":"green"},')), 'malformed'],
  ['4 KB and one byte', () => ticketOrder({ more: 'x'.repeat(maxCommandBytes) }), 'tooLarge'],
  ['63 KB', () => ticketOrder({ more: 'x'.repeat(63 * 1024) }), 'tooLarge'],
  ['4 KB in signs of three bytes', () => ticketOrder({ more: '号'.repeat(maxCommandBytes / 3) }), 'tooLarge'],
  ['a service that is not in the plan', () => order('issueTicket', { serviceId: 'S999', ...nothing }), 'noSuchService'],
  ['a name of every object as service', () => order('issueTicket', { serviceId: 'constructor', ...nothing }), 'noSuchService'],
  ['priority by the kiosk itself', () => order('issueTicket', { serviceId: serviceOf('A'), alsoServiceIds: [], priority: { classId: quickPlan().classes[0]?.id, reason: 'old' }, slotAt: null, override: null, visitorId: null }), 'priorityNeedsStaff'],
  ['an appointment by the kiosk itself', () => order('issueTicket', { serviceId: serviceOf('A'), alsoServiceIds: [], priority: null, slotAt: tenOClock, override: null, visitorId: null }), 'priorityNeedsStaff'],
  ['an order too old', () => ticketOrder({ pressedAt: 0 }), 'tooLate'],
];

test.each(cases)('given a command that is %s, then it gets one refusal and writes nothing', (_name, content, code) => {
  const head = hall.journal.head();
  expect(codeOf(screen('kiosk', 'K1'), content())).toBe(code);
  expect(hall.journal.head()).toEqual(head);
});

test.each(cases)('given a command that is %s and asks for no acknowledgement, then it gets one refusal as a message and writes nothing', (_name, content) => {
  const head = hall.journal.head();
  const kiosk = screen('kiosk', 'K1');
  kiosk.session.receive('command', content(), null);
  hall.turn();
  expect(kiosk.refused).toHaveLength(1);
  expect(refusedSchema.safeParse(kiosk.refused[0]).success).toBe(true);
  expect(hall.journal.head()).toEqual(head);
});

test('given a right command that asks for no acknowledgement, then it is not carried out', () => {
  const kiosk = screen('kiosk', 'K1');
  const head = hall.journal.head();
  kiosk.session.receive('command', ticketOrder(), null);
  hall.turn();
  expect(kiosk.refused.map(({ refusal }) => refusal.code)).toEqual(['malformed']);
  expect(hall.journal.head()).toEqual(head);
});

test.each([['an unknown name', 'shout'], ['no name', ''], ['a name of every object', '__proto__'], ['a name of the library', 'error'], ['a long name', 'x'.repeat(5_000)], ['a number for a name', 7 as unknown as string], ['a message only the server sends', 'welcome']])(
  'given a message with %s, then it is refused once as unknown', (_name, name) => {
    expect(codeOf(screen('kiosk', 'K1'), {}, name)).toBe('unknownMessage');
  },
);

test('given a malformed presence, then it is refused where the sender listens; given a right one, then it is taken', () => {
  const kiosk = screen('kiosk', 'K1');
  for (const content of [null, undefined, {}, { seq: -1 }, { seq: '1' }, { seq: 1, more: 1 }, []]) {
    kiosk.session.receive('presence', content, null);
    expect(codeOf(kiosk, content, 'presence')).toBe('malformed');
  }
  expect(kiosk.refused).toHaveLength(7);
  kiosk.session.receive('presence', { seq: 3 }, null);
  expect(kiosk.session.seen()).toBe(3);
});

const places: TrialPlace[] = [{ role: 'kiosk', place: 'K1' }, { role: 'counter', place: '12' }, { role: 'counter', place: '13' }, { role: 'display', place: 'c12' }, { role: 'pad', place: '12' }, { role: 'pad', place: '13' }, { role: 'desk', place: 'G1' }, { role: 'manager', place: 'M1' }];

test.each(places.flatMap((who) => commandTypes.map((type) => [who.role, who.place, type] as const)))(
  'rights: given %s %s, when it orders %s, then the table of rights decides, and a refusal writes nothing', (role, place, type) => {
    const head = hall.journal.head();
    const code = codeOf(screen(role, place), order(type, rightData[type]));
    // The plan is far over 4 KB in truth; an empty one has not the form of a plan.
    const right = rights[type];
    const expected = type === 'adoptPlan' ? 'malformed' : !right.roles.includes(role) || right.notBySocket === true ? 'notAllowed' : right.ownCounterOnly && place !== '12' ? 'otherPlace' : 'a rule';
    const doorCodes = ['malformed', 'notAllowed', 'otherPlace', 'accepted', 'unknownCommand'];
    expect(doorCodes.includes(code) ? code : 'a rule').toBe(expected);
    expect(hall.journal.head()).toEqual(head);
  },
);

test('rights: nobody from outside may give an order of the hall itself', () => {
  for (const type of ['openJournal', 'startEpoch'] as const) expect(rights[type].roles).toEqual(['system']);
});

test('given orders out of order, then each is refused with its reason and writes nothing', () => {
  const [one, two, clerkPad] = [screen('counter', '1'), screen('counter', '2'), screen('pad', '1')];
  const at1 = (type: string, more: object = {}): string => codeOf(one, order(type, { counterId: '1', ...more }));
  expect(at1('callNext')).toBe('notSignedIn');
  expect(at1('signIn', { clerkId: '1001' })).toBe('accepted');
  const head = (): number => hall.journal.head().seq;
  const refusedWith = (code: string, answer: () => string): void => {
    const before = head();
    expect(answer()).toBe(code);
    expect(head()).toBe(before);
  };
  refusedWith('counterNotOpen', () => at1('callNext'));
  refusedWith('counterHeld', () => at1('signIn', { clerkId: '1002' }));
  refusedWith('clerkElsewhere', () => codeOf(two, order('signIn', { counterId: '2', clerkId: '1001' })));
  refusedWith('noSuchClerk', () => codeOf(two, order('signIn', { counterId: '2', clerkId: '7' })));
  expect(at1('openCounter')).toBe('accepted');
  refusedWith('counterAlready', () => at1('openCounter'));
  refusedWith('nobodyWaiting', () => at1('callNext'));
  expect(codeOf(screen('kiosk', 'K1'), ticketOrder())).toBe('accepted');
  const [ticketId] = [...hall.hall.tickets.keys()];
  refusedWith('wrongState', () => at1('startService', { ticketId, version: 1 }));
  refusedWith('noSuchTicket', () => at1('startService', { ticketId: '1.999', version: 1 }));
  expect(at1('callNext')).toBe('accepted');
  refusedWith('ticketActive', () => at1('callNext'));
  refusedWith('wrongState', () => at1('finishService', { ticketId, version: 2 }));
  refusedWith('callAgainFirst', () => at1('missTicket', { ticketId, version: 2 }));
  refusedWith('notSignedIn', () => codeOf(two, order('startService', { counterId: '2', ticketId, version: 2 })));
  expect(at1('startService', { ticketId, version: 2 })).toBe('accepted');
  const recordId = hall.hall.tickets.get(ticketId as never)?.recordId;
  const rate = (level = 5, code = '501'): string => codeOf(clerkPad, order('rateService', { counterId: '1', recordId, level, codes: [code], givenAt: tenOClock }));
  refusedWith('notYetFinished', () => rate());
  refusedWith('ticketActive', () => at1('signOut'));
  expect(at1('finishService', { ticketId, version: 3 })).toBe('accepted');
  refusedWith('noSuchCode', () => rate(1, '999'));
  refusedWith('noSuchRecord', () => codeOf(screen('pad', '2'), order('rateService', { counterId: '2', recordId, level: 5, codes: [], givenAt: tenOClock })));
  expect(codeOf(clerkPad, order('rateService', { counterId: '1', recordId, level: 5, codes: [], givenAt: tenOClock }))).toBe('accepted');
  refusedWith('alreadyRated', () => codeOf(clerkPad, order('rateService', { counterId: '1', recordId, level: 1, codes: [], givenAt: tenOClock })));
});

test('J6: given the same id with other content or in another order of fields, then only the same content gets the first answer', () => {
  const kiosk = screen('kiosk', 'K1');
  const id = newId();
  const [answer] = send(kiosk, ticketOrder({ id }));
  expect(answer?.ok).toBe(true);
  expect(send(kiosk, { type: 'issueTicket', data: { slotAt: null, alsoServiceIds: [], priority: null, serviceId: serviceOf('A'), override: null, visitorId: null }, pressedAt: hall.clock.at + 9, id })).toEqual([answer]);
  expect(codeOf(kiosk, order('issueTicket', { serviceId: serviceOf('B'), ...nothing }, { id }))).toBe('commandIdReused');
});

test('V3: given the public, then neither answer nor welcome nor snapshot has a private part; staff have it', () => {
  hall.give([issue()]);
  const [forPublic] = send(screen('kiosk', 'K1'), ticketOrder());
  expect(privateParts([forPublic, screen('display', 'hall').session.welcome, screen('pad', '1').session.welcome])).toEqual([]);
  const [forStaff] = send(screen('manager', 'M1'), ticketOrder());
  expect(privateParts(forStaff)).toEqual(['events.0.staff']);
  const { welcome } = screen('counter', '1').session;
  expect(welcomeSchema.safeParse(welcome).success).toBe(true);
  expect(privateParts(welcome)).toContain('resume.snapshot.plan.staff');
});

test('J9: given a screen that comes back, then it resumes by sequence only in the same life of the journal', () => {
  const { journalId, epoch, seq } = hall.hall;
  const kind = (hello: Partial<Hello>): string => openSession({ ...first, journalId, epoch, seq: seq - 2, ...hello }, { role: 'display', place: 'hall', deviceId: null }, parts, { refused: () => undefined, cut: () => undefined }).welcome.resume.kind;
  expect(kind({})).toBe('events');
  expect(kind({ seq })).toBe('events');
  expect([kind({ epoch: epoch + 1 }), kind({ journalId: newId() }), kind({ seq: null }), kind({ seq: seq + 1 }), kind({ seq: 0 }), kind({ epoch: null })]).toEqual(Array.from({ length: 6 }, () => 'snapshot'));
});

test('given queries without end, then what a screen needs is answered and the rest refused, and orders go on', () => {
  const desk = screen('desk', 'D1');
  const codes = Array.from({ length: queryBurst + 20 }, () => {
    const [answer] = send(desk, { type: 'findVisitors', data: { text: '张' } }, 'query');
    return answer?.ok === false ? answer.refusal.code : 'answered';
  });
  expect(codes).toEqual([...Array.from({ length: queryBurst }, () => 'answered'), ...Array.from({ length: 20 }, () => 'tooFast')]);
  expect(codeOf(desk, ticketOrder())).toBe('accepted');
});

test('given a flood, then everything over the limit is refused once each, writes nothing, and then the sender is cut', () => {
  const kiosk = screen('kiosk', 'K1');
  const head = hall.journal.head();
  const codes = new Map<string, number>();
  const flood = messageBurst + refusedTooFastBeforeCut + 5;
  for (let message = 0; message < flood; message += 1) {
    kiosk.session.receive('shout', null, (answer) => {
      const code = answer.ok ? 'accepted' : answer.refusal.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    });
  }
  expect(Object.fromEntries(codes)).toEqual({ unknownMessage: messageBurst, tooFast: refusedTooFastBeforeCut });
  expect(kiosk.cuts).toBe(5);
  expect(hall.journal.head()).toEqual(head);
  expect(codeOf(screen('counter', '3'), order('callNext', { counterId: '3' }))).toBe('notSignedIn');
});
