// What a screen sends beside its requests, and what it makes of the answers.
import { expect, test } from 'vitest';
import { hallRequest, json } from './hallRequest.ts';

function asking(answer: () => Response | Promise<Response>, session: string | null = null, credential = (): Promise<string> => Promise.resolve('proof')) {
  const sent: { path: string; init: RequestInit }[] = [];
  const ask = hallRequest({
    credential, session: () => session,
    send: ((path: string, init: RequestInit) => {
      sent.push({ path, init });
      return Promise.resolve(answer());
    }) as typeof fetch,
  });
  return { ask, sent };
}
const refusal = { code: 'wait', zh: '请等', en: 'wait' };

test('given somebody is signed in, then the request says who, beside the credential of the device', async () => {
  const { ask, sent } = asking(() => Response.json({ done: true }), 't1');
  expect(await ask('POST', '/api/x', json({ a: 1 }))).toEqual({ kind: 'told', body: { done: true } });
  expect(sent[0]).toMatchObject({ path: '/api/x', init: { method: 'POST', body: '{"a":1}', cache: 'no-store', headers: { authorization: 'Bearer proof', 'x-hall-session': 't1', 'content-type': 'application/json' } } });
});

test('given nobody is signed in, then no session is sent', async () => {
  const { ask, sent } = asking(() => Response.json({}));
  await ask('GET', '/api/x');
  expect(sent[0]?.init.headers).toEqual({ authorization: 'Bearer proof' });
});

test('given a refusal, then its words and how long to wait are told', async () => {
  const { ask } = asking(() => Response.json({ error: refusal }, { status: 429, headers: { 'retry-after': '4' } }));
  expect(await ask('POST', '/api/x')).toEqual({ kind: 'refused', told: refusal, waitMs: 4_000, body: { error: refusal } });
  const { ask: asks } = asking(() => Response.json({ error: refusal }, { status: 409 }));
  expect(await asks('POST', '/api/x')).toMatchObject({ waitMs: 0 });
});

test.each([
  ['no challenge', () => asking(() => Response.json({}), null, () => Promise.reject(new Error('no challenge')))],
  ['no connection', () => asking(() => Promise.reject(new TypeError('failed to fetch')))],
  ['half an answer', () => asking(() => new Response('{"do'))],
])('given %s, then it is away', async (_what, made) => {
  expect(await made().ask('GET', '/api/x')).toEqual({ kind: 'away' });
});
