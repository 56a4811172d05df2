// Files on tickets over real HTTP: what is taken, what is not, how they come back, and that nobody is held up by slow or large ones.
import { readFileSync, readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { filesOfTicketAtMost, maxFileBytes } from '@hall/core/domain/attachment';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trialCredential, type TrialPlace } from '../people/trialCredentials.ts';
import { desk, manager, startHttpHall, type HttpHall, type Reply } from '../testing/httpHall.ts';
import { connectScreen, type Screen } from '../testing/screen.ts';
import { serviceOf } from '../testing/testPlan.ts';
import { uploadsAtOnce } from './fileApi.ts';

const counter: TrialPlace = { role: 'counter', place: '1' };
const marker = 'planted-inside-the-document';
const pdf = (text = marker, bytes = 200): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(text), Buffer.alloc(Math.max(0, bytes - text.length - 9), 0x20)]);
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.from(marker), Buffer.from('49454e44ae426082', 'hex')]);
let hall: HttpHall;
let kiosk: Screen;
let staff: Screen;
beforeAll(async () => {
  hall = await startHttpHall();
  kiosk = await connectScreen({ url: hall.url, secret: hall.secret, who: { role: 'kiosk', place: 'K1' } });
  staff = await connectScreen({ url: hall.url, secret: hall.secret, who: manager });
});
afterAll(async () => {
  [kiosk, staff].forEach((one) => one.close());
  await hall.stop();
});

