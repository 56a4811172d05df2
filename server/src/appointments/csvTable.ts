// A list of appointments as spreadsheets write it: UTF-8 with or without a mark in front, GB18030, or UTF-16; comma,
// semicolon or tab; header in Chinese or English. Cells stay text. Nothing is trusted: whatever is no such table is told and left.
import { CsvError, parse } from 'csv-parse/sync';
import { apiProblem, type Told } from '@hall/core/text/managerImportText';
import { rowFields, type RawRow, type RowField } from './appointmentRow.ts';

export const maxRows = 5_000;
/** A row of ours has below 300 signs. */
const maxRowBytes = 16 * 1_024;
/** Spreadsheets leave empty lines behind the last row; more than so many lines are not looked at. */
const maxLines = 20_000;

export interface CsvTable {
  /** `row` as the spreadsheet counts: the header is 1. */
  readonly rows: readonly { readonly row: number; readonly cells: RawRow }[];
  /** Columns nobody here knows; they are left out. */
  readonly ignoredColumns: readonly string[];
}
type Read = { readonly table: CsvTable } | { readonly table: null; readonly problem: Told };

/** Names a header may use, without spaces, signs and capitals. */
const columnNames: Readonly<Record<RowField, readonly string[]>> = {
  externalId: ['externalid', 'id', 'bookingid', '外部编号', '预约编号', '预约单号', '预约号', '订单号', '业务流水号'],
  serviceId: ['serviceid', 'serviceno', '事项编号', '事项编码', '事项代码'],
  service: ['service', 'servicename', '事项', '事项名称', '办理事项', '预约事项', '业务名称'],
  date: ['date', 'day', '日期', '预约日期', '办理日期'],
  time: ['time', 'slot', 'from', '时间', '时段', '预约时间', '预约时段', '办理时间'],
  name: ['name', 'visitor', '姓名', '办事人', '预约人', '联系人', '申请人'],
  phone: ['phone', 'mobile', 'tel', 'telephone', '手机', '手机号', '手机号码', '电话', '联系电话', '电话号码'],
  idNumber: ['idnumber', 'idno', 'idcard', 'documentnumber', '身份证', '身份证号', '身份证号码', '证件号', '证件号码'],
  code: ['code', '预约码', '取号码', '验证码', '签到码'],
};

export function readCsv(bytes: Buffer): Read {
  const decoded = decode(bytes);
  if (decoded.text === null) return { table: null, problem: decoded.problem };
  const records = recordsOf(decoded.text);
  if (records.all === null) return { table: null, problem: records.problem };
  const [header = [], ...lines] = records.all;
  if (header.every((cell) => cell.trim() === '')) return { table: null, problem: apiProblem('noRows') };
  const columns = columnsOf(header);
  if (columns.places === null) return { table: null, problem: columns.problem };
  const { places, ignored } = columns;
  const rows = lines.flatMap((cells, index) => (cells.every((cell) => cell.trim() === '') ? [] : [{ row: index + 2, cells: cellsOf(places, cells, header.length) }]));
  if (rows.length > maxRows || lines.length >= maxLines) return { table: null, problem: apiProblem('tooManyRows', maxRows) };
  return rows.length === 0 ? { table: null, problem: apiProblem('noRows') } : { table: { rows, ignoredColumns: ignored } };
}

type Decoded = { readonly text: string } | { readonly text: null; readonly problem: Told };

function decode(bytes: Buffer): Decoded {
  // "PK", or the head of an old workbook: somebody chose the workbook itself.
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) || bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return { text: null, problem: apiProblem('isWorkbook') };
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!isWide && bytes.includes(0)) return { text: null, problem: apiProblem('notText') };
  // UTF-8 first: text in GB18030 is almost never valid UTF-8, while the reverse happens.
  for (const encoding of isWide ? [bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030']) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return { text: null, problem: apiProblem('unknownEncoding') };
}

function recordsOf(text: string): { readonly all: string[][] } | { readonly all: null; readonly problem: Told } {
  try {
    return { all: parse(text, { delimiter: delimiterOf(text), max_record_size: maxRowBytes, relax_column_count: true, skip_empty_lines: false, to: maxLines + 1 }) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return { all: null, problem: apiProblem(error.code === 'CSV_MAX_RECORD_SIZE' ? 'lineTooLong' : 'notCsv', line) };
  }
}

/** Whatever stands most often in the first line. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 4_096).split(/\r?\n/u, 1)[0] ?? '';
  const count = (sign: string): number => first.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

type Columns = { readonly places: ReadonlyMap<RowField, number>; readonly ignored: string[] } | { readonly places: null; readonly problem: Told };

function columnsOf(header: readonly string[]): Columns {
  const places = new Map<RowField, number>();
  const ignored: string[] = [];
  for (const [index, name] of header.entries()) {
    const field = rowFields.find((one) => columnNames[one].includes(plain(name)));
    if (field !== undefined && places.has(field)) return { places: null, problem: apiProblem('columnTwice', shown(name)) };
    if (field !== undefined) places.set(field, index);
    else if (name.trim() !== '') ignored.push(shown(name));
  }
  const missing = (['externalId', 'date', 'time'] as const).filter((field) => !places.has(field)).map(columnShown);
  if (!places.has('serviceId') && !places.has('service')) missing.push(columnShown('service'));
  return missing.length > 0 ? { places: null, problem: apiProblem('columnMissing', missing.join(', ')) } : { places, ignored };
}

/** As in "externalId (外部编号)". */
const columnShown = (field: RowField): string => `${field} (${columnNames[field].find((name) => /\p{Script=Han}/u.test(name)) ?? ''})`;
/** A header is repeated to whoever sent it, but not at any length. */
const shown = (name: string): string => name.replaceAll(/\p{C}/gu, '').trim().slice(0, 40);

function cellsOf(places: ReadonlyMap<RowField, number>, cells: readonly string[], width: number): RawRow {
  const raw: RawRow = Object.fromEntries([...places].map(([field, index]) => [field, cells[index] ?? '']));
  return cells.slice(width).some((cell) => cell.trim() !== '') ? { ...raw, tooManyCells: true } : raw;
}
