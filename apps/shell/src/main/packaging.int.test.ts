// What is packaged and with which fuses; and that nothing of this workspace ever starts or fetches the real Electron by itself.
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shellCallNames } from '@hall/core/shell/shellCalls';

const room = join(import.meta.dirname, '../..');
const packaging = createRequire(import.meta.url)(join(room, 'electron-builder.config.cjs')) as Record<string, unknown>;

test('the packaged program cannot be turned into Node, debugged, changed, or made to load anything but itself', () => {
  expect(packaging['electronFuses']).toEqual({
    runAsNode: false, enableCookieEncryption: true, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true, onlyLoadAppFromAsar: true, loadBrowserProcessSpecificV8Snapshot: false, grantFileProtocolExtraPrivileges: false,
  });
  expect(packaging).toMatchObject({ asar: true, electronVersion: '45.4.1', nsis: { perMachine: true } });
});

test('only the entry and the preload meet the real Electron: anywhere else its name is a type', () => {
  const meets = globSync('{src/**/*.ts,*.ts}', { cwd: room }).filter((file) => /^import (?!type )[^;]* from 'electron';/mu.test(readFileSync(join(room, file), 'utf8')));
  expect(meets.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(['src/main/main.ts', 'src/preload.ts']);
});

test('the preload gives the page every call of the contract, and no other', () => {
  const named = [...readFileSync(join(room, 'src/preload.ts'), 'utf8').matchAll(/^ {2}(\w+): \((.*)\) => ipcRenderer\.invoke\('hall:(\w+)'(?:, )?(.*)\),$/gmu)];
  expect(named.map(([, name]) => name).sort()).toEqual([...shellCallNames].sort());
  for (const [, name, asks, channel, sent] of named) expect([channel, sent]).toEqual([name, asks]);
});
