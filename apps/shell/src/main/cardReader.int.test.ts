// The bridge to a reader of ID cards, against a pretend program of a vendor on this machine's loopback.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { cardReader } from './cardReader.ts';

const idNumber = '110000199001010005';

/** Answers with what the test puts in; `null`: not at all. */
async function pretendReader(): Promise<{ url: string; say(text: string | null, status?: number): void; asked: string[] }> {
  let said: string | null = '{}';
  let status = 200;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (said === null) return;
    response.writeHead(status, { 'content-type': 'application/json', ...(status === 302 ? { location: 'http://198.51.100.1/' } : {}) });
    response.end(said);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/read`, asked,
    say(text, answering = 200) { said = text; status = answering; },
  };
}

test('given a card on the reader, then its name and number go on and nothing else; given none, then it is empty', async () => {
  const vendor = await pretendReader();
  const read = cardReader({ url: vendor.url, method: 'POST', number: 'data.certNumber', name: 'data.partyName' });
  expect(await read()).toEqual({ kind: 'empty' });
  vendor.say(JSON.stringify({ code: 0, data: { partyName: '测试', certNumber: idNumber, address: '某路 1 号', photo: 'x'.repeat(50_000) } }));
  expect(await read()).toEqual({ kind: 'card', text: `测试,${idNumber}` });
  vendor.say(JSON.stringify({ code: 0, data: { certNumber: '' } }));
  expect(await read()).toEqual({ kind: 'empty' });
  expect(vendor.asked).toEqual(['POST /read', 'POST /read', 'POST /read']);
});

test.each([
  ['no JSON', '<html>', 200], ['a fault', '{}', 500], ['another address', '{}', 302], ['more than a card', `"${'x'.repeat(300_000)}"`, 200],
])('given a program that answers with %s, then the reader is away', async (_what, text, status) => {
  const vendor = await pretendReader();
  vendor.say(text, status);
  expect(await cardReader({ url: vendor.url, method: 'GET', number: 'number', name: null })()).toEqual({ kind: 'away' });
});

test('given a program that is silent or not there, then the reader is away in time; given none, then there is none', async () => {
  const vendor = await pretendReader();
  vendor.say(null);
  expect(await cardReader({ url: vendor.url, method: 'GET', number: 'number', name: null })()).toEqual({ kind: 'away' });
  expect(await cardReader({ url: 'http://127.0.0.1:1/', method: 'GET', number: 'number', name: null })()).toEqual({ kind: 'away' });
  expect(await cardReader(null)()).toEqual({ kind: 'none' });
});
