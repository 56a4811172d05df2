// The side store's file and its statements: rows in and out, nothing decided here.
import { closeSync, openSync } from 'node:fs';
import type { BusinessDay, VisitorId } from '@hall/core/domain/ids';
import { openFile, type FileForm } from '../journal/database.ts';
import { attachmentRows } from './attachmentRows.ts';
import { step001 } from './migrations/001-visitors.ts';
import { step002 } from './migrations/002-attachments.ts';

/** Marked "HVIS" in ASCII. */
const form: FileForm = { name: 'store of visitors', applicationId: 0x48564953, migrations: [step001, step002] };

export interface VisitorRow {
  readonly id: VisitorId;
  readonly day: BusinessDay;
  readonly nth: number;
  readonly sealed: Buffer;
}
export interface OrderRow {
  readonly orderId: string;
  readonly day: BusinessDay;
  readonly told: Buffer;
  readonly visitorId: VisitorId;
}

export type VisitorRows = ReturnType<typeof openVisitorRows>;

/** Throws JournalRefused when the file cannot be used as it is; then it is left as it was. */
export function openVisitorRows(file: string) {
  // Made by us and not by SQLite, so that no other account reads it; its WAL gets the same rights.
  closeSync(openSync(file, 'a', 0o600));
  const db = openFile(file, form);
  // What is deleted is overwritten, in the file and later in what is left of it.
  db.pragma('secure_delete = ON');
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const row = db.prepare<[string], VisitorRow>('SELECT id, day, nth, sealed FROM visitors WHERE id = ?');
  const newest = db.prepare<[], VisitorRow>('SELECT id, day, nth, sealed FROM visitors ORDER BY nth DESC');
  const marked = db.prepare<[Buffer], VisitorRow>('SELECT v.id, v.day, v.nth, v.sealed FROM marks m JOIN visitors v ON v.id = m.visitor_id WHERE m.mark = ?');
  const put = db.prepare<[string, string, Buffer]>(
    `INSERT INTO visitors (id, day, nth, sealed) VALUES (?, ?, (SELECT coalesce(max(nth), 0) + 1 FROM visitors), ?)
     ON CONFLICT (id) DO UPDATE SET day = excluded.day, nth = excluded.nth, sealed = excluded.sealed`);
  const dropMarks = db.prepare<[string]>('DELETE FROM marks WHERE visitor_id = ?');
  const putMark = db.prepare<[Buffer, string]>('INSERT OR IGNORE INTO marks (mark, visitor_id) VALUES (?, ?)');
  const order = db.prepare<[string], OrderRow>('SELECT order_id AS orderId, day, told, visitor_id AS visitorId FROM orders WHERE order_id = ?');
  const putOrder = db.prepare<[string, string, Buffer, string]>('INSERT OR IGNORE INTO orders (order_id, day, told, visitor_id) VALUES (?, ?, ?, ?)');
  const otherOrders = db.prepare<[string, string], number>('SELECT count(*) FROM orders WHERE visitor_id = ? AND order_id <> ?').pluck();
  const drop = db.prepare<[string]>('DELETE FROM visitors WHERE id = ?');
  const dropOrders = db.prepare<[string]>('DELETE FROM orders WHERE visitor_id = ?');
  const dropDay = db.prepare<[string]>('DELETE FROM visitors WHERE day = ?');
  const dropOrdersOfDay = db.prepare<[string]>('DELETE FROM orders WHERE day = ?');
  const days = db.prepare<[], { day: BusinessDay; people: number }>('SELECT day, count(*) AS people FROM visitors GROUP BY day');
  const orderDays = db.prepare<[], BusinessDay>('SELECT DISTINCT day FROM orders').pluck();

  return {
    /** Words and files. */
    attached: attachmentRows(db),
    row: (id: VisitorId) => row.get(id) ?? null,
    /** One at a time, the newest first; nothing may be written before it has ended. */
    newest: () => newest.iterate(),
    marked: (mark: Buffer) => marked.all(mark),
    order: (orderId: string) => order.get(orderId) ?? null,
    hasOrders: (id: VisitorId) => otherOrders.get(id, '') !== 0,
    otherOrders: (id: VisitorId, orderId: string) => otherOrders.get(id, orderId) ?? 0,
    days: () => days.all(),
    orderDays: () => orderDays.all(),
    /** Replaces who stands there, with all marks; the row becomes the newest. */
    put(id: VisitorId, day: BusinessDay, sealed: Buffer, marks: readonly Buffer[]) {
      put.run(id, day, sealed);
      dropMarks.run(id);
      for (const mark of marks) putMark.run(mark, id);
    },
    putOrder: ({ orderId, day, told, visitorId }: OrderRow) => putOrder.run(orderId, day, told, visitorId),
    drop: (id: VisitorId) => drop.run(id),
    dropOrders: (id: VisitorId) => dropOrders.run(id),
    dropDay(day: BusinessDay) {
      dropDay.run(day);
      dropOrdersOfDay.run(day);
    },
    /** One commit, on disk when it returns. */
    write(work: () => void) {
      begin.run();
      try {
        work();
        commit.run();
      } catch (error) {
        if (db.inTransaction) rollback.run();
        throw error;
      }
    },
    /** Nothing that was deleted is left in the WAL. */
    empty: () => db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[],
    close: () => db.close(),
  };
}
