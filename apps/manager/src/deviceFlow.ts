// The manager's page of devices: the form that lets one in, and who belongs to the hall. Pure; the screens show it.
// Which places fit a role stands in devicePlaces.ts.
import { roleSchema, type Role } from '@hall/core/domain/actor';
import type { Device } from '@hall/core/domain/device';
import type { Plan } from '@hall/core/domain/plan';
import type { Language } from '@hall/core/text/language';
import type { managerDeviceTexts } from '@hall/core/text/managerDeviceText';
import type { Told } from '@hall/core/text/managerImportText';
import { isInPlan, isPlace, placeName, screenOf } from './devicePlaces.ts';
import type { Asked } from './hallApi.ts';

/** As GET /api/devices tells it. */
export interface AskingDevice {
  readonly deviceId: string;
  readonly waitsMs: number;
  readonly address: string;
}

/** Who has waited longest stands first; IPv4 addresses without their dress. */
export const askingRows = (asking: readonly AskingDevice[]): AskingDevice[] =>
  asking.map((one) => ({ ...one, address: one.address.replace(/^::ffff:(?=\d+\.)/u, '') })).sort((a, b) => b.waitsMs - a.waitsMs);

const codeLength = 8;

/** A code while it is typed: capitals in two groups of four, and where the caret belongs after that. */
export function typedCode(text: string, caret: number): { text: string; caret: number } {
  const signs = (part: string): string => part.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '').slice(0, codeLength);
  const before = signs(text.slice(0, caret)).length;
  return { text: signs(text).replace(/^(.{4})(?=.)/u, '$1 '), caret: before > 4 ? before + 1 : before };
}
export const plainCode = (text: string): string => typedCode(text, 0).text.replace(' ', '');
/** Digits of a check number while it is typed. */
export const typedCheck = (text: string): string => text.replaceAll(/\D/gu, '').slice(0, 6);

export interface EnrolForm {
  readonly code: string;
  readonly check: string;
  readonly role: Role;
  readonly place: string;
  readonly name: string;
}
export type Missing = keyof (typeof managerDeviceTexts)['zh']['missing'];

/** The first thing that still keeps the form from being sent; null: it can go. */
export function missingOf({ code, check, place, name }: EnrolForm): Missing | null {
  const plain = plainCode(code);
  // Devices never show these, so whoever types one has misread another.
  if (/[01OIL]/u.test(plain)) return 'letters';
  if (plain.length < codeLength) return 'code';
  if (check.length < 6) return 'check';
  if (place === '') return 'place';
  if (!isPlace(place)) return 'placeForm';
  return name.trim() === '' ? 'name' : null;
}

/** Where letting in stands. A `stranger` is warned of, in other words than a slip of the fingers. */
export type Enrolling =
  | { readonly step: 'none' }
  | { readonly step: 'sending' }
  | { readonly step: 'enrolled'; readonly role: Role; readonly place: string; readonly name: string }
  | { readonly step: 'stranger'; readonly told: Told }
  | { readonly step: 'refused'; readonly told: Told }
  | { readonly step: 'away' };

/** What the server's answer makes of a form that was sent. */
export function enrollingAfter(answer: Asked<unknown>, { role, place, name }: Pick<EnrolForm, 'role' | 'place' | 'name'>): Enrolling {
  if (answer.kind === 'away') return { step: 'away' };
  if (answer.kind === 'told') return { step: 'enrolled', role, place, name };
  const { told } = answer;
  // The last of the wrong check numbers ends the code; the device is no less strange for it.
  return { step: told.code === 'otherDevice' || told.code === 'triesUsed' ? 'stranger' : 'refused', told };
}

export interface DeviceRow extends Pick<Device, 'id' | 'role' | 'place' | 'name' | 'enrolledAt' | 'doubtedAt'> {
  readonly placeText: string;
  /** Its counter or board is no longer in the plan. */
  readonly isGone: boolean;
}

/** By role, boards before counter screens, then by place: 2 before 10. */
export function deviceRows(devices: Iterable<Device>, plan: Plan, language: Language): DeviceRow[] {
  const rows = [...devices].map(({ id, role, place, name, enrolledAt, doubtedAt }) => ({
    id, role, place, name, enrolledAt, doubtedAt, placeText: placeName(role, place, plan, language), isGone: !isInPlan(role, place, plan),
  }));
  const order = new Intl.Collator('en', { numeric: true });
  return rows.sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || rankOf(a) - rankOf(b) || order.compare(a.place, b.place) || a.enrolledAt - b.enrolledAt);
}

/** The board of the whole hall first, counter screens last. */
const rankOf = ({ role, place }: DeviceRow): number => (role !== 'display' || place === 'hall' ? 0 : screenOf(place) === null ? 1 : 2);

export const roles: readonly Role[] = roleSchema.options;

/** Those whose key is in use at two addresses, the newest first: each waits for a person. */
export const doubtedRows = (rows: readonly DeviceRow[]): DeviceRow[] => rows.filter(({ doubtedAt }) => doubtedAt !== null).sort((a, b) => (b.doubtedAt ?? 0) - (a.doubtedAt ?? 0));

/** How many there are of each role that there is. */
export const roleCounts = (rows: readonly DeviceRow[]): { role: Role; count: number }[] =>
  roles.map((role) => ({ role, count: rows.filter((row) => row.role === role).length })).filter(({ count }) => count > 0);
