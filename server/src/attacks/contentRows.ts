// Attacks in what is said: texts that a database, a page, a spreadsheet, a printer or a file system would obey.
import { strict as assert } from 'node:assert';
import { bookablePlan, inDays } from '../testing/httpHall.ts';
import { newId } from '../testing/testHall.ts';
import { rowsOf, type Attack } from './attack.ts';
import { codeOf, desk, kiosk, orderOf, ticketOrder, type Ground } from './ground.ts';
import { rawHttp } from './rawClient.ts';

type Row = Omit<Attack, 'id' | 'group'>;
interface Payload { readonly kind: string; readonly text: string; readonly isText: boolean }

/** `isText`: nothing but a text, which is taken and served as one; everything else is refused. */
const payloads: readonly Payload[] = [
  { kind: 'SQL', text: "x'); DROP TABLE visitors;--", isText: true },
  { kind: 'HTML with a script', text: '<img src=x onerror=alert(1)>', isText: true },
  { kind: 'a spreadsheet\'s formula', text: '=HYPERLINK("http://evil")', isText: false },
  { kind: 'control signs of a printer', text: 'a\u001B@\u001Dk', isText: false },
  { kind: 'a NUL', text: 'a\0b', isText: false },
  { kind: 'a right-to-left override', text: '\u202E三张', isText: false },
  { kind: 'a line end', text: 'a\r\nSet-Cookie: x=y', isText: false },
  { kind: '5,000 signs', text: '张'.repeat(5_000), isText: false },
];

interface Field {
  readonly name: string;
  /** Sends the text there; 'taken', or how it was refused. */
  readonly send: (ground: Ground, text: string) => Promise<string>;
  readonly refusedAs: RegExp;
  /** Kinds this field may hold although they are no plain text elsewhere. */
  readonly alsoTakes?: readonly string[];
}
const serviceId = bookablePlan().services[0]?.id ?? '';
const cells = (more: object): object => ({ externalId: newId(), serviceId, date: inDays(1), time: '09:00', ...more });
async function books(ground: Ground, row: object): Promise<string> {
  const { status } = await ground.ask('POST', '/api/appointments', { who: desk, body: JSON.stringify(row), headers: { 'content-type': 'application/json' } });
  if (status === 201) ground.right(1);
  return status === 201 ? 'taken' : String(status);
}
const asCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const fields: readonly Field[] = [
  {
    name: 'a visitor\'s name at the kiosk', refusedAs: /^(malformed|tooLarge)$/u,
    async send(ground, text) {
      const client = await ground.enter(kiosk);
      const code = codeOf(await ground.order(client, ticketOrder({ visitor: { name: text, phone: null, idNumber: null } })));
      if (code === 'accepted') ground.right(1);
      client.end();
      return code === 'accepted' ? 'taken' : code;
    },
  },
  { name: 'a visitor\'s name from a booking system', refusedAs: /^422$/u, send: (ground, text) => books(ground, cells({ name: text })) },
  { name: 'the booking system\'s own name of an appointment', refusedAs: /^422$/u, send: (ground, text) => books(ground, cells({ externalId: text })) },
  {
    name: 'a visitor\'s name in an imported file', refusedAs: /^(422|400)$/u,
    async send(ground, text) {
      const body = `externalId,serviceId,date,time,name\n${newId()},${serviceId},${inDays(1)},10:00,${asCell(text)}\n`;
      const answer = await ground.ask('POST', '/api/appointments/import', { who: desk, body, headers: { 'content-type': 'text/csv' } });
      if (answer.status !== 200) return String(answer.status);
      const { booked, results } = JSON.parse(answer.text) as { booked: number; results: { status: number }[] };
      ground.right(booked);
      return booked === 1 ? 'taken' : String(results[0]?.status);
    },
  },
  {
    name: 'the hall\'s name in an imported plan', refusedAs: /^(faulty|422)$/u, alsoTakes: ['a spreadsheet\'s formula'],
    async send(ground, text) {
      const plan = bookablePlan();
      const body = JSON.stringify({ ...plan, name: { ...plan.name, zh: text } });
      const { status, text: told } = await ground.ask('POST', '/api/plan?from=now&check=true', { body, headers: { 'content-type': 'application/json' } });
      const faults = status === 200 ? (JSON.parse(told) as { faults?: unknown[] }).faults : undefined;
      if (faults === undefined) return String(status);
      return faults.length === 0 ? 'taken' : 'faulty';
    },
  },
  {
    name: 'what the desk searches for', refusedAs: /^(malformed|tooLarge)$/u, alsoTakes: payloads.filter(({ text }) => text.length <= 40).map(({ kind }) => kind),
    async send(ground, text) {
      const client = await ground.enter(desk);
      const answer = await ground.order(client, { type: 'findVisitors', data: { text } }, 'query');
      client.end();
      return answer.ok ? 'taken' : codeOf(answer);
    },
  },
  {
    name: 'a service\'s id at the kiosk', refusedAs: /^(malformed|tooLarge)$/u,
    async send(ground, text) {
      const client = await ground.enter(kiosk);
      const code = codeOf(await ground.order(client, orderOf('issueTicket', { serviceId: text, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null })));
      client.end();
      return code;
    },
  },
];