async function newTicket(visitor?: { name: string; phone: string; idNumber: null }): Promise<string> {
  const answer = await kiosk.order('issueTicket', { serviceId: serviceOf('R'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null }, visitor === undefined ? {} : { visitor });
  const [event] = answer.ok ? answer.events : [];
  return event?.type === 'ticketIssued' ? event.data.ticketId : `refused ${JSON.stringify(answer)}`;
}
const send = (ticketId: string, body: Uint8Array, type = 'application/pdf', who: TrialPlace | null = counter): Promise<Reply> => hall.ask('POST', `/api/tickets/${ticketId}/files`, { who, body, type });
const codeOf = ({ body }: Reply): string => (body as { error?: { code: string } } | null)?.error?.code ?? 'taken';
const kept = (): string[] => readdirSync(join(hall.data, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
const read = (ref: string, who: TrialPlace | null = counter): Promise<Response> =>
  fetch(`${hall.url}/api/files/${ref}`, { headers: who === null ? {} : { authorization: `Bearer ${trialCredential(hall.secret, who)}` } });

test('V1 given a document on a ticket, then the journal has reference and hash, staff get it back as something to save, and no byte of it is readable in the folder', async () => {
  const ticketId = await newTicket();
  const answer = await send(ticketId, pdf());
  expect([answer.status, answer.body]).toEqual([201, { ref: expect.stringMatching(/^[0-9a-f]{32}$/u), sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), bytes: 200, kind: 'pdf' }]);
  const { ref } = answer.body as { ref: string };
  expect(hall.events().at(-1)).toMatchObject({ type: 'fileAttached', data: {}, staff: { by: counter, facts: { ticketId, file: answer.body } } });
  for (const who of [counter, desk, manager]) {
    const file = await read(ref, who);
    expect(Buffer.from(await file.arrayBuffer()).equals(pdf())).toBe(true);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy', 'cache-control'].map((name) => [name, file.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${ref.slice(0, 8)}.pdf"`, 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'no-store',
    });
  }
  const all = readdirSync(hall.data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  for (const bytes of all) expect(bytes.includes(marker)).toBe(false);
});

describe('V1 nothing is kept and nothing is journaled', () => {
  test.each<[name: string, body: Uint8Array, type: string, status: number, code: string]>([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/html', 415, 'wrongMediaType'], ['a page that says it is a PDF', Buffer.from('<!doctype html>'), 'application/pdf', 415, 'otherKind'],
    ['a PDF that says it is a picture', pdf(), 'image/png', 415, 'otherKind'], ['a picture that says it is a photo', png, 'image/jpeg', 415, 'otherKind'], ['JSON', Buffer.from('{}'), 'application/json', 415, 'wrongMediaType'],
    ['nothing', Buffer.alloc(0), 'application/pdf', 400, 'fileEmpty'],
  ])('given %s', async (_name, body, type, status, code) => {
    const ticketId = await newTicket();
    const before = [hall.events().length, kept().length];
    const answer = await send(ticketId, body, type);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect([hall.events().length, kept().length]).toEqual(before);
  });

  test('given one byte too many: whoever goes on sending is cut off', async () => {
    const ticketId = await newTicket();
    const before = [hall.events().length, kept().length];
    const status = await send(ticketId, pdf('x', maxFileBytes + 1)).then((answer) => answer.status, () => 413);
    expect([status, hall.events().length, kept().length]).toEqual([413, ...before]);
  });

  test('given a ticket that nobody knows, or an id that is none', async () => {
    const before = [hall.events().length, kept().length];
    expect([codeOf(await send('9.9', pdf())), codeOf(await send('..%2f..%2fhall', pdf()))]).toEqual(['noSuchTicket', 'malformed']);
    expect([hall.events().length, kept().length]).toEqual(before);
  });

  test('given no credential, or a screen of the public: neither sends nor reads', async () => {
    const ticketId = await newTicket();
    const { ref } = (await send(ticketId, pdf())).body as { ref: string };
    for (const who of [null, { role: 'kiosk', place: 'K1' }, { role: 'display', place: 'hall' }, { role: 'pad', place: '1' }] as const) {
      const status = who === null ? 401 : 403;
      expect([(await send(ticketId, pdf(), 'application/pdf', who)).status, (await read(ref, who)).status]).toEqual([status, status]);
    }
  });

  test('given an order over the socket that names a file of its own making, also from a manager', async () => {
    const ticketId = await newTicket();
    const file = { ref: 'f'.repeat(32), sha256: 'f'.repeat(64), bytes: 1, kind: 'pdf' };
    expect(await staff.order('attachFile', { ticketId, file })).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
    expect((await read('f'.repeat(32))).status).toBe(404);
  });
});

test('V1 given as many files as a ticket takes, then one more is refused and let go of; exactly 5 MB is taken', async () => {
  const ticketId = await newTicket();
  for (let nth = 1; nth < filesOfTicketAtMost; nth += 1) expect((await send(ticketId, png, 'image/png')).status).toBe(201);
  const last = await send(ticketId, pdf(marker, maxFileBytes));
  expect([last.status, Buffer.from(await (await read((last.body as { ref: string }).ref)).arrayBuffer()).length]).toEqual([201, maxFileBytes]);
  const before = kept().length;
  const more = await send(ticketId, pdf());
  expect([more.status, codeOf(more), kept().length]).toEqual([409, 'tooManyFiles', before]);
});

test('V1 given a known visitor, when he is erased, then his files are gone for everybody', async () => {
  const visitor = { name: '张三', phone: '13800004242', idNumber: null };
  const ticketId = await newTicket(visitor);
  const { ref } = (await send(ticketId, pdf())).body as { ref: string };
  const issued = hall.events().findLast((event) => event.type === 'ticketIssued');
  const visitorId = issued?.type === 'ticketIssued' ? issued.staff?.facts.visitorId : null;
  expect((await staff.order('eraseVisitor', { visitorId, reasonId: 'asked' })).ok).toBe(true);
  const answer = await read(ref);
  expect([answer.status, kept().includes(ref)]).toEqual([404, false]);
});

/** Half a request: the head and the first bytes of a file that never comes. */
function beginSlowly(at: HttpHall, ticketId: string): Promise<Socket> {
  const { port } = new URL(at.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`POST /api/tickets/${ticketId}/files HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${trialCredential(at.secret, counter)}\r\nContent-Type: application/pdf\r\nContent-Length: 100000\r\n\r\n%PDF-`, () => resolve(socket));
    });
    socket.on('error', () => undefined);
  });
}

test('given slow uploads that fill every place, then another one is told to wait, everybody else is served, and places are free when the slow ones go', async () => {
  const slow: Socket[] = [];
  let waiting = await send(await newTicket(), pdf());
  // One that comes in the very moment of ours is itself told to wait; so a few more than there are places.
  while (waiting.status === 201 && slow.length < 4 * uploadsAtOnce) {
    slow.push(await beginSlowly(hall, await newTicket()));
    waiting = await send(await newTicket(), pdf());
  }
  expect([waiting.status, codeOf(waiting), waiting.headers.get('retry-after')]).toEqual([429, 'uploadsBusy', '2']);
  expect(slow.length).toBeGreaterThanOrEqual(uploadsAtOnce);
  expect(await newTicket()).toMatch(/^1\.\d+$/u);
  for (const socket of slow) socket.destroy();
  const fresh = await newTicket();
  let answer = await send(fresh, pdf());
  for (let tries = 0; tries < 100 && answer.status === 429; tries += 1) answer = await send(fresh, pdf());
  expect(answer.status).toBe(201);
});

test('given a slow upload, then the hall stops all the same, at once', async () => {
  const other = await startHttpHall();
  const socket = await beginSlowly(other, '1.1');
  const begun = performance.now();
  await other.stop();
  expect(performance.now() - begun).toBeLessThan(5_000);
  socket.destroy();
});
