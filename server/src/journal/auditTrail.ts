// The audit trail, read from the journal on a connection of its own: the newest first, page by page. Each page looks through
// a bounded stretch, so that a question about years never holds up the hall; it only reads.
import type { EventData, EventPrivateFacts, EventType, HallEvent } from '@hall/core/domain/events';
import type { DeviceId } from '@hall/core/domain/ids';
import type { AuditEntry, AuditKind, AuditPage, AuditWhat } from '@hall/core/protocol/audit';
import { eventOf, type Row } from './chain.ts';
import { openToRead } from './database.ts';
import { rowColumns } from './sqliteJournal.ts';

export interface AuditQuestion {
  /** Only entries of a smaller sequence. */
  readonly before?: number | undefined;
  /** Only from this moment on, and only before that one, ms. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  /** Empty: all. */
  readonly kinds: readonly AuditKind[];
}

export interface AuditTrail {
  page(question: AuditQuestion): AuditPage;
  close(): void;
}

export const entriesAPage = 100;
/** Rows a page looks through at most: half a day of a busy hall, 15 ms. */
const mostRowsAPage = 10_000;

/** What makes a row one for the trail. A counter that its own clerk leaves is everyday; one that somebody else frees is not (C13). */
const conditions: Readonly<Record<AuditKind, string>> = {
  access: `type = 'accessNoted'`,
  people: `type = 'personSet'`,
  devices: `type IN ('deviceEnrolled', 'deviceRevoked', 'deviceDoubted', 'deviceTrusted')`,
  plan: `type IN ('planAdopted', 'planScheduled', 'planWithdrawn')`,
  tickets: `type = 'slipReprinted' OR (type IN ('ticketIssued', 'ticketReturned', 'appointmentBooked') AND json_extract(facts, '$.override') IS NOT NULL)
    OR (type = 'ticketCalled' AND json_extract(data, '$.picked') = 1)`,
  visitors: `type IN ('visitorSeen', 'visitorErased', 'visitorsOfDayErased', 'visitorExcused', 'ticketNoted', 'fileAttached')`,
  hall: `type IN ('issuingStopped', 'issuingResumed', 'dayOpened', 'dayClosed', 'epochStarted') OR (type = 'counterSignedOut' AND role IN ('manager', 'desk'))`,
};
const kinds = Object.keys(conditions) as AuditKind[];

