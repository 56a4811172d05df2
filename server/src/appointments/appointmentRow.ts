// One row of a list of appointments: what it must say, and how dates, times and numbers may be written. Pure.
// A cell that is no plain text is refused, never mended by guessing.
import { z } from 'zod';
import { isPlainText } from '@hall/core/base/plainText';
import type { BusinessDay, ServiceId } from '@hall/core/domain/ids';
import { businessDaySchema, timeOfDaySchema } from '@hall/core/domain/ids';
import type { Plan } from '@hall/core/domain/plan';
import { idNumberOf, phoneOf, type ToldVisitor } from '@hall/core/domain/visitor';
import { rowFault, type RowFaultCode, type Told } from '@hall/core/text/managerImportText';

export const rowFields = ['externalId', 'serviceId', 'service', 'date', 'time', 'name', 'phone', 'idNumber', 'code'] as const;
export type RowField = (typeof rowFields)[number];
/** As it came: nothing of it has been looked at. */
export type RawRow = Readonly<Partial<Record<RowField, unknown>>> & { readonly tooManyCells?: true };

export interface RowFault extends Told {
  /** Null: the row as a whole. */
  readonly field: string | null;
}

/** A row that can be booked. */
export interface WantedAppointment {
  readonly externalId: string;
  readonly serviceId: ServiceId;
  readonly date: BusinessDay;
  readonly from: string;
  /** Null: the server makes one. */
  readonly code: string | null;
  /** Null: nobody is named. */
  readonly visitor: ToldVisitor | null;
}

/** What the documentation tells of a row; the row itself is looked at field by field, so that every fault of it is told. */
export const rowSchema = z.strictObject({
  externalId: z.string().max(64).describe('The booking system\'s own name for the appointment. The same row again books nothing twice.'),
  serviceId: z.string().optional().describe('Id of the service in the plan; or `service`.'),
  service: z.string().optional().describe('Name of the service in Chinese or English, where it is the only one of that name.'),
  date: z.string().describe('YYYY-MM-DD; also 2026/3/2 and 2026年3月2日.'),
  time: z.string().describe('Begin of the slot, HH:MM; of "09:00-09:30" the begin is taken.'),
  name: z.string().max(40).optional(),
  phone: z.string().max(20).optional(),
  idNumber: z.string().max(30).optional(),
  code: z.string().optional().describe('What the visitor types at the kiosk, 4 to 16 digits or letters; absent: six digits are made.'),
});

const most: Readonly<Record<RowField, number>> = { externalId: 64, serviceId: 32, service: 120, date: 20, time: 24, name: 40, phone: 20, idNumber: 30, code: 16 };

/** `planOn`: the plan of a date, by whose names a service is looked for. */
export function readRow(raw: unknown, planOn: (date: BusinessDay | null) => Plan): { readonly wanted: WantedAppointment } | { readonly wanted: null; readonly faults: RowFault[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { wanted: null, faults: [{ field: null, ...rowFault('noForm') }] };
  const faults: RowFault[] = [];
  const refuse = (field: string | null, code: RowFaultCode, fact: string | number = ''): null => {
    faults.push({ field, ...rowFault(code, { zh: fact, en: fact }) });
    return null;
  };
  const row = raw as RawRow;
  if (row.tooManyCells === true) refuse(null, 'tooManyCells');
  for (const key of Object.keys(row)) if (key !== 'tooManyCells' && !rowFields.some((field) => field === key)) refuse(key.slice(0, 40), 'unknownField');
  /** The cell as text; null when it is empty or not to be used. */
  const cell = (field: RowField): string | null => {
    const value = row[field];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' && typeof value !== 'number') return refuse(field, 'noForm');
    // ="138…" is how spreadsheets are told to keep a number as text.
    const text = String(value).normalize('NFC').trim().replace(/^="([0-9A-Za-z-]*)"$/u, '$1');
    if (text === '') return null;
    if (!isPlainText(text)) return refuse(field, 'controlSigns');
    if (text.length > most[field]) return refuse(field, 'tooLong', most[field]);
    if (/^[=@]/u.test(text) || (/^[+-]/u.test(text) && !/^\+\d[\d ()-]*$/u.test(text))) return refuse(field, 'formula');
    return text;
  };
  const checked = (field: RowField, isRight: (text: string) => boolean, code: RowFaultCode): string | null => {
    const text = cell(field);
    if (text === null || isRight(text)) return text;
    return refuse(field, /^\d(?:\.\d+)?E\+\d+$/iu.test(text) ? 'shortenedNumber' : code);
  };
  const needed = <T>(field: RowField, value: T | null): T | null => {
    if (value === null && faults.every((one) => one.field !== field)) refuse(field, 'missing');
    return value;
  };
  const externalId = needed('externalId', checked('externalId', (text) => !/^\d(?:\.\d+)?E\+\d+$/iu.test(text), 'wrongCode'));
  const date = needed('date', dateOf(checked('date', (text) => dateOf(text) !== null, 'wrongDate')));
  const serviceId = serviceOf(planOn(date), cell('serviceId'), cell('service'), refuse, needed);
  const from = needed('time', timeOf(checked('time', (text) => timeOf(text) !== null, 'wrongTime')));
  const name = cell('name');
  const phone = checked('phone', (text) => phoneOf(text) !== '' && /^[+\d][\d ()（）-]{5,19}$/u.test(text), 'wrongPhone');
  const idNumber = checked('idNumber', (text) => idNumberOf(text) !== '' && /^[0-9A-Za-z()（）·-]{6,30}$/u.test(text), 'wrongIdNumber');
  const code = checked('code', (text) => /^[0-9A-Za-z]{4,16}$/u.test(text), 'wrongCode');
  if (faults.length > 0 || externalId === null || serviceId === null || date === null || from === null) return { wanted: null, faults };
  const visitor = name === null && phone === null && idNumber === null ? null : { name, phone, idNumber };
  return { wanted: { externalId, serviceId, date, from, code, visitor } };
}

type Refuse = (field: string, code: RowFaultCode, fact?: string) => null;

/** By id, else by its name where that is the only one; the hall itself says when the id is unknown. */
function serviceOf(plan: Plan, id: string | null, name: string | null, refuse: Refuse, needed: <T>(field: RowField, value: T | null) => T | null): ServiceId | null {
  if (id !== null) return id as ServiceId;
  if (name === null) return needed('service', null);
  const [found, ...others] = plan.services.filter((service) => service.name.zh === name || service.name.en.toLowerCase() === name.toLowerCase());
  if (found === undefined) return refuse('service', 'noSuchServiceName');
  return others.length > 0 ? refuse('service', 'severalServices', [found, ...others].map((one) => one.id).join(' ')) : found.id;
}

function dateOf(text: string | null): BusinessDay | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text ?? '') ?? [];
  const date = businessDaySchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date.success ? date.data : null;
}

/** 9:30, 09:30, 09:30:00, 9：30, and the begin of 09:30-10:00. */
function timeOf(text: string | null): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:：](\d{2})(?:[:：]00)?(?:\s*[-–—~～至]\s*\d{1,2}[:：]\d{2}(?:[:：]00)?)?$/u.exec(text ?? '') ?? [];
  const time = timeOfDaySchema.safeParse(`${hour.padStart(2, '0')}:${minute}`);
  return time.success ? time.data : null;
}
