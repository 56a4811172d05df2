// Attacks on what lies on the disk, each on a journal at rest and with the real command started on it; and the search
// for a person's data where none may be.
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chained, type Row } from '../journal/chain.ts';
import { openDatabase, type Connection } from '../journal/database.ts';
import { folderAt } from '../journal/folder.ts';
import { runHall } from '../testing/hallProcess.ts';
import { issue, openTestHall } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { rowsOf, type Attack } from './attack.ts';
import { codeOf, desk, kiosk, orderOf, planted, readData, readLog, ticketOrder } from './ground.ts';

/** What staff wrote and attached, as hard to find. */
const [plantedWords, plantedInFile] = ['安插备注内容九三二一', 'planted-in-a-file-9321'] as const;

/** A journal at rest. */
function someJournal(): string {
  const path = tempFolder();
  const hall = openTestHall(path);
  hall.give(['A', 'A', 'B', 'A'].map((queue) => issue(queue)));
  hall.close();
  return path;
}
function withJournal(path: string, harm: (db: Connection) => void): void {
  const db = openDatabase(folderAt(path).journal);
  db.exec('DROP TRIGGER IF EXISTS events_never_change; DROP TRIGGER IF EXISTS events_never_go;');
  harm(db);
  db.close();
}

const refusesToStart = (name: string, sent: string, harm: (path: string) => void): Omit<Attack, 'id' | 'group'> => ({
  name, sent, mustHappen: 'the start is refused with exit code 2 and one sentence (more kinds of damage in journal/damage.int.test.ts)',
  async run() {
    const path = someJournal();
    harm(path);
    const { code, err, out } = await runHall('serve', '--trial', '--port', '0', '--data', path);
    assert.equal(code, 2, `ended with ${code}: ${out}${err}`);
    assert.equal(/^\s+at /mu.test(err), false, 'a stack instead of a sentence');
  },
});