/** Throws JournalRefused when the file is no journal of a form this program knows. `rowsAPage`: how far one page looks at most. */
export function openAuditTrail(file: string, rowsAPage = mostRowsAPage): AuditTrail {
  const db = openToRead(file);
  const head = db.prepare('SELECT coalesce(max(seq), 0) FROM events').pluck();
  const momentOf = db.prepare('SELECT at FROM events WHERE seq = ?').pluck();
  const statements = new Map<string, ReturnType<typeof prepare>>();
  const prepare = (condition: string) => db.prepare(`SELECT ${rowColumns} FROM events WHERE seq < ? AND seq >= ? AND (${condition}) ORDER BY seq DESC LIMIT ${entriesAPage}`).raw();
  const numbers = db.prepare<[number, number, string], { id: string; number: string }>(
    `SELECT json_extract(data, '$.ticketId') AS id, json_extract(data, '$.number') AS number FROM events
     WHERE seq < ? AND seq >= ? AND type = 'ticketIssued' AND json_extract(data, '$.ticketId') IN (SELECT value FROM json_each(?))`);

  /** Sequence of the first event at or after that moment: time never goes back along the journal. */
  function firstAt(moment: number): number {
    let low = 1;
    let high = (head.get() as number) + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((momentOf.get(middle) as number) < moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  function rows(condition: string, before: number, least: number): Row[] {
    const statement = statements.get(condition) ?? prepare(condition);
    statements.set(condition, statement);
    return statement.all(before, least) as Row[];
  }
  /** Numbers of tickets that the entries name by id alone, as far as they were issued in the stretch before. */
  function withNumbers(entries: readonly AuditEntry[]): AuditEntry[] {
    const unknown = entries.flatMap(({ what }) => ('ticketId' in what && what.number === null ? [what.ticketId] : []));
    const [newest] = entries;
    if (unknown.length === 0 || newest === undefined) return [...entries];
    const found = new Map(numbers.all(newest.seq, newest.seq - rowsAPage, JSON.stringify(unknown)).map(({ id, number }) => [id, number]));
    return entries.map((entry) => ('ticketId' in entry.what && entry.what.number === null ? { ...entry, what: { ...entry.what, number: found.get(entry.what.ticketId) ?? null } } : entry));
  }

  return {
    page({ before, from, until, kinds: asked }) {
      const first = from === undefined ? 1 : firstAt(from);
      const end = until === undefined ? (head.get() as number) + 1 : firstAt(until);
      const top = Math.min(before ?? end, end);
      const least = Math.max(first, top - rowsAPage);
      const condition = kinds.filter((kind) => asked.length === 0 || asked.includes(kind)).map((kind) => conditions[kind]).join(' OR ');
      const entries = rows(condition, top, least).flatMap((row) => entryOf(eventOf(row)));
      // A full page ends at its last entry; another one at the end of the stretch.
      const next = entries.length === entriesAPage ? (entries.at(-1)?.seq ?? least) : least;
      return { entries: withNumbers(entries), next: next > first ? next : null };
    },
    close: () => { db.close(); },
  };
}

/** Each kind of event that leaves a line, and what the line says; null: this one leaves none. */
const told: { readonly [T in EventType]?: (data: EventData<T>, facts: EventPrivateFacts<T>) => AuditWhat | null } = {
  accessNoted: (_data, { kind, personId, role, place }) => ({ kind: 'access', access: kind, personId, role, place }),
  personSet: (_data, person) => ({ kind: 'person', person }),
  deviceEnrolled: (_data, { deviceId, role, place, name }) => ({ kind: 'device', step: 'enrolled', deviceId, role, place, name }),
  deviceRevoked: (_data, { deviceId }) => known('revoked', deviceId),
  deviceDoubted: (_data, { deviceId }) => known('doubted', deviceId),
  deviceTrusted: (_data, { deviceId }) => known('trusted', deviceId),
  planAdopted: (_data, { changes }) => ({ kind: 'plan', step: 'adopted', changes: changes.length }),
  planScheduled: (_data, { changes }) => ({ kind: 'plan', step: 'scheduled', changes: changes.length }),
  planWithdrawn: () => ({ kind: 'plan', step: 'withdrawn', changes: 0 }),
  ticketIssued: ({ ticketId, number }, { override }) => (override === null ? null : { kind: 'issuedAnyway', ticketId, number, reasonId: override }),
  ticketReturned: ({ ticketId }, { override }) => (override === null ? null : { kind: 'returnedAnyway', ticketId, number: null, reasonId: override }),
  ticketCalled: ({ ticketId, number, counterId, picked }, { why }) => (picked ? { kind: 'picked', ticketId, number, counterId, reasonId: why.reasonId } : null),
  slipReprinted: ({ ticketId, nth }) => ({ kind: 'reprinted', ticketId, number: null, nth }),
  ticketNoted: (_data, { ticketId }) => ({ kind: 'noted', ticketId, number: null }),
  fileAttached: (_data, { ticketId }) => ({ kind: 'fileAttached', ticketId, number: null }),
  appointmentBooked: (_data, { date, from, override }) => (override === null ? null : { kind: 'bookedAnyway', date, from, reasonId: override }),
  visitorSeen: (_data, { visitorId, reasonId }) => ({ kind: 'visitor', step: 'seen', visitorId, reasonId }),
  visitorErased: (_data, { visitorId, reasonId }) => ({ kind: 'visitor', step: 'erased', visitorId, reasonId }),
  visitorExcused: (_data, { visitorId, reasonId }) => ({ kind: 'visitor', step: 'excused', visitorId, reasonId }),
  visitorsOfDayErased: (_data, { date, reasonId }) => ({ kind: 'visitorsErased', date, reasonId }),
  issuingStopped: ({ scope, reasonId }) => ({ kind: 'issuing', step: 'stopped', scope, reasonId }),
  issuingResumed: ({ scope }) => ({ kind: 'issuing', step: 'resumed', scope, reasonId: null }),
  counterSignedOut: ({ counterId }) => ({ kind: 'released', counterId }),
  dayOpened: ({ date, again }) => ({ kind: 'day', step: again ? 'openedAgain' : 'opened', date }),
  dayClosed: ({ date }) => ({ kind: 'day', step: 'closed', date }),
  epochStarted: ({ epoch }) => ({ kind: 'restored', epoch }),
};

/** A device that is only named by its key. */
const known = (step: 'revoked' | 'doubted' | 'trusted', deviceId: DeviceId): AuditWhat => ({ kind: 'device', step, deviceId, role: null, place: null, name: null });

function entryOf({ seq, at, type, data, staff }: HallEvent): AuditEntry[] {
  const tell = told[type] as ((data: unknown, facts: unknown) => AuditWhat | null) | undefined;
  const what = staff === undefined ? null : (tell?.(data, staff.facts) ?? null);
  return staff === undefined || what === null ? [] : [{ seq, at, by: staff.by, what }];
}
