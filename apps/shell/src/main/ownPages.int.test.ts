// The shell's own pages: what is there, what cannot be reached, and what every page forbids itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/tempFolder.ts';
import { ownPage, pageHeaders, roomAt } from './ownPages.ts';

const server = 'https://hall.example.lan:4180';

function pages(): string {
  const folder = tempFolder();
  mkdirSync(join(folder, 'pages/kiosk/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(folder, 'pages/kiosk/index.html'), '<!doctype html>取号');
  writeFileSync(join(folder, 'pages/kiosk/assets/index-Ghsd6_a4.js'), 'hall()');
  writeFileSync(join(folder, 'pages/kiosk/assets/run.sh'), 'exit');
  writeFileSync(join(folder, 'pages/kiosk/.hidden.json'), '{}');
  return join(folder, 'pages');
}
const get = (folder: string, path: string, method = 'GET'): Promise<Response> => ownPage(folder, `hall://app${path}`, method, server);

test('a page and its files are served with their kinds, and with no server at all', async () => {
  const folder = pages();
  const page = await get(folder, '/kiosk/?lang=en');
  expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([200, 'text/html; charset=utf-8', '<!doctype html>取号']);
  expect((await get(folder, '/kiosk/assets/index-Ghsd6_a4.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect((await ownPage(folder, 'hall://app/kiosk/', 'GET', null)).status).toBe(200);
});

test.each([
  '/', '/kiosk', '/secret.json', '/kiosk/../../secret.json', '/kiosk/%2e%2e/%2e%2e/secret.json', '/kiosk/..%2f..%2fsecret.json', '/kiosk/..%5c..%5csecret.json', '/kiosk//etc/hosts.json', '/kiosk/%00.json', '/kiosk/%',
  '/kiosk/.hidden.json', '/kiosk/assets/run.sh', '/kiosk/assets/none.js', '/kiosk/assets/', '/counter/', '/nowhere/index.html',
])('%s is not there', async (path) => {
  expect((await get(pages(), path)).status).toBe(404);
});

test('an address of another scheme or host is no page of ours', async () => {
  expect(['https://hall.example.lan/kiosk/', 'hall://evil/kiosk/', 'hall://app.evil/kiosk/', 'file:///kiosk/', 'hall:app/kiosk/', 'about:blank', '', 'hall://app/api/health'].map(roomAt)).toEqual(Array.from({ length: 8 }, () => null));
  expect(roomAt('hall://app/pad/?x#y')).toBe('pad');
  expect((await ownPage(pages(), 'https://hall.example.lan/kiosk/', 'GET', server)).status).toBe(404);
});

test('nothing is written by a page', async () => {
  expect((await get(pages(), '/kiosk/', 'POST')).status).toBe(405);
});

test('a page may load its own files and speak to the hall, and nothing else; no script or style inside it', () => {
  const policy = (of: string | null): Record<string, string> => Object.fromEntries((pageHeaders(of)['content-security-policy'] ?? '').split(';').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]));
  expect(policy(server)).toEqual({
    'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'", 'font-src': "'self'", 'img-src': "'self' data:", 'media-src': "'self'", 'connect-src': "'self' wss://hall.example.lan:4180",
    'manifest-src': "'self'", 'frame-ancestors': "'none'", 'base-uri': "'none'", 'form-action': "'none'",
  });
  expect(policy(null)['connect-src']).toBe("'self'");
  expect(policy('http://127.0.0.1:4180')['connect-src']).toBe("'self' ws://127.0.0.1:4180");
});

test('every answer carries the policy, also one that says that nothing is there', async () => {
  for (const path of ['/kiosk/', '/kiosk/assets/index-Ghsd6_a4.js', '/nowhere/']) {
    const { headers } = await get(pages(), path);
    expect([headers.get('content-security-policy'), headers.get('x-content-type-options')]).toEqual([pageHeaders(server)['content-security-policy'], 'nosniff']);
  }
});
