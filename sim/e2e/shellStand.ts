// A shell without Electron: a browser page whose files, requests and calls are answered by the shell's own rooms (apps/shell), as the
// real one does under hall://app. The page stands at the hall's address instead, so that its websocket has the right Origin.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { shellCallNames, shellCalls, type ShellAsks, type ShellCall } from '@hall/core/shell/shellCalls';
import type { Answers } from '../../apps/shell/src/main/calls.ts';
import { openDeviceKey } from '../../apps/shell/src/main/deviceKey.ts';
import { lookAtAuthority } from '../../apps/shell/src/main/firstLook.ts';
import { isHallRequest, throughHallDoor } from '../../apps/shell/src/main/hallDoor.ts';
import { ownPage } from '../../apps/shell/src/main/ownPages.ts';
import { slipPrinter } from '../../apps/shell/src/main/slipPrinter.ts';
import { openTrust, type Trust } from '../../apps/shell/src/main/trust.ts';
import { fakeSeal } from '../../apps/shell/src/testing/fakeSeal.ts';

const root = join(import.meta.dirname, '../..');

export interface ShellStand {
  readonly page: Page;
  /** Every call of the page but its signs of life, in order. */
  readonly calls: string[];
  /** Folder of pictures that the printer prints. */
  readonly paper: string;
  /** Errors of the page, whatever console messages about a server that is away apart. */
  readonly errors: string[];
}

/** `address`: of a hall on a LAN, which may be away. */
export async function standShell(browser: Browser, address: string): Promise<ShellStand> {
  const folder = mkdtempSync(join(tmpdir(), 'hall-stand-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const paper = join(folder, 'paper');
  mkdirSync(paper);
  mkdirSync(join(folder, 'pages'));
  for (const room of ['kiosk', 'display', 'pad', 'counter']) symlinkSync(join(root, 'apps', room, 'dist'), join(folder, 'pages', room));
  const note = (): void => undefined;
  const trust = openTrust({ file: join(folder, 'hall.json'), server: address, look: lookAtAuthority, note });
  const key = await openDeviceKey(join(folder, 'key.json'), fakeSeal().storage, 'linux');
  if (key === null) throw new Error('no key');
  const printer = slipPrinter({ printer: { profile: 'paper80', corrections: {}, address: { kind: 'preview', folder: paper } } }, join(root, 'shared/printing/glyphs'), note);
  const calls: string[] = [];
  const errors: string[] = [];
  const answers: Answers = {
    authorityPin: () => trust.pin(), deviceKey: () => ({ deviceId: key.deviceId as never, publicKey: key.publicKey }), prove: (hallId, challenge) => key.prove(hallId, challenge),
    placed: () => null, alive: () => null, print: (id, slip) => printer.print(id, slip), printerState: () => printer.state(), cardRead: () => ({ kind: 'none' }), restart: () => null, useServer: () => false,
  };

  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, ignoreHTTPSErrors: true });
  onTestFinished(() => context.close());
  // A page that came from no address may speak to a private one only by this: the shell gives it to its pages (guardPage.ts).
  await context.grantPermissions(['local-network-access'], { origin: address });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/u.test(message.text())) errors.push(message.text()); });
  await page.exposeFunction('callShell', async <C extends ShellCall>(call: C, asks: ShellAsks<C>) => {
    if (call !== 'alive') calls.push(call);
    const answer = answers[call] as (...asks: ShellAsks<C>) => unknown;
    return shellCalls[call].tells.parse(await answer(...(shellCalls[call].asks.parse(asks) as ShellAsks<C>)));
  });
  await page.addInitScript(`globalThis.hallShell = Object.fromEntries(${JSON.stringify(shellCallNames)}.map((call) => [call, (...asks) => globalThis.callShell(call, asks)])); globalThis.hallShell.server = ${JSON.stringify(address)};`);
  await page.route(`${address}/**`, async (route) => {
    const asked = route.request();
    const url = `hall://app${asked.url().slice(address.length)}`;
    const sent = asked.postDataBuffer();
    const answer = isHallRequest(url)
      ? await throughHallDoor(new Request(url, { method: asked.method(), headers: asked.headers(), ...(sent === null ? {} : { body: new Uint8Array(sent) }) }), {
        server: address, send: sendBy(trust), isReady: () => trust.establish(), told: (at) => { trust.told(at); },
      })
      : await ownPage(join(folder, 'pages'), url, asked.method(), address);
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) });
  });
  await page.goto(`${address}/kiosk/`);
  return { page, calls, paper, errors };
}

/** As the session's fetch: the certificate is judged by the shell's trust alone, before anything is sent. */
const sendBy = (trust: Trust) => (url: string, init: RequestInit): Promise<Response> => new Promise((resolve, reject) => {
  const asking = request(url, { method: init.method ?? 'GET', headers: init.headers as Record<string, string>, rejectUnauthorized: false, agent: false }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => { resolve(new Response(Buffer.concat(parts), { status: answer.statusCode ?? 0, headers: { 'content-type': answer.headers['content-type'] ?? '', date: answer.headers.date ?? '' } })); });
  });
  asking.once('error', reject);
  asking.once('socket', (socket) => {
    socket.once('secureConnect', () => {
      const why = trust.distrusts((socket as TLSSocket).getPeerX509Certificate()?.toString() ?? '', new URL(url).hostname);
      if (why === null) asking.end(init.body === undefined ? undefined : Buffer.from(init.body as ArrayBuffer));
      else asking.destroy(new Error(why));
    });
  });
});
