// Attacks with a right credential: orders, tickets, persons and answers that are not the sender's.
import { strict as assert } from 'node:assert';
import { commandTypes } from '@hall/core/domain/commands';
import { emptyHall } from '@hall/core/domain/hall';
import { forbidden, trusted } from '@hall/core/protocol/rights';
import { queries, queryTypes } from '@hall/core/protocol/queries';
import type { CommandMessage } from '@hall/core/protocol/messages';
import type { TrialPlace } from '../people/trialCredentials.ts';
import { privateParts } from '../testing/privateParts.ts';
import { rightData } from '../testing/rightData.ts';
import { newId } from '../testing/testHall.ts';
import { quickPlan } from '../testing/testPlan.ts';
import { rowsOf, type Attack } from './attack.ts';
import { codeOf, desk, kiosk, manager, orderOf, ticketData, ticketOrder } from './ground.ts';
import { frameOf } from './rawClient.ts';

/** Each role at its own and at another counter; what they order concerns counter 12. */
const places: TrialPlace[] = [
  kiosk, { role: 'counter', place: '12' }, { role: 'counter', place: '13' }, { role: 'display', place: 'c12' }, { role: 'display', place: 'hall' },
  { role: 'pad', place: '12' }, { role: 'pad', place: '13' }, desk, manager,
];
const queryData = { findVisitors: { text: '张三' }, visitorsOf: { visitorIds: ['0'.repeat(32)] }, notesOf: { ticketId: '1.1' } } satisfies Record<(typeof queryTypes)[number], object>;

/** One row for each role and place: everything the table of rights forbids it. */
const tableRows = places.map((who): Omit<Attack, 'id' | 'group'> => {
  const orders = commandTypes.filter((type) => type !== 'adoptPlan').map((type) => ({ type, data: rightData[type] }));
  const refused = orders.filter((one) => forbidden(emptyHall(), { ...trusted(who.role, who.place), door: 'socket' }, one as unknown as CommandMessage) !== null);
  const unasked = queryTypes.filter((type) => !queries[type].roles.some((role) => role === who.role));
  return {
    name: `${who.role} ${who.place} orders and asks everything it has no right to`, sent: 'every order at counter 12 and every query that is not its own, in the right form',
    mustHappen: 'each refused notAllowed or otherPlace, as the table of rights says (every pair also in sockets/session.int.test.ts)',
    async run(ground) {
      const client = await ground.enter(who);
      for (const { type, data } of refused) assert.match(codeOf(await ground.order(client, orderOf(type, data))), /^(notAllowed|otherPlace)$/u, type);
      for (const type of unasked) assert.equal(codeOf(await ground.order(client, { type, data: queryData[type] }, 'query')), 'notAllowed', type);
      client.end();
    },
  };
});

type Row = Omit<Attack, 'id' | 'group'>;
const ordered = (who: TrialPlace, name: string, sent: string, orders: () => object[], code: string): Row => ({
  name, sent, mustHappen: `refused ${code}`,
  async run(ground) {
    const client = await ground.enter(who);
    for (const order of orders()) assert.equal(codeOf(await ground.order(client, order)), code);
    client.end();
  },
});

