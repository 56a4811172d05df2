// `hall init`, `hall serve` and `hall devices` as an administrator meets them: on a machine without a network, run twice,
// with things lost or wrong; each obstacle is one clear sentence, and nothing is half done.
import { execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/tempFolder.ts';

const program = join(import.meta.dirname, 'boot.mjs');
interface Ended { readonly code: number; readonly out: string; readonly err: string }
const hall = (...words: readonly string[]): Promise<Ended> => new Promise((resolve) => {
  execFile(process.execPath, [program, ...words], (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }));
});
const newFolder = (): string => join(tempFolder(), 'hall');

/** Serves until the test ends; resolves with the address, or with what it said when it ended. */
async function serve(folder: string): Promise<string> {
  const server = spawn(process.execPath, [program, 'serve', '--host', '127.0.0.1', '--name', 'hall.test', '--port', '0', '--data', folder]);
  onTestFinished(async () => {
    if (server.exitCode !== null) return;
    const gone = new Promise((resolve) => { server.once('exit', resolve); });
    server.kill('SIGTERM');
    await gone;
  });
  return new Promise((resolve) => {
    let said = '';
    const hear = (text: Buffer): void => {
      said += text.toString();
      const address = /The hall is open: +(\S+)\//u.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', (code) => resolve(`ended with ${code}: ${said}`));
  });
}

/** The status of `/api/health`, asked over TLS that trusts the hall's authority alone. */
const healthOf = (address: string, folder: string, servername: string): Promise<number | string> => new Promise((resolve) => {
  const { port } = new URL(address);
  const asked = request({ host: '127.0.0.1', port, path: '/api/health', headers: { host: `${servername}:${port}` }, servername, ca: readFileSync(join(folder, 'authority.pem')) }, (answer) => {
    answer.resume();
    resolve(answer.statusCode ?? 0);
  });
  asked.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
  asked.end();
});

test('given an empty folder, then init and serve make a hall that answers by TLS under its name, and not in plain text', async () => {
  const folder = newFolder();
  expect(await hall('init', '--name', 'hall.test', '--data', folder)).toMatchObject({ code: 0 });
  const address = await serve(folder);
  expect(await healthOf(address, folder, 'hall.test')).toBe(200);
  expect(await healthOf(address, folder, 'other.test')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  const plain = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: hall.test\r\n\r\n'));
    let text = '';
    socket.on('data', (bytes) => { text += bytes.toString('latin1'); }).on('close', () => resolve(text)).on('error', () => resolve(text));
  });
  expect(plain).not.toContain('HTTP/1.1 2');
});

test('given a hall that stands, when init is run again, then identity, authority and journal stay as they are', async () => {
  const folder = newFolder();
  await hall('init', '--name', 'hall.test', '--data', folder);
  const before = ['hall.json', 'authority.pem', 'authority.key', 'server.pem'].map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(await hall('init', '--name', 'hall.test', '--data', folder)).toMatchObject({ code: 0 });
  expect(['hall.json', 'authority.pem', 'authority.key', 'server.pem'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
});

test('given a plan that cannot be used, then init says why and leaves the folder empty', async () => {
  const folder = newFolder();
  const plan = join(tempFolder(), 'plan.json');
  writeFileSync(plan, '{"format":1}');
  const ended = await hall('init', '--name', 'hall.test', '--data', folder, '--plan', plan);
  expect(ended.code).toBe(2);
  expect(ended.err).toContain('cannot be used');
  expect(existsSync(folder)).toBe(false);
});

test('given a folder that others can read, then init makes the hall and warns', async () => {
  const folder = newFolder();
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const { code, err } = await hall('init', '--name', 'hall.test', '--data', folder);
  expect(code).toBe(0);
  expect(err).toContain('can be read by other users');
});

test.each([
  ['its key file is lost', 'authority.key is missing', (folder: string) => { rmSync(join(folder, 'authority.key')); }],
  ['its certificate is torn', 'authority.pem is damaged', (folder: string) => { writeFileSync(join(folder, 'authority.pem'), 'torn'); }],
  ['it was never made for a LAN', 'authority.pem is missing', (folder: string) => { rmSync(join(folder, 'authority.pem')); rmSync(join(folder, 'authority.key')); }],
])('given a hall of which %s, then serve ends with one clear sentence', async (_what, words, spoil) => {
  const folder = newFolder();
  await hall('init', '--name', 'hall.test', '--data', folder);
  spoil(folder);
  const said = await serve(folder);
  expect(said).toMatch(/^ended with 2/u);
  expect(said).toContain(words);
  expect(said).not.toContain('    at ');
});

test.each([[[]], [['--host', '127.0.0.1']], [['--trial', '--host', '127.0.0.1', '--name', 'x']]])('given serve with %j, then it says what is missing', async (words) => {
  const { code, err } = await hall('serve', ...words, '--data', newFolder());
  expect(code).toBe(2);
  expect(err).toMatch(/--trial|--name/u);
});

test('given a code that is typed wrong, or no hall that runs, then devices says so', async () => {
  const folder = newFolder();
  await hall('init', '--name', 'hall.test', '--data', folder);
  const enrol = ['enrol', 'AAAA2222', '000000', '--role', 'kiosk', '--place', 'K1', '--called', 'east'] as const;
  expect((await hall('devices', '--data', folder, ...enrol)).err).toContain('No hall runs in this folder');
  await serve(folder);
  const { code, err } = await hall('devices', '--data', folder, ...enrol);
  expect(code).toBe(2);
  expect(err).toContain('No device shows this code');
  expect(JSON.parse((await hall('devices', '--data', folder, 'list')).out)).toEqual({ devices: [], asking: [] });
});

test('given a new hall, then its first administrator has a password that is told once; people come by file, whole or not at all; passwords are given anew', async () => {
  const folder = newFolder();
  const file = join(tempFolder(), 'people.json');
  writeFileSync(file, JSON.stringify({ people: [{ id: '7001', name: '张三', duties: ['clerk'], extras: [], queueIds: [], counterIds: [], isActive: true }] }));
  const made = await hall('init', '--name', 'hall.test', '--data', folder, '--people', file);
  expect(made.out).toMatch(/Administrator: admin {2}one-time password: [a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}\n/u);
  const again = await hall('init', '--name', 'hall.test', '--data', folder);
  expect([again.code, again.out.includes('one-time password')]).toEqual([0, false]);
  await serve(folder);
  expect(JSON.parse((await hall('people', 'list', '--data', folder)).out)).toMatchObject({ people: [{ personId: 'admin', mustChange: true }] });
  const given = await hall('people', 'password', '7001', '--data', folder);
  expect(given.out).toMatch(/^One-time password of 7001: [a-z2-9-]{14}\n$/u);
  expect(await hall('people', 'password', 'nobody', '--data', folder)).toMatchObject({ code: 2, err: 'There is no such staff number.\n' });
  writeFileSync(file, JSON.stringify({ people: [{ id: '7002', name: '李四', duties: ['clerk', 'system', 'audit'], extras: [], queueIds: [], counterIds: [], isActive: true }] }));
  expect(await hall('people', 'import', file, '--data', folder)).toMatchObject({ code: 2, err: 'Staff number 7002: administrator and auditor cannot be one person.\n' });
  writeFileSync(file, JSON.stringify({ people: [{ id: '7002', name: '李四', duties: ['king'] }] }));
  const faulty = await hall('people', 'import', file, '--data', folder);
  expect([faulty.code, faulty.err.includes('people.0.duties.0')]).toEqual([2, true]);
});
