// The manager's page of plans: what became of a file that was checked or confirmed, and places in words. Pure; the screens show it.
import type { Plan } from '@hall/core/domain/plan';
import type { PlanChange } from '@hall/core/domain/planChanges';
import type { Language } from '@hall/core/text/language';
import type { Told } from '@hall/core/text/managerImportText';
import type { PlanFaultText } from '@hall/core/text/managerPlanFaultText';
import { managerPlanTexts } from '@hall/core/text/managerPlanText';
import type { Asked } from './hallApi.ts';

export type From = 'now' | 'nextDay';

export interface Taken {
  readonly from: From;
  readonly adopted: boolean;
  readonly changes: readonly PlanChange[];
  /** Of a check: what would refuse it. */
  readonly faults: readonly PlanFaultText[];
}

/** Where an import stands. Only `ready` can be confirmed, and only for the moment it was checked for. */
export type Import =
  | { readonly step: 'none' }
  | { readonly step: 'checking' }
  | { readonly step: 'ready'; readonly from: From; readonly changes: readonly PlanChange[] }
  | { readonly step: 'faulty'; readonly faults: readonly PlanFaultText[] }
  | { readonly step: 'refused'; readonly told: Told }
  | { readonly step: 'away' }
  | { readonly step: 'taken'; readonly from: From };

/** What an answer to a check or a confirmation makes of it. */
export function importAfter(answer: Asked<Taken>): Import {
  if (answer.kind === 'away') return { step: 'away' };
  if (answer.kind === 'refused') return answer.faults.length > 0 ? { step: 'faulty', faults: answer.faults } : { step: 'refused', told: answer.told };
  const { adopted, from, changes, faults } = answer.body;
  if (faults.length > 0) return { step: 'faulty', faults };
  return adopted ? { step: 'taken', from } : { step: 'ready', from, changes };
}

/** Larger files are not sent. */
export const planBytesAtMost = 4 * 1_024 * 1_024;

type Part = keyof (typeof managerPlanTexts)['zh']['parts'];

/**
 * A place in words; the exact one stands beside it. Changes name things by id, and with their plan by name ("事项 · S012 企业设立登记");
 * faults count them, since the file may have no ids that hold ("事项 · 第 13 项"). Special dates have no ids at all.
 */
export function placeText(place: string, plan: Plan | null, language: Language): string {
  const words = managerPlanTexts[language];
  const [, part = '', item] = /^(\w+)(?:\.\w+)*?(?:\[([^\]]+)\])?/u.exec(place) ?? [];
  const name = part in words.parts ? words.parts[part as Part] : part === '' ? words.wholeFile : part;
  if (item === undefined) return name;
  const list: unknown = plan === null ? null : plan[part as keyof Plan];
  const found: unknown = Array.isArray(list) ? list.find((one: unknown) => isNamed(one) && one.id === item) : null;
  if (isNamed(found)) return `${name} · ${found.id} ${found.name[language]}`;
  return `${name} · ${(plan === null || part === 'exceptions') && /^\d+$/u.test(item) ? words.nth(Number(item) + 1) : item}`;
}

const isNamed = (one: unknown): one is { id: string; name: Record<Language, string> } =>
  typeof one === 'object' && one !== null && 'id' in one && 'name' in one && typeof one.name === 'object';

/** A value of a change as people read it; JSON where there is nothing simpler. */
export function valueText(place: string, json: string | null, language: Language): string {
  const words = managerPlanTexts[language];
  if (json === null || json === 'null') return words.absent;
  if (json === 'true' || json === 'false') return json === 'true' ? words.yes : words.no;
  if (/Ms$/u.test(place) && /^\d+$/u.test(json)) return Number(json) % 60_000 === 0 && json !== '0' ? words.minutes(Number(json) / 60_000) : words.seconds(Number(json) / 1_000);
  // A thing that came or went is told by its name; its JSON may have been cut.
  const name = new RegExp(`^\\{.*?"name":\\{[^}]*?"${language}":"([^"]+)"`, 'u').exec(json)?.[1];
  return name ?? /^"(.*)"$/u.exec(json)?.[1] ?? json;
}

/** The last entry of a long list says how many more there are. */
export const moreOf = ({ place }: PlanChange): string | null => /^… (\d+)$/u.exec(place)?.[1] ?? null;

/** A file's name for an export, as in `plan-2026-03-02.json`. */
export const exportName = (date: string): string => `plan-${date}.json`;
