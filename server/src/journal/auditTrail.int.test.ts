// The audit trail from a real journal: what leaves a line, in what order, by day and kind, and how far a page looks.
import { expect, test } from 'vitest';
import type { AuditPage } from '@hall/core/protocol/audit';
import { systemActor } from '../hall/systemCommand.ts';
import { counter, dayOne, hourMs, issue, issues, manager, nextDay, openTestHall, tenOClock, type TestHall } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { openAuditTrail, type AuditQuestion } from './auditTrail.ts';

const person = (id: string, duties: string[]) => ({ id, name: `人员${id}`, duties, extras: [], queueIds: [], counterIds: [], isActive: true });
function asked(hall: TestHall, question: Partial<AuditQuestion> = {}): AuditPage {
  const trail = openAuditTrail(hall.folder.journal);
  const page = trail.page({ kinds: [], ...question });
  trail.close();
  return page;
}
const said = ({ entries }: AuditPage) => entries.map(({ what }) => what.kind);

/** Since the hall was installed: an everyday ticket, a person, a stop, a look, a release. */
function busyHall(): { hall: TestHall; since: number } {
  const hall = openTestHall(tempFolder());
  const since = hall.hall.seq;
  hall.give([issue()]);
  hall.one(systemActor('people'), 'noteAccess', { kind: 'wrongPassword', personId: null, role: 'counter', place: '3' });
  expect(hall.one(manager, 'setPeople', { people: [person('7001', ['system'])], then: null }).ok).toBe(true);
  hall.one(counter('1'), 'signIn', { counterId: '1', clerkId: '1001' });
  expect(hall.one(manager, 'releaseCounter', { counterId: '1', then: 'putBack' }).ok).toBe(true);
  hall.one(counter('1'), 'signIn', { counterId: '1', clerkId: '1001' });
  hall.one(counter('1'), 'signOut', { counterId: '1' });
  return { hall, since };
}

test('U6 given a day, then what somebody may have to answer for is told, the newest first, and what is everyday is not', () => {
  const { hall, since } = busyHall();
  const page = asked(hall);
  expect(page.entries.filter(({ seq }) => seq > since).map(({ what, by }) => [what.kind, by.role])).toEqual([['released', 'manager'], ['person', 'manager'], ['access', 'system']]);
  expect(page.entries.map(({ seq }) => seq)).toEqual([...page.entries.map(({ seq }) => seq)].sort((a, b) => b - a));
  hall.close();
});

test('given one kind is asked for, then no other is told', () => {
  const { hall } = busyHall();
  expect(said(asked(hall, { kinds: ['access'] }))).toEqual(['access']);
  expect(said(asked(hall, { kinds: ['access', 'hall'] }))).toEqual(['released', 'access', 'day']);
  expect(said(asked(hall, { kinds: ['tickets'] }))).toEqual([]);
  hall.close();
});

test('given a reprint, then the number of its ticket is told too', () => {
  const { hall } = busyHall();
  const [ticket] = [...hall.hall.tickets.values()];
  expect(hall.one(manager, 'reprintSlip', { ticketId: ticket?.id }).ok).toBe(true);
  expect(asked(hall, { kinds: ['tickets'] }).entries.map(({ what }) => what)).toMatchObject([{ kind: 'reprinted', number: ticket?.number, nth: 1 }]);
  hall.close();
});

test('given moments, then only what fell between them is told', () => {
  const { hall } = busyHall();
  nextDay(hall);
  hall.one(systemActor('people'), 'noteAccess', { kind: 'signedIn', personId: '1001', role: 'counter', place: '3' });
  const night = tenOClock + 12 * hourMs;
  const after = asked(hall, { from: night });
  expect(after.entries.map(({ what }) => what.kind)).toEqual(['access', 'day']);
  const before = asked(hall, { until: night });
  expect(before.entries[0]?.what).toEqual({ kind: 'day', step: 'closed', date: dayOne });
  expect(asked(hall, { from: night, until: night }).entries).toEqual([]);
  hall.close();
});

test('given more than a page, then the pages follow each other without a gap and end', () => {
  const hall = openTestHall(tempFolder());
  for (let nth = 0; nth < 250; nth += 1) hall.one(systemActor('people'), 'noteAccess', { kind: 'locked', personId: '1001', role: 'counter', place: '3' });
  const seqs: number[] = [];
  let before: number | undefined;
  for (let pages = 0; pages < 10; pages += 1) {
    const page = asked(hall, { before });
    seqs.push(...page.entries.map(({ seq }) => seq));
    if (page.next === null) break;
    before = page.next;
  }
  expect(seqs.length).toBeGreaterThan(250);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => b - a));
  expect(asked(hall, { before: 1 })).toEqual({ entries: [], next: null });
  hall.close();
});

test('U6 given many rows that leave no line, then a page looks through a bounded stretch and tells where to go on', () => {
  const hall = openTestHall(tempFolder());
  hall.one(systemActor('people'), 'noteAccess', { kind: 'locked', personId: '1001', role: 'counter', place: '3' });
  const noted = hall.hall.seq;
  hall.give(issues(90));
  const trail = openAuditTrail(hall.folder.journal, 40);
  const pages: [next: number | null, seqs: number[]][] = [];
  for (let before: number | undefined; pages.length < 3; before = pages.at(-1)?.[0] ?? 1) {
    const page = trail.page({ kinds: ['access'], before });
    pages.push([page.next, page.entries.map(({ seq }) => seq)]);
  }
  expect(pages).toEqual([[noted + 51, []], [noted + 11, []], [noted - 29, [noted]]]);
  trail.close();
  hall.close();
});
