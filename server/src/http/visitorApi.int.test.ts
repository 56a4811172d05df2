// A full look over real HTTP: who may, why, and that the journal knows before anything is told. All people here are made up.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TrialPlace } from '../people/trialCredentials.ts';
import { desk, inDays, manager, startHttpHall, type HttpHall, type Reply } from '../testing/httpHall.ts';
import { connectScreen } from '../testing/screen.ts';

const told = { name: '欧阳测试', phone: '13800007777', idNumber: '110000199001017777' };
let hall: HttpHall;
let visitorId = '';
beforeAll(async () => {
  hall = await startHttpHall();
  await hall.ask('POST', '/api/appointments', { body: { externalId: 'look-1', serviceId: 'S001', date: inDays(1), time: '10:00', ...told } });
  const event = hall.events().find(({ type }) => type === 'appointmentBooked');
  visitorId = event?.type === 'appointmentBooked' ? (event.staff?.facts.visitorId ?? '') : '';
});
afterAll(() => hall.stop());

const look = (more: { who?: TrialPlace | null; id?: string; body?: unknown } = {}): Promise<Reply> =>
  hall.ask('POST', `/api/visitors/${more.id ?? visitorId}/look`, { body: more.body ?? { reasonId: 'identity' }, ...(more.who === undefined ? {} : { who: more.who }) });
const codeOf = ({ body }: Reply): string => (body as { error?: { code: string } } | null)?.error?.code ?? 'told';
const looks = () => hall.events().filter((event) => event.type === 'visitorSeen');

test.each([['manager', manager], ['desk', desk]] as const)('V2 given a %s with a reason, then everything is told, not to be kept, and the journal says who looked, at whom and why, and nothing of what was seen', async (_name, who) => {
  expect(visitorId).toMatch(/^[0-9a-f]{32}$/u);
  const before = looks().length;
  const answer = await look({ who });
  expect([answer.status, answer.body, answer.headers.get('cache-control')]).toEqual([200, told, 'no-store']);
  const seen = looks();
  expect(seen).toHaveLength(before + 1);
  expect(seen.at(-1)).toMatchObject({ type: 'visitorSeen', data: {}, staff: { by: { role: who.role, place: who.place }, facts: { visitorId, reasonId: 'identity' } } });
  for (const part of Object.values(told)) expect(hall.written()).not.toContain(part);
});

describe('nothing is told and nothing is journaled', () => {
  test.each<[name: string, more: Parameters<typeof look>[0], status: number, code: string]>([
    ['no credential', { who: null }, 401, 'noCredential'], ['a kiosk', { who: { role: 'kiosk', place: 'K1' } }, 403, 'wrongRole'], ['a counter', { who: { role: 'counter', place: '1' } }, 403, 'wrongRole'],
    ['a board', { who: { role: 'display', place: 'hall' } }, 403, 'wrongRole'], ['a pad', { who: { role: 'pad', place: '1' } }, 403, 'wrongRole'],
    ['no reason', { body: {} }, 400, 'malformed'], ['an empty reason', { body: { reasonId: '' } }, 400, 'malformed'], ['a reason of another list', { body: { reasonId: 'asked' } }, 409, 'noSuchReason'],
    ['more than a reason', { body: { reasonId: 'identity', all: true } }, 400, 'malformed'], ['somebody nobody knows', { id: '0'.repeat(32) }, 404, 'visitorErased'], ['an id that is none', { id: 'zhang' }, 400, 'malformed'],
  ])('V2 given %s', async (_name, more, status, code) => {
    const before = hall.events().length;
    const answer = await look(more);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    for (const part of Object.values(told)) expect(JSON.stringify(answer.body)).not.toContain(part);
    expect(hall.events()).toHaveLength(before);
  });
});

test('V1 given he was erased, then nobody sees him again and the look is not journaled; a second order to erase is refused', async () => {
  const screen = await connectScreen({ url: hall.url, secret: hall.secret, who: manager });
  const erase = () => screen.order('eraseVisitor', { visitorId, reasonId: 'asked' });
  expect((await erase()).ok).toBe(true);
  const before = looks().length;
  expect(codeOf(await look())).toBe('visitorErased');
  expect(looks()).toHaveLength(before);
  expect(await erase()).toMatchObject({ ok: false, refusal: { code: 'visitorErased' } });
  screen.close();
});
