// A page's requests on their way to the hall and back.
import { expect, test, vi } from 'vitest';
import { isHallRequest, throughHallDoor, type HallDoorParts } from './hallDoor.ts';

const server = 'https://hall.example.lan';

function door(answer: () => Response | Promise<Response>, isReady = true): { ask: (request: Request) => Promise<Response>; send: ReturnType<typeof vi.fn<HallDoorParts['send']>>; told: number[] } {
  const send = vi.fn<HallDoorParts['send']>(async () => answer());
  const told: number[] = [];
  return { send, told, ask: (request) => throughHallDoor(request, { server, send, isReady: () => Promise.resolve(isReady), told: (at) => { told.push(at); } }) };
}

test('given a question with a credential, then it goes to the same path of the hall, without the page\'s own address', async () => {
  const { ask, send, told } = door(() => Response.json({ code: 'ABCD' }, { headers: { date: 'Fri, 20 Nov 2026 08:00:00 GMT', 'set-cookie': 'a=b' } }));
  const answer = await ask(new Request('hall://app/api/devices/ask?x=1', { method: 'POST', body: '{"publicKey":"k"}', headers: { authorization: 'Bearer p', 'content-type': 'application/json', origin: 'hall://app', cookie: 'c=d', 'sec-fetch-mode': 'cors' } }));
  expect([answer.status, await answer.json(), answer.headers.get('set-cookie')]).toEqual([200, { code: 'ABCD' }, null]);
  const [url, init] = send.mock.calls[0] ?? [];
  expect(url).toBe('https://hall.example.lan/api/devices/ask?x=1');
  expect(init).toMatchObject({ method: 'POST', credentials: 'omit', redirect: 'error', headers: { authorization: 'Bearer p', 'content-type': 'application/json' } });
  expect(Object.keys(init?.headers ?? {}).sort()).toEqual(['authorization', 'content-type']);
  expect(Buffer.from(init?.body as ArrayBuffer).toString()).toBe('{"publicKey":"k"}');
  expect(told).toEqual([Date.UTC(2026, 10, 20, 8)]);
});

test('given a refusal of the hall, then the page reads it', async () => {
  const { ask } = door(() => Response.json({ error: { code: 'deviceKnown' } }, { status: 409, headers: { 'retry-after': '7' } }));
  const answer = await ask(new Request('hall://app/api/devices/ask', { method: 'POST', body: '{}' }));
  expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([409, '7', { error: { code: 'deviceKnown' } }]);
  expect((await door(() => new Response(null, { status: 204 })).ask(new Request('hall://app/api/x'))).status).toBe(204);
});

test('given nothing pinned, then nothing is sent; given nobody who answers, then the page is told that the hall is away', async () => {
  const closed = door(() => new Response(''), false);
  expect((await closed.ask(new Request('hall://app/api/health'))).status).toBe(502);
  expect(closed.send).not.toHaveBeenCalled();
  expect((await door(() => Promise.reject(new Error('net::ERR_CERT_AUTHORITY_INVALID'))).ask(new Request('hall://app/api/health'))).status).toBe(502);
});

test('given more than any page sends, then it stays here', async () => {
  const { ask, send } = door(() => new Response(''));
  expect((await ask(new Request('hall://app/api/plan', { method: 'POST', body: new Uint8Array(5 * 1024 * 1024 + 1) }))).status).toBe(413);
  expect(send).not.toHaveBeenCalled();
});

test('only what lies under /api of our own address is the hall\'s', () => {
  expect(['hall://app/api/health', 'hall://app/api/../api/x'].map(isHallRequest)).toEqual([true, true]);
  expect(['hall://app/kiosk/', 'hall://app/api', 'hall://evil/api/x', 'https://app/api/x', 'hall://app/kiosk/../apix', ''].map(isHallRequest)).toEqual([false, false, false, false, false, false]);
});
