// Settings of a machine: what is taken, from where, and what is refused by name.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/tempFolder.ts';
import { keepServer, originOf, readSettings } from './settings.ts';

const none = { server: null, display: 0, startsWithMachine: true, printer: null, cardReader: null, withoutGpu: false };

test('given no file, then there are settings all the same, and the set-up page asks for the server', () => {
  expect(readSettings(join(tempFolder(), 'none.json'), {}, [])).toEqual({ ok: true, settings: none });
});

test('given file, environment and command line, then the later one counts', () => {
  const file = join(tempFolder(), 'settings.json');
  writeFileSync(file, '{"server":"https://a.example","display":1,"startsWithMachine":false}');
  expect(readSettings(file, {}, [])).toEqual({ ok: true, settings: { ...none, server: 'https://a.example', display: 1, startsWithMachine: false } });
  expect(readSettings(file, { HALL_SERVER: 'https://b.example/', HALL_DISPLAY: '2' }, ['--server=https://c.example:8443', '--starts-with-machine=true'])).toEqual({ ok: true, settings: { ...none, server: 'https://c.example:8443', display: 2 } });
});

test.each([['{', /no JSON/u], ['{"server":"http://a.example"}', /server: https/u], ['{"display":-1}', /display/u], ['{"password":"x"}', /password/u], ['[]', /expected record/u]])('given %s, then it is refused with the reason', (text, why) => {
  const file = join(tempFolder(), 'settings.json');
  writeFileSync(file, text);
  const read = readSettings(file, {}, []);
  expect(read.ok ? '' : read.why).toMatch(why);
});

test.each([['--display=x'], ['--without-gpu=maybe'], ['--server=hall']])('given %s, then it is refused', (word) => {
  expect(readSettings(join(tempFolder(), 'none.json'), {}, [word]).ok).toBe(false);
});

test.each([
  ['https://hall.example.lan', 'https://hall.example.lan'], [' https://10.0.0.5:4180/ ', 'https://10.0.0.5:4180'], ['https://[fd00::5]', 'https://[fd00::5]'], ['http://127.0.0.1:4180', 'http://127.0.0.1:4180'], ['http://localhost:4180', 'http://localhost:4180'],
  ['http://10.0.0.5', null], ['http://127.example.com', null], ['https://user:secret@hall.example.lan', null], ['https://hall.example.lan/kiosk/', null], ['https://hall.example.lan/?a', null], ['hall.example.lan', null], ['file:///etc', null], ['javascript:alert(1)', null], ['', null],
])('the address %j is %j', (text, origin) => { expect(originOf(text)).toBe(origin); });

test('the server is added to what the file says, for its owner alone', () => {
  const file = join(tempFolder(), 'deep/settings.json');
  keepServer(file, 'https://a.example');
  writeFileSync(file, '{"display":3}');
  keepServer(file, 'https://b.example');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ display: 3, server: 'https://b.example' });
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('given a printer, then its profile, its address and single corrections are taken, and nothing else', () => {
  const file = join(tempFolder(), 'settings.json');
  const printer = { profile: 'paper80', corrections: { columns: 42, cut: null }, address: { kind: 'tcp', host: '10.0.0.40' } };
  writeFileSync(file, JSON.stringify({ printer }));
  expect(readSettings(file, {}, [])).toEqual({ ok: true, settings: { ...none, printer: { ...printer, address: { ...printer.address, port: 9_100 } } } });
  for (const wrong of [{ ...printer, profile: 'paper90' }, { ...printer, corrections: { id: 'x' } }, { ...printer, corrections: { cut: [256] } }, { ...printer, address: { kind: 'http', host: 'x' } }]) {
    writeFileSync(file, JSON.stringify({ printer: wrong }));
    expect(readSettings(file, {}, []).ok).toBe(false);
  }
});