export const rightsRows = rowsOf('rights', [
  ...tableRows,
  ordered(manager, 'A manager plays the hall itself', 'openJournal, startEpoch', () => (['openJournal', 'startEpoch'] as const).map((type) => orderOf(type, rightData[type])), 'notAllowed'),
  ordered(kiosk, 'A kiosk gives itself priority', 'a class and a reason', () => [orderOf('issueTicket', { ...ticketData, priority: { classId: quickPlan().classes[0]?.id, reason: 'age' } })], 'priorityNeedsStaff'),
  ordered(desk, 'The desk gives priority without a reason', 'reason null, absent, empty', () => [null, undefined, ''].map((reason) => orderOf('issueTicket', { ...ticketData, priority: { classId: quickPlan().classes[0]?.id, reason } })), 'malformed'),
  ordered(kiosk, 'A kiosk goes against a rule', 'override with a reason', () => [orderOf('issueTicket', { ...ticketData, override: 'other' })], 'overrideNeedsStaff'),
  ordered(kiosk, 'A kiosk names a visitor it cannot know', 'visitorId guessed', () => [orderOf('issueTicket', { ...ticketData, visitorId: '0'.repeat(32) })], 'notAllowed'),
  ordered(kiosk, 'A kiosk chooses its number', '"number":"A007" in the data', () => [orderOf('issueTicket', { ...ticketData, number: 'A007' })], 'malformed'),
  ordered(kiosk, 'A kiosk guesses tickets of others', 'reprintSlip 1.1 to 1.40 of nobody', () => Array.from({ length: 40 }, (_, nth) => orderOf('reprintSlip', { ticketId: `9.${nth + 1}` })), 'noSuchTicket'),
  ordered(kiosk, 'A kiosk guesses appointments', '40 codes', () => Array.from({ length: 40 }, (_, nth) => orderOf('checkIn', { appointmentId: null, code: String(100_000 + nth), visitorId: null, priority: null, override: null })), 'noSuchAppointment'),
  ordered(kiosk, 'An order of yesterday', 'pressedAt long ago', () => [ticketOrder({ pressedAt: Date.now() - 86_400_000 }), ticketOrder({ pressedAt: 0 })], 'tooLate'),
  {
    name: 'A counter takes hold of another counter\'s ticket', sent: 'counter 13 starts, finishes, misses and moves what counter 12 has called', mustHappen: 'each refused',
    async run(ground) {
      const [own, other] = [await ground.enter({ role: 'counter', place: '12' }), await ground.enter({ role: 'counter', place: '13' })];
      const accepted = async (client: typeof own, type: string, data: object): Promise<void> => {
        const answer = await ground.order(client, orderOf(type, data));
        assert.equal(codeOf(answer), 'accepted', type);
        ground.right(answer.ok ? answer.events.length : 0);
      };
      await accepted(own, 'signIn', { counterId: '12', clerkId: '1012' });
      await accepted(own, 'openCounter', { counterId: '12' });
      await accepted(other, 'signIn', { counterId: '13', clerkId: '1013' });
      await accepted(other, 'openCounter', { counterId: '13' });
      const queueId = quickPlan().counters.find(({ id }) => id === '12')?.ownQueues[0];
      const service = quickPlan().services.find((one) => one.queueId === queueId)?.id;
      const issued = await ground.order(await ground.enter(kiosk), orderOf('issueTicket', { ...ticketData, serviceId: service }));
      assert.equal(issued.ok, true);
      ground.right(1);
      await accepted(own, 'callNext', { counterId: '12' });
      const ticketId = issued.ok && issued.events[0]?.type === 'ticketIssued' ? issued.events[0].data.ticketId : '';
      for (const type of ['startService', 'missTicket', 'recallTicket', 'finishService'] as const) {
        assert.match(codeOf(await ground.order(other, orderOf(type, { counterId: '13', ticketId, version: 2 }))), /^(otherCounter|wrongState|callAgainFirst|staleTicket)$/u, type);
        assert.equal(codeOf(await ground.order(other, orderOf(type, { counterId: '12', ticketId, version: 2 }))), 'otherPlace', type);
      }
      await accepted(own, 'startService', { counterId: '12', ticketId, version: 2 });
      await accepted(own, 'finishService', { counterId: '12', ticketId, version: 3 });
      const recordId = await recordOf(ground, ticketId);
      const pad = await ground.enter({ role: 'pad', place: '12' });
      const stranger = await ground.enter({ role: 'pad', place: '13' });
      const rate = (counterId: string): object => orderOf('rateService', { counterId, recordId, level: 5, codes: [], givenAt: Date.now() });
      // The rating of somebody else's service, then the own one, then a second one.
      assert.equal(codeOf(await ground.order(stranger, rate('13'))), 'noSuchRecord');
      assert.equal(codeOf(await ground.order(stranger, rate('12'))), 'otherPlace');
      assert.equal(codeOf(await ground.order(pad, orderOf('rateService', { counterId: '12', recordId: '9.9', level: 5, codes: [], givenAt: Date.now() }))), 'noSuchRecord');
      await accepted(pad, 'rateService', { counterId: '12', recordId, level: 5, codes: [], givenAt: Date.now() });
      assert.equal(codeOf(await ground.order(pad, rate('12'))), 'alreadyRated');
      for (const client of [own, other, pad, stranger]) client.end();
    },
  },
  {
    name: 'One order a thousand times', sent: 'the same id, 1,000 times in one go', mustHappen: 'one ticket, 1,000 equal answers',
    async run(ground) {
      const client = await ground.enter(kiosk);
      const message = JSON.stringify(['command', ticketOrder({ id: newId() })]);
      client.socket.write(Buffer.concat(Array.from({ length: 1_000 }, (_, nth) => frameOf(Buffer.from(`42${nth + 1}${message}`)))));
      await client.hears(/^431000\[/u);
      const answers = client.heard.filter((frame) => frame.startsWith('43')).map((frame) => frame.slice(frame.indexOf('[')));
      assert.deepEqual([answers.length, new Set(answers).size, answers[0]?.includes('ticketIssued')], [1_000, 1, true]);
      ground.right(1);
      client.end();
    },
  },
  {
    name: 'The public listens for what is private', sent: 'kiosk, board, counter screen and pad hear a priority ticket and a signing in', mustHappen: 'no private part in anything they hear',
    async run(ground) {
      const publicScreens = await Promise.all([kiosk, { role: 'display', place: 'hall' }, { role: 'display', place: 'c14' }, { role: 'pad', place: '14' }].map((who) => ground.screen(who as TrialPlace)));
      const staff = await ground.enter(manager);
      const counter = await ground.enter({ role: 'counter', place: '14' });
      assert.equal(codeOf(await ground.order(counter, orderOf('signIn', { counterId: '14', clerkId: '1014' }))), 'accepted');
      const answer = await ground.order(staff, orderOf('issueTicket', { ...ticketData, priority: { classId: quickPlan().classes[0]?.id, reason: 'age' } }));
      assert.equal(codeOf(answer), 'accepted');
      ground.right(2);
      const seq = answer.ok ? (answer.events[0]?.seq ?? 0) : 0;
      for (const screen of publicScreens) {
        while (!screen.heard.some(({ name, content }) => name === 'events' && (content as { to: number }).to >= seq)) await new Promise((next) => { setTimeout(next, 10); });
        assert.deepEqual(privateParts([screen.welcome, screen.heard]), []);
        assert.equal(/窗口人员\d|"1014\\?"/u.test(JSON.stringify([screen.welcome, screen.heard])), false);
        screen.close();
      }
      [staff, counter].forEach((client) => client.end());
    },
  },
]);

/** The service record of a ticket, as a manager's snapshot tells. */
async function recordOf(ground: Parameters<Attack['run']>[0], ticketId: string): Promise<string> {
  const screen = await ground.screen(manager);
  screen.close();
  const { resume } = screen.welcome;
  const snapshot = JSON.parse(resume.kind === 'snapshot' ? resume.snapshot : '{}') as { tickets: { id: string; recordId: string | null }[] };
  return snapshot.tickets.find(({ id }) => id === ticketId)?.recordId ?? '';
}
