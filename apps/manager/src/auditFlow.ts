// The page of the audit trail: what is asked of the server, and the lines as they are read. Pure.
import { localTime } from '@hall/core/base/localTime';
import type { AuditEntry, AuditKind } from '@hall/core/protocol/audit';
import { auditLine, auditWho, type AuditNames } from '@hall/core/text/auditText';
import type { Language } from '@hall/core/text/language';

export interface AuditAsked {
  readonly before: number | null;
  /** `YYYY-MM-DD`, or empty. */
  readonly day: string;
  readonly kind: AuditKind | null;
  readonly language?: Language;
}

export function auditPath(path: string, { before, day, kind, language }: AuditAsked): string {
  const asked = new URLSearchParams();
  if (before !== null) asked.set('before', String(before));
  if (day !== '') asked.set('day', day);
  if (kind !== null) asked.set('kinds', kind);
  if (language !== undefined) asked.set('language', language);
  const text = asked.toString();
  return text === '' ? path : `${path}?${text}`;
}

export interface AuditRow {
  readonly seq: number;
  readonly when: string;
  readonly person: string;
  readonly place: string;
  readonly what: string;
  readonly kind: string;
  /** Somebody should look: a wrong password, a key in two places, a restore. */
  readonly isAlert: boolean;
}

export const auditRows = (entries: readonly AuditEntry[], names: AuditNames, language: Language, zone: string): AuditRow[] => entries.map((entry) => {
  const { seq, at, what } = entry;
  const { date, time } = localTime(at, zone);
  const isAlert = (what.kind === 'access' && what.access === 'wrongPassword') || (what.kind === 'device' && what.step === 'doubted') || what.kind === 'restored';
  return { seq, when: `${date} ${time}`, ...auditWho(entry, names, language), what: auditLine(what, names, language), kind: what.kind === 'access' ? what.access : what.kind, isAlert };
});