export const dataRows = rowsOf('data', [
  {
    name: 'Somebody reads the disk, the log and the wire for a person', sent: 'a planted name, phone and ID number, told at a kiosk; a note and a PDF on the ticket', mustHappen: 'found by the desk, masked, and the note read; found in no file, no log, no message, in no usual writing',
    async run(ground) {
      const [client, board, staff] = [await ground.enter(kiosk), await ground.screen({ role: 'display', place: 'hall' }), await ground.enter(desk)];
      const issued = await ground.order(client, ticketOrder({ visitor: planted }));
      assert.equal(codeOf(issued), 'accepted');
      const [event] = issued.ok ? issued.events : [];
      const ticketId = event?.type === 'ticketIssued' ? event.data.ticketId : '';
      assert.equal(codeOf(await ground.order(staff, orderOf('noteTicket', { ticketId, text: null }, { words: plantedWords }))), 'accepted');
      const file = await ground.ask('POST', `/api/tickets/${ticketId}/files`, { who: desk, body: `%PDF-1.7 ${plantedInFile}`, headers: { 'content-type': 'application/pdf' } });
      assert.equal(file.status, 201);
      ground.right(3);
      const found = await ground.order(staff, { type: 'findVisitors', data: { text: planted.phone } }, 'query');
      assert.match(JSON.stringify(found), /138\*{4}9321/u);
      await board.hears('events');
      const wire = JSON.stringify([board.heard, board.welcome, client.heard, staff.heard]);
      // Now asked for by who may: the one message that holds it.
      assert.match(JSON.stringify(await ground.order(staff, { type: 'notesOf', data: { ticketId } }, 'query')), new RegExp(plantedWords, 'u'));
      const written = filesOf(ground.data).map((file) => ({ file, bytes: readFileSync(file) }));
      assert.ok(written.length > 4);
      for (const text of [...Object.values(planted), plantedWords, plantedInFile]) {
        const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/u, '')), Buffer.from(Buffer.from(text).toString('hex')), Buffer.from(JSON.stringify(text).slice(1, -1)), Buffer.from(encodeURIComponent(text))];
        for (const { file, bytes } of written) for (const form of forms) assert.equal(bytes.includes(form), false, `${file} holds it`);
        assert.equal(wire.includes(text), false, 'a message holds it');
      }
      board.close();
      [client, staff].forEach((one) => one.end());
    },
  },
  {
    name: 'Somebody reads the log for credentials', sent: 'everything these attacks have made it write', mustHappen: 'no credential, no seal, no secret; below 1 MB',
    async run(ground) {
      const log = readLog(ground.data);
      const { trialSecret } = JSON.parse(readData(ground.data, 'hall.json')) as { trialSecret: string };
      assert.equal(log.includes(trialSecret), false);
      for (const who of [kiosk, desk]) assert.equal(log.includes(ground.credential(who).split('.')[2] ?? 'x'), false);
      assert.ok(log.length < 1_000_000, `${log.length} bytes`);
    },
  },
  {
    name: 'Another account of the machine reads the secrets', sent: 'a look at the rights of files', mustHappen: 'hall.json, keys and visitors are for their owner alone',
    async run({ data }) {
      if (process.platform === 'win32') return;
      const secret = filesOf(data).filter((file) => /hall\.json$|keys|visitors\.db|\/files\//u.test(file));
      assert.ok(secret.length >= 2);
      for (const file of secret) assert.equal(statSync(file).mode & 0o077, 0, `${file} is open to others`);
      await Promise.resolve();
    },
  },
  refusesToStart('A row of the journal is edited', 'UPDATE events SET data', (path) => withJournal(path, (db) => db.exec('UPDATE events SET data = data || \' \' WHERE seq = 5'))),
  refusesToStart('A row of the journal is taken out', 'DELETE seq 5', (path) => withJournal(path, (db) => db.exec('DELETE FROM events WHERE seq = 5'))),
  refusesToStart('The end of the journal is cut off', 'DELETE the last two', (path) => withJournal(path, (db) => db.exec('DELETE FROM events WHERE seq > (SELECT max(seq) - 2 FROM events)'))),
  refusesToStart('The end is rewritten with a chain of its own', 'another last event, its hash made right', (path) => withJournal(path, rewriteLast)),
  refusesToStart('The file is cut', 'half of journal.db', (path) => { truncateSync(join(path, 'journal.db'), Math.floor(statSync(join(path, 'journal.db')).size / 2)); }),
  refusesToStart('The file is overwritten', 'noise in place of journal.db', (path) => { writeFileSync(join(path, 'journal.db'), Buffer.alloc(100_000, 7)); }),
  refusesToStart('The identity of the hall is exchanged', 'another journal beside the head', (path) => { writeFileSync(join(path, 'head.json'), readFileSync(join(path, 'head.json'), 'utf8').replace(/"journalId":\s*"[0-9a-f]{8}/u, '"journalId":"00000000')); }),
  {
    name: 'A page comes as a document', sent: 'HTML, SVG and a program as PDF, PNG and JPEG, an empty file, 6 MB, to a ticket', mustHappen: 'HTTP 400, 413 or 415, no event; nothing is kept',
    async run(ground) {
      const client = await ground.enter(kiosk);
      const issued = await ground.order(client, ticketOrder());
      const [event] = issued.ok ? issued.events : [];
      ground.right(1);
      const send = async (type: string, body: string | Uint8Array): Promise<number> =>
        (await ground.ask('POST', `/api/tickets/${event?.type === 'ticketIssued' ? event.data.ticketId : ''}/files`, { who: desk, body, headers: { 'content-type': type } })).status;
      const before = filesOf(join(ground.data, 'files')).length;
      for (const type of ['application/pdf', 'image/png', 'image/jpeg']) {
        for (const body of ['<!doctype html><script>alert(1)</script>', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'MZ\u0000']) assert.equal(await send(type, body), 415);
        assert.equal(await send(type, ''), 400);
      }
      assert.equal(await send('text/html', '<p>'), 415);
      // Whoever goes on sending is cut off, perhaps before the answer is read.
      assert.equal(await send('application/pdf', new Uint8Array(6_000_000)).catch(() => 413), 413);
      assert.equal(filesOf(join(ground.data, 'files')).length, before);
      client.end();
    },
  },
  {
    name: 'Somebody looks at a person in full without being allowed to', sent: 'POST /api/visitors/…/look without credential, as kiosk, counter, board, pad; as desk without a reason and with one of another list', mustHappen: 'HTTP 401, 403, 400, 404; nothing is told, no event',
    async run(ground) {
      const look = async (who: Parameters<typeof ground.ask>[2], body: object = { reasonId: 'identity' }): Promise<number> => {
        const answer = await ground.ask('POST', `/api/visitors/${'0'.repeat(32)}/look`, { ...who, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
        assert.equal(answer.text.includes(planted.phone), false);
        return answer.status;
      };
      assert.equal(await look({ who: null }), 401);
      for (const who of [kiosk, { role: 'counter', place: '1' }, { role: 'display', place: 'hall' }, { role: 'pad', place: '1' }] as const) assert.equal(await look({ who }), 403);
      for (const body of [{}, { reasonId: '' }, { reasonId: 'identity', all: true }]) assert.equal(await look({ who: desk }, body), 400);
      assert.equal(await look({ who: desk }), 404);
    },
  },
]);

function rewriteLast(db: Connection): void {
  const [before, last] = db.prepare<[], unknown[]>('SELECT * FROM events ORDER BY seq DESC LIMIT 2').raw().all().reverse();
  if (before === undefined || last === undefined) throw new Error('a journal of two events at least');
  const forged = [...last.slice(0, 11), String(last[11]).replace('"A', '"B'), last[12]] as unknown as Row;
  db.prepare('UPDATE events SET data = ?, hash = ? WHERE seq = ?').run(forged[11], chained(String(before.at(-1)), forged), forged[0]);
}

function filesOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) : [];
}
