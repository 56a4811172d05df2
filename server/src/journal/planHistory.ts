// The plans of the past, read from the journal: which one held on a day, and who changed what, when. It only reads, on a
// connection of its own. The events it needs are few and have an index; a journal without it is read more slowly.
import type { Actor } from '@hall/core/domain/actor';
import type { BusinessDay } from '@hall/core/domain/ids';
import type { Plan } from '@hall/core/domain/plan';
import type { PlanChange } from '@hall/core/domain/planChanges';
import { openToRead } from './database.ts';

/** `begun`: it had been scheduled, and its day has begun. */
export type PlanStep = 'adopted' | 'scheduled' | 'withdrawn' | 'begun';

export interface PlanEntry {
  readonly seq: number;
  readonly at: number;
  readonly by: Pick<Actor, 'role' | 'place'>;
  readonly step: PlanStep;
  readonly changes: readonly PlanChange[];
}

export interface PlanHistory {
  /** The newest first; `before` a sequence for the next page. */
  entries(most: number, before?: number): PlanEntry[];
  /** As it was at the end of that business day, or is now if the day is still open; null when no such day was opened. */
  on(date: BusinessDay): Plan | null;
  close(): void;
}

/** Word for word the condition of the index: only then SQLite uses it. */
const indexed = `type IN ('planAdopted', 'planScheduled', 'planWithdrawn', 'dayOpened', 'dayClosed')`;

interface EntryRow { readonly seq: number; readonly at: number; readonly role: Actor['role']; readonly place: string; readonly type: string; readonly changes: string | null; readonly begins: 0 | 1 }
interface PlanRow { readonly data: string; readonly facts: string }

/** Throws JournalRefused when the file is no journal of a form this program knows. */
export function openPlanHistory(file: string): PlanHistory {
  const db = openToRead(file);
  const entries = db.prepare<[number, number], EntryRow>(
    `SELECT e.seq, e.at, e.role, e.place, e.type, json_extract(e.facts, '$.changes') AS changes,
       EXISTS (SELECT 1 FROM events o WHERE o.seq = e.seq + 1 AND o.type = 'dayOpened' AND o.command_id = e.command_id) AS begins
     FROM events e WHERE e.${indexed} AND e.type IN ('planAdopted', 'planScheduled', 'planWithdrawn') AND e.seq < ? ORDER BY e.seq DESC LIMIT ?`);
  const closed = db.prepare<[string], number | null>(`SELECT max(seq) FROM events WHERE ${indexed} AND type = 'dayClosed' AND day = ?`).pluck();
  const opened = db.prepare<[string], number | null>(`SELECT max(seq) FROM events WHERE ${indexed} AND type = 'dayOpened' AND day = ?`).pluck();
  const adopted = db.prepare<[number], PlanRow>(`SELECT data, facts FROM events WHERE ${indexed} AND type = 'planAdopted' AND seq <= ? ORDER BY seq DESC LIMIT 1`);
  return {
    entries: (most, before = Number.MAX_SAFE_INTEGER) => entries.all(before, most).map(({ seq, at, role, place, type, changes, begins }) => ({
      seq, at, by: { role, place }, changes: changes === null ? [] : (JSON.parse(changes) as PlanChange[]),
      step: type === 'planScheduled' ? 'scheduled' : type === 'planWithdrawn' ? 'withdrawn' : begins === 1 ? 'begun' : 'adopted',
    })),
    on(date) {
      const begin = opened.get(date) ?? null;
      if (begin === null) return null;
      const end = closed.get(date) ?? null;
      // Opened again after its close, it goes on; still open, its plan is the present one.
      const row = adopted.get(end === null || end < begin ? Number.MAX_SAFE_INTEGER : end);
      if (row === undefined) return null;
      const { plan } = JSON.parse(row.data) as { plan: Plan };
      const { staff } = JSON.parse(row.facts) as Pick<Plan, 'staff'>;
      return staff === undefined ? plan : { ...plan, staff };
    },
    close: () => { db.close(); },
  };
}
