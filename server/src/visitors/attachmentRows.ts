// Statements for words and files in the side store's file: rows in and out, nothing decided here.
import type { BusinessDay, FileRef, TextRef, VisitorId } from '@hall/core/domain/ids';
import type { FileKind } from '@hall/core/domain/attachment';
import type { Connection } from '../journal/database.ts';

export interface TextRow {
  readonly ref: TextRef;
  readonly orderId: string;
  readonly day: BusinessDay;
  readonly visitorId: VisitorId | null;
  readonly sealed: Buffer;
}
export interface FileRow {
  readonly ref: FileRef;
  readonly day: BusinessDay;
  readonly visitorId: VisitorId | null;
  readonly kind: FileKind;
  readonly sealed: Buffer;
}

export type AttachmentRows = ReturnType<typeof attachmentRows>;

export function attachmentRows(db: Connection) {
  const textColumns = 'ref, order_id AS orderId, day, visitor_id AS visitorId, sealed';
  const text = db.prepare<[string], TextRow>(`SELECT ${textColumns} FROM texts WHERE ref = ?`);
  const dayOfOrder = db.prepare<[string], BusinessDay>('SELECT day FROM texts WHERE order_id = ?').pluck();
  const putText = db.prepare<[string, string, string, string | null, Buffer]>('INSERT INTO texts (ref, order_id, day, visitor_id, sealed) VALUES (?, ?, ?, ?, ?)');
  const dropText = db.prepare<[string]>('DELETE FROM texts WHERE ref = ?');
  const file = db.prepare<[string], FileRow>('SELECT ref, day, visitor_id AS visitorId, kind, sealed FROM files WHERE ref = ?');
  const filesOf = db.prepare<[string], { ref: FileRef; day: BusinessDay }>('SELECT ref, day FROM files WHERE visitor_id = ?');
  const putFile = db.prepare<[string, string, string | null, string, Buffer]>('INSERT INTO files (ref, day, visitor_id, kind, sealed) VALUES (?, ?, ?, ?, ?)');
  const dropFile = db.prepare<[string]>('DELETE FROM files WHERE ref = ?');
  const ofVisitor = ['texts', 'files'].map((table) => db.prepare<[string]>(`DELETE FROM ${table} WHERE visitor_id = ?`));
  const ofDay = ['texts', 'files'].map((table) => db.prepare<[string]>(`DELETE FROM ${table} WHERE day = ?`));
  const about = db.prepare<[string, string], number>('SELECT EXISTS (SELECT 1 FROM texts WHERE visitor_id = ?) OR EXISTS (SELECT 1 FROM files WHERE visitor_id = ?)').pluck();
  const days = db.prepare<[], BusinessDay>('SELECT day FROM texts UNION SELECT day FROM files').pluck();

  return {
    text: (ref: TextRef) => text.get(ref) ?? null,
    dayOfOrder: (orderId: string) => dayOfOrder.get(orderId) ?? null,
    putText: ({ ref, orderId, day, visitorId, sealed }: TextRow) => putText.run(ref, orderId, day, visitorId, sealed),
    dropText: (ref: TextRef) => dropText.run(ref),
    file: (ref: FileRef) => file.get(ref) ?? null,
    filesOf: (visitorId: VisitorId) => filesOf.all(visitorId),
    putFile: ({ ref, day, visitorId, kind, sealed }: FileRow) => putFile.run(ref, day, visitorId, kind, sealed),
    dropFile: (ref: FileRef) => dropFile.run(ref),
    areAbout: (visitorId: VisitorId) => about.get(visitorId, visitorId) === 1,
    dropOf: (visitorId: VisitorId) => ofVisitor.forEach((statement) => statement.run(visitorId)),
    dropDay: (day: BusinessDay) => ofDay.forEach((statement) => statement.run(day)),
    days: () => days.all(),
  };
}
