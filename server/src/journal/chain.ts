// The hash chain (rule J2): each row's SHA-256 covers the row before it and everything the row says.
import { hash } from 'node:crypto';
import type { HallEvent } from '@hall/core/domain/events';

/** One event as it is stored; the order of these fields is the order they are hashed in. */
export type Row = readonly [
  seq: number,
  day: string | null,
  at: number,
  role: string,
  place: string,
  personId: string | null,
  commandId: string,
  commandHash: string,
  /** 0, 1, … for the events of one command. */
  part: number,
  type: string,
  v: number,
  data: string,
  facts: string,
];

/** Hash of a row in hex, given the hash before it. */
export const chained = (before: string, row: Row): string => hash('sha256', before + JSON.stringify(row), 'hex');

/** Hash of a day close's snapshot: bound to its event, and over every sign of the text. */
export const anchored = (eventHash: string, text: string): string => hash('sha256', eventHash + text, 'hex');

export function rowOf(event: HallEvent, commandHash: string, part: number): Row {
  const { seq, day, at, type, v, data, staff } = event;
  if (staff === undefined) throw new Error(`event ${seq} without its staff part cannot be journaled`);
  const { by, commandId, facts } = staff;
  return [seq, day, at, by.role, by.place, by.personId, commandId, commandHash, part, type, v, JSON.stringify(data), JSON.stringify(facts)];
}

/** The event of a stored row. Rows were written by us and their chain was checked: their form is trusted. */
export function eventOf(row: Row): HallEvent {
  const [seq, day, at, role, place, personId, commandId, , , type, v, data, facts] = row;
  return {
    seq, at, day, type, v, data: JSON.parse(data) as unknown,
    staff: { by: { role, place, personId }, commandId, facts: JSON.parse(facts) as unknown },
  } as HallEvent;
}