const textRows = fields.flatMap((field) => payloads.map(({ kind, text, isText }): Row => {
  const isTaken = (isText || field.alsoTakes?.includes(kind) === true) && !field.name.startsWith('a service');
  return {
    name: `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)} as ${field.name}`, sent: text.length > 60 ? `${text.length} signs` : JSON.stringify(text).slice(1, -1).replace(/[\u0080-\u00A0\u2028-\u202F]/gu, (sign) => `\\u${sign.codePointAt(0)?.toString(16) ?? ''}`),
    mustHappen: isTaken ? 'taken as the text it is: found again, nothing carried out' : 'refused',
    async run(ground) {
      const said = await field.send(ground, text);
      if (isTaken) assert.equal(said, 'taken');
      else assert.match(said, field.refusedAs);
      // Whatever a text did to a table, a search for people would fail now.
      const client = await ground.enter(desk);
      assert.equal((await ground.order(client, { type: 'findVisitors', data: { text: '安插' } }, 'query')).ok, true);
      client.end();
    },
  };
}));

const climbs = [
  '/kiosk/../package.json', '/kiosk/%2e%2e/package.json', '/kiosk/..%2fpackage.json', '/kiosk/..%5cpackage.json', '/kiosk/%252e%252e%252fpackage.json', '/kiosk/..;/package.json', '/kiosk/....//package.json',
  '/kiosk/%c0%ae%c0%ae/package.json', '/kiosk//etc/passwd', '/kiosk/%00/../package.json', '/kiosk/index.html%00.png', '/font/../package.json', '/font/..%2fpackage.json', '/font/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd',
  '/../../../../etc/passwd', '/%2e%2e/%2e%2e/hall.json', '//etc/passwd', '/kiosk/\\..\\package.json', '/.git/config', '/server/src/main.ts', '/kiosk/.env', '/start.css/../hall.json',
];

export const contentRows = rowsOf('content', [
  ...textRows,
  ...climbs.map((path): Row => ({
    name: 'A file outside what is served', sent: `GET ${path}`, mustHappen: 'no such file',
    async run({ port }) {
      const { status, body } = await rawHttp(port, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
      assert.ok([301, 302, 400, 403, 404].includes(status), `answered ${status}`);
      assert.equal(/root:|"name":|trialSecret|import /u.test(body), false);
    },
  })),
  ...['..%2f..%2fhall.json', '%00', '%2e%2e%2f', "'%20OR%201=1--", '%0d%0aSet-Cookie:%20x=y', '%ff%fe', 'x'.repeat(5_000)].map((name): Row => ({
    name: 'A path, SQL or a header where an appointment is named', sent: `DELETE /api/appointments/${name.length > 60 ? `${name.length} signs` : name}`, mustHappen: 'refused, nothing cancelled, no header of the attacker',
    async run({ port, credential }) {
      const { status, head } = await rawHttp(port, `DELETE /api/appointments/${name} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${credential(desk)}\r\n\r\n`);
      assert.ok([400, 404, 414].includes(status), `answered ${status}`);
      assert.equal(/^set-cookie/imu.test(head), false);
    },
  })),
  ...['/api/plan?date=../../etc', '/api/plan?date=2026-13-45', "/api/plan/history?before='", '/api/plan/history?before=1e309', '/api/appointments?date[]=x', '/api/appointments?__proto__[x]=1'].map((path): Row => ({
    name: 'A question in a wrong form', sent: `GET ${path}`, mustHappen: '400', run: async ({ ask }) => { assert.equal((await ask('GET', path)).status, 400); },
  })),
  {
    name: 'JSON that would change every object', sent: '{"__proto__":{"isAdmin":true}} as an appointment', mustHappen: 'refused',
    run: async (ground) => {
      const { status } = await ground.ask('POST', '/api/appointments', { who: desk, body: `{"__proto__":{"isAdmin":true},${JSON.stringify(cells({})).slice(1)}`, headers: { 'content-type': 'application/json' } });
      assert.ok(status === 400 || status === 422, `answered ${status}`);
    },
  },
  {
    name: 'A file of a million separators', sent: '2 MB of commas as CSV', mustHappen: 'refused; others do not wait',
    run: async ({ ask }) => { assert.equal((await ask('POST', '/api/appointments/import', { who: desk, body: ','.repeat(2_000_000), headers: { 'content-type': 'text/csv' } })).status, 400); },
  },
  {
    name: 'A plan nested without end', sent: '2 MB of [', mustHappen: 'refused 422',
    run: async ({ ask }) => { assert.equal((await ask('POST', '/api/plan?from=now', { body: '['.repeat(2_000_000), headers: { 'content-type': 'application/json' } })).status, 422); },
  },
]);
