// Words beside an order become a reference and a hash at the door, and nothing behind it ever sees them (V1). A real keeper and a
// real store on real files; no transport.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextRef } from '@hall/core/domain/ids';
import type { CommandMessage } from '@hall/core/protocol/messages';
import { commandSchema } from '@hall/core/protocol/messages';
import { expect, test } from 'vitest';
import type { Outcome } from '../hall/hallKeeper.ts';
import { counter, issue, kiosk, manager, newId, openTestHall } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { visitorParts } from '../testing/visitorParts.ts';
import { bringsSomething, keepBeside } from './wordsPart.ts';

const path = tempFolder();
const hall = openTestHall(path);
const { visitors, answerQuery } = visitorParts(hall);
const ticketId = ((): string => {
  const [outcome] = hall.give([issue()]);
  const [event] = outcome?.ok === true ? outcome.events : [];
  return event?.type === 'ticketIssued' ? event.data.ticketId : '';
})();
const noting = (words: string | undefined, more: object = {}, id: string = newId()): CommandMessage =>
  ({ id, pressedAt: hall.clock.at, type: 'noteTicket', data: { ticketId, text: null, ...more }, ...(words === undefined ? {} : { words }) }) as unknown as CommandMessage;

/** As a session does it; what the keeper was given comes along. */
function give(message: CommandMessage, who = manager): { outcome: Outcome; given: string } {
  const told = keepBeside(message, visitors, hall.hall, hall.clock.at);
  if (told.named === null) return { outcome: { ok: false, refusal: told.refusal }, given: '' };
  const { command, settled } = told.named;
  const [outcome] = hall.give([{ actor: who, command }]);
  if (outcome === undefined) throw new Error('not answered');
  settled(outcome.ok);
  return { outcome, given: JSON.stringify(command) };
}
const codeOf = ({ outcome }: { outcome: Outcome }): string => (outcome.ok ? 'accepted' : outcome.refusal.code);
const notes = (): (string | null)[] => answerQuery.notesOf({ ticketId: ticketId as never }, manager).map(({ words }) => words);
const refIn = (given: string): TextRef => (JSON.parse(given) as { data: { text: { ref: TextRef } } }).data.text.ref;

test('V1 given words on a ticket, then staff read them again, and no byte of them stands in any file, order or event', () => {
  const words = '植入的备注：材料缺复印件';
  const { outcome, given } = give(noting(words), counter('12'));
  expect([outcome.ok, notes().at(-1)]).toEqual([true, words]);
  expect(outcome).toMatchObject({ ok: true, events: [{ type: 'ticketNoted', data: {}, staff: { facts: { ticketId } } }] });
  const bytes = [Buffer.from(given), Buffer.from(JSON.stringify(outcome)), ...readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)))];
  expect(bytes.length).toBeGreaterThan(5);
  for (const some of bytes) for (const part of [words, '植入的备注']) expect(some.includes(part) || some.includes(Buffer.from(part, 'utf16le'))).toBe(false);
});

test('J6 given a retry with the same words, then it gets the first answer and is noted once; with other words it is another order', () => {
  const id = newId();
  const before = notes().length;
  const first = give(noting('同一条', {}, id));
  expect(give(noting('同一条', {}, id)).outcome).toEqual(first.outcome);
  expect(codeOf(give(noting('另一条', {}, id)))).toBe('commandIdReused');
  expect(notes().slice(before)).toEqual(['同一条']);
});

test('V1 law 5 given an order that is refused, then its words are let go of, and the retry is refused the same; those of an accepted one stay', () => {
  const message = noting('不会留下', { ticketId: '9.9' });
  const first = give(message);
  expect([codeOf(first), visitors.texts.words(refIn(first.given))]).toEqual(['noSuchTicket', null]);
  expect(codeOf(give(message))).toBe('noSuchTicket');
  const id = newId();
  const accepted = give(noting('留下', {}, id));
  expect(codeOf(give(noting('换了的', {}, id)))).toBe('commandIdReused');
  expect(visitors.texts.words(refIn(accepted.given))).toBe('留下');
});

test('V1 given an order that says itself where its words lie, with words or without, then it is malformed and nothing is kept', () => {
  const text = { ref: 'a'.repeat(32), sha256: 'a'.repeat(64) };
  for (const words of [undefined, '别人的']) expect(give(noting(words, { text })).outcome).toMatchObject({ refusal: { code: 'malformed', facts: { place: 'data.text' } } });
});

test('V1 given no words, then there is nothing to note; given too many, line ends or spaces alone, then it is no order; other orders take none', () => {
  expect(codeOf(give(noting(undefined)))).toBe('noWords');
  const isTaken = (message: object): boolean => commandSchema.safeParse(message).success;
  expect([noting('好'), noting('字'.repeat(501)), noting('两\n行'), noting('  ')].map(isTaken)).toEqual([true, false, false, false]);
  expect(isTaken({ id: newId(), pressedAt: 1, type: 'callNext', data: { counterId: '1' }, words: '好' })).toBe(false);
});

test('V1 given who may not note, then the keeper refuses and nothing is kept', () => {
  const { outcome, given } = give(noting('取号机写的'), kiosk);
  expect([outcome.ok ? '' : outcome.refusal.code, visitors.texts.words(refIn(given))]).toEqual(['notAllowed', null]);
});

test('V1 given a ticket of somebody who is known, when he is erased, then the note on it is empty for everybody, and stays in its place', () => {
  const visitorId = visitors.recognise({ name: '张三', phone: '13800001234', idNumber: null }, '2026-03-02' as never, 'one').visitorId;
  const [outcome] = hall.give([{ actor: manager, command: { ...issue().command, data: { ...issue().command.data, visitorId } } as CommandMessage }]);
  const [event] = outcome?.ok === true ? outcome.events : [];
  if (event?.type !== 'ticketIssued') throw new Error('no ticket');
  give(noting('关于他的', { ticketId: event.data.ticketId }));
  const read = () => answerQuery.notesOf({ ticketId: event.data.ticketId }, manager).map(({ words, place }) => [words, place]);
  expect(read()).toEqual([['关于他的', 'M1']]);
  visitors.erase(visitorId);
  expect(read()).toEqual([[null, 'M1']]);
});

test('given a ticket that nobody knows, then it has no notes; what brings nothing is let through as it is', () => {
  expect(answerQuery.notesOf({ ticketId: '9.9' as never }, manager)).toEqual([]);
  expect([bringsSomething(noting('好')), bringsSomething(noting(undefined)), bringsSomething(issue().command)]).toEqual([true, false, false]);
});
