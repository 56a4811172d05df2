// The journal in SQLite: one writer connection, prepared statements, one transaction per turn (J1–J6).
import type { HallEvent } from '@hall/core/domain/events';
import type { CommandId } from '@hall/core/domain/ids';
import { anchored, chained, eventOf, rowOf, type Row } from './chain.ts';
import type { Connection } from './database.ts';
import { emptyHead, type Head, type Journal } from './journal.ts';

export const rowColumns = 'seq, day, at, role, place, clerk_id, command_id, command_hash, part, type, v, data, facts';

/** `db` must come from openDatabase. The journal owns it from here on and closes it. */
export function sqliteJournal(db: Connection): Journal {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const insert = db.prepare(`INSERT INTO events (${rowColumns}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const isKnown = db.prepare('SELECT 1 FROM events WHERE command_id = ?').pluck();
  const ofCommand = db.prepare(`SELECT ${rowColumns} FROM events WHERE command_id = ? ORDER BY part`).raw();
  const after = db.prepare(`SELECT ${rowColumns} FROM events WHERE seq > ? ORDER BY seq LIMIT ?`).raw();
  const insertSnapshot = db.prepare('INSERT OR REPLACE INTO snapshots (seq, hash, text) VALUES (?, ?, ?)');
  let head = storedHead(db);
  let part = 0;
  let partOf: CommandId | null = null;

  const open = (): void => {
    if (!db.inTransaction) begin.run();
  };

  return {
    head: () => head,
    append(event: HallEvent, commandHash: string) {
      if (event.seq !== head.seq + 1) throw new Error(`event ${event.seq} does not follow ${head.seq}`);
      open();
      const commandId = event.staff?.commandId ?? null;
      part = commandId === partOf ? part + 1 : 0;
      partOf = commandId;
      const row = rowOf(event, commandHash, part);
      const hash = chained(head.hash, row);
      insert.run(...row, hash);
      head = { seq: event.seq, hash };
    },
    keepSnapshot(seq, text) {
      open();
      insertSnapshot.run(seq, anchored(head.hash, text), text);
    },
    commit() {
      if (db.inTransaction) commit.run();
    },
    remembered(id) {
      // Asked before every order, and almost always no: this costs a tenth of reading the rows.
      if (isKnown.get(id) === undefined) return null;
      const rows = ofCommand.all(id) as Row[];
      const [first] = rows;
      return first === undefined ? null : { commandHash: first[7], events: rows.map(eventOf) };
    },
    *eventsAfter(seq, most = -1) {
      for (const row of after.iterate(seq, most) as IterableIterator<Row>) yield eventOf(row);
    },
    close: () => db.close(),
  };
}

export function storedHead(db: Connection): Head {
  const row = db.prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1').get() as Head | undefined;
  return row ?? emptyHead;
}
