// Finding a service by pinyin initials, pinyin or words: "sfz", "shenfenzheng" and "card" find 居民身份证申领换领. Pinyin is
// the library's business (pinyin-pro), loaded when it is first needed; here is what counts as a find and in which order.
import type { ServiceId } from '@hall/core/domain/ids';
import type { Plan } from '@hall/core/domain/plan';

/** Where the letters stand in a Chinese text, or null: pinyin-pro's `match`. */
export type PinyinMatch = (text: string, letters: string) => readonly number[] | null;

/** Both ways of typing are understood: initials alone, and whole syllables begun. */
export async function loadPinyin(): Promise<PinyinMatch> {
  const { match } = await import('pinyin-pro');
  return (text, letters) => match(text, letters.toLowerCase(), { precision: 'start', lastPrecision: 'start', continuous: true, space: 'ignore' });
}

export interface Found {
  readonly id: ServiceId;
  /** Smaller is better. */
  readonly weight: number;
}

/** Services for what was typed, the best first; all, in the plan's order, when nothing was. */
export function findServices({ services, departments }: Pick<Plan, 'services' | 'departments'>, typed: string, pinyin: PinyinMatch): ServiceId[] {
  const asked = typed.trim().toLowerCase();
  if (asked === '') return services.map(({ id }) => id);
  const found: Found[] = [];
  for (const { id, departmentId, name, featured } of services) {
    const department = departments.find((one) => one.id === departmentId);
    const ownWeight = weightIn(name.zh, name.en, asked, pinyin);
    const weight = ownWeight ?? (department === undefined ? null : addTo(weightIn(department.name.zh, department.name.en, asked, pinyin), 10));
    if (weight !== null) found.push({ id, weight: weight * 2 - (featured ? 1 : 0) });
  }
  return found.sort((a, b) => a.weight - b.weight).map(({ id }) => id);
}

const addTo = (weight: number | null, more: number): number | null => (weight === null ? null : weight + more);

function weightIn(zh: string, en: string, asked: string, pinyin: PinyinMatch): number | null {
  if (zh.includes(asked)) return zh.startsWith(asked) ? 0 : 1;
  const at = pinyin(zh, asked)?.[0];
  if (at !== undefined) return at === 0 ? 0 : 2;
  const words = en.toLowerCase().split(/[^a-z0-9]+/);
  return words.some((_word, nth) => words.slice(nth).join('').startsWith(asked)) ? 3 : null;
}
