// One server and nobody else; and the Origin that only its websocket is given.
import { expect, test } from 'vitest';
import type { Session } from 'electron';
import { FakeSession } from '../testing/fakeElectron.ts';
import { mayReach, narrowNetwork, withOrigin } from './network.ts';

const server = 'https://hall.example.lan:4180';

test.each([
  ['hall://app/kiosk/', true], ['data:image/png;base64,AA', true], ['https://hall.example.lan:4180/api/health', true], ['wss://hall.example.lan:4180/socket.io/?EIO=4', true],
  ['hall://evil/kiosk/', false], ['https://hall.example.lan/api/health', false], ['http://hall.example.lan:4180/', false], ['ws://hall.example.lan:4180/', false], ['https://evil.example/', false],
  ['https://hall.example.lan:4180.evil.example/', false], ['https://hall.example.lan:41800/', false], ['https://hall.example.lan:4180@evil.example/', false], ['file:///etc/hosts', false], ['ftp://hall.example.lan/', false], ['chrome://settings/', false], ['devtools://x/', false], ['nonsense', false],
])('%s may be reached: %s', (url, may) => {
  expect(mayReach(url, server)).toBe(may);
  if (!url.startsWith('hall://app') && !url.startsWith('data:')) expect(mayReach(url, null)).toBe(false);
});

test('the websocket to the hall says the hall\'s own Origin; requests to it say none; nothing else is touched', () => {
  const headers = { Origin: 'hall://app', Accept: '*/*' };
  expect(withOrigin('wss://hall.example.lan:4180/socket.io/', headers, server)).toEqual({ Accept: '*/*', Origin: server });
  expect(withOrigin('wss://hall.example.lan:4180/socket.io/', { origin: 'hall://app' }, server)).toEqual({ Origin: server });
  expect(withOrigin('https://hall.example.lan:4180/api/health', headers, server)).toEqual({ Accept: '*/*' });
  for (const foreign of ['wss://evil.example/', 'wss://hall.example.lan/', 'ws://hall.example.lan:4180/']) expect(withOrigin(foreign, headers, server)).toEqual(headers);
  expect(withOrigin('wss://hall.example.lan:4180/', headers, null)).toEqual(headers);
});

function narrowed(distrust: string | null): FakeSession {
  const session = new FakeSession();
  narrowNetwork({ session: session as unknown as Session, server, distrusts: () => Promise.resolve(distrust) });
  return session;
}
function asked<T>(handler: ((...args: never[]) => unknown) | null, details: object): T {
  let told: unknown;
  (handler as ((details: object, answer: (told: unknown) => void) => void) | null)?.(details, (answer) => { told = answer; });
  return told as T;
}

test('requests elsewhere end before they begin, and a page is never anything but one of ours', () => {
  const { beforeRequest } = narrowed(null);
  const cancels = (url: string, resourceType: string): boolean => asked<{ cancel: boolean }>(beforeRequest, { url, resourceType }).cancel;
  expect([cancels('hall://app/kiosk/', 'mainFrame'), cancels('wss://hall.example.lan:4180/socket.io/', 'webSocket')]).toEqual([false, false]);
  expect([cancels('https://hall.example.lan:4180/kiosk/', 'mainFrame'), cancels('hall://app/api/health', 'mainFrame'), cancels('data:text/html,x', 'mainFrame'), cancels('https://evil.example/', 'xhr'), cancels('data:text/html,x', 'subFrame')]).toEqual([true, true, true, true, true]);
});

test('a certificate counts only for the hall\'s own name, and only when it is trusted; the machine\'s own list counts for nothing', async () => {
  const verdict = (session: FakeSession, hostname: string): Promise<number> => new Promise((resolve) => {
    (session.verify as unknown as (asked: object, answer: (told: number) => void) => void)({ hostname, certificate: { data: 'pem' }, verificationResult: 'OK', isIssuedByKnownRoot: true, errorCode: 0 }, resolve);
  });
  expect(await verdict(narrowed(null), 'hall.example.lan')).toBe(0);
  expect(await verdict(narrowed('otherAuthority'), 'hall.example.lan')).toBe(-2);
  expect(await verdict(narrowed(null), 'evil.example')).toBe(-2);
});
