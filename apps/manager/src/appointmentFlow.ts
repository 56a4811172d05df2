// The manager's page of appointments as a pure look at the hall: slots of today, days to come, who is blocked (H3, H4);
// and what became of an imported list.
import type { Hall } from '@hall/core/domain/hall';
import type { VisitorId } from '@hall/core/domain/ids';
import type { MaskedVisitor } from '@hall/core/domain/masked';
import type { Told } from '@hall/core/text/managerImportText';

export interface SlotRow {
  readonly from: string;
  readonly to: string;
  /** All that were not cancelled. */
  readonly booked: number;
  readonly checkedIn: number;
  /** Neither come nor over. */
  readonly toCome: number;
  /** The slot is over, and nobody came so far; the day close counts them as missed. */
  readonly late: number;
  readonly cancelled: number;
}

/** Every slot of that date with an appointment, in order. */
export function slotRows({ staff }: Readonly<Hall>, date: string, now: number): SlotRow[] {
  const rows = new Map<string, SlotRow>();
  for (const { date: on, from, to, toAt, state } of staff.appointments.values()) {
    if (on !== date) continue;
    const row = rows.get(`${from}${to}`) ?? { from, to, booked: 0, checkedIn: 0, toCome: 0, late: 0, cancelled: 0 };
    const isLate = state === 'missed' || (state === 'booked' && now >= toAt);
    rows.set(`${from}${to}`, {
      from, to,
      booked: row.booked + (state === 'cancelled' ? 0 : 1), checkedIn: row.checkedIn + (state === 'checkedIn' ? 1 : 0),
      toCome: row.toCome + (state === 'booked' && !isLate ? 1 : 0), late: row.late + (isLate ? 1 : 0), cancelled: row.cancelled + (state === 'cancelled' ? 1 : 0),
    });
  }
  return [...rows.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1));
}

export const slotTotal = (rows: readonly SlotRow[]): SlotRow => rows.reduce((sum, row) => ({
  from: '', to: '', booked: sum.booked + row.booked, checkedIn: sum.checkedIn + row.checkedIn, toCome: sum.toCome + row.toCome, late: sum.late + row.late, cancelled: sum.cancelled + row.cancelled,
}), { from: '', to: '', booked: 0, checkedIn: 0, toCome: 0, late: 0, cancelled: 0 });

export interface DayRow {
  readonly date: string;
  /** By a booking system or a list, and at the desk; the cancelled left out. */
  readonly imported: number;
  readonly byHand: number;
}

/** Days after that date with appointments, in order. */
export function dayRows({ staff }: Readonly<Hall>, today: string): DayRow[] {
  const rows = new Map<string, DayRow>();
  for (const { date, externalId, state } of staff.appointments.values()) {
    if (date <= today || state === 'cancelled') continue;
    const row = rows.get(date) ?? { date, imported: 0, byHand: 0 };
    rows.set(date, externalId === null ? { ...row, byHand: row.byHand + 1 } : { ...row, imported: row.imported + 1 });
  }
  return [...rows.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

export interface BlockedRow {
  readonly visitorId: VisitorId;
  readonly until: string;
  readonly missedOn: readonly string[];
}

/** Who may not book on that date, the longest block first. */
export const blockedRows = ({ staff }: Readonly<Hall>, today: string): BlockedRow[] =>
  [...staff.blocks].filter(([, until]) => until >= today)
    .map(([visitorId, until]) => ({ visitorId, until, missedOn: [...(staff.noShows.get(visitorId) ?? [])] }))
    .sort((a, b) => (a.until === b.until ? 0 : a.until > b.until ? -1 : 1));

/** What a list tells of him; null when his data has been erased (V1). */
export const visitorName = ({ name, phone, idNumber }: MaskedVisitor): string => name ?? phone ?? idNumber ?? '*';

export interface RowTold {
  readonly row: number;
  readonly externalId: string | null;
  readonly status: 200 | 201 | 409 | 422 | 503;
  readonly appointment: { readonly code: string } | null;
  readonly faults: readonly (Told & { readonly field: string | null })[];
}
export interface Imported {
  readonly booked: number;
  readonly same: number;
  readonly refused: number;
  readonly ignoredColumns: readonly string[];
  readonly results: readonly RowTold[];
}

/** Larger files are not sent. */
export const listBytesAtMost = 2 * 1_024 * 1_024;
/** A table of thousands of rows would hold up the page; whoever wants them all imports in parts. */
const rowsShown = 500;

export const rowsToShow = ({ results }: Imported, onlyBad: boolean): RowTold[] => results.filter(({ status }) => !onlyBad || status > 201).slice(0, rowsShown);

/** A list with its header and one line to write over; with the mark that makes spreadsheets read it as UTF-8. */
export const templateCsv = (serviceName: string, date: string, from: string): string =>
  `\uFEFF外部编号,事项名称,日期,时段,姓名,手机号,证件号码,预约码\r\nYY-0001,${/[",\n]/u.test(serviceName) ? `"${serviceName.replaceAll('"', '""')}"` : serviceName},${date},${from},张三,13800001234,,\r\n`;
