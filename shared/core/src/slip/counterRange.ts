// Counter numbers as people read them: "1–5、9". Used where a visitor is told where to go.
import type { CounterId } from '../domain/ids.ts';
import type { Language } from '../text/language.ts';

const separators: Readonly<Record<Language, string>> = { zh: '、', en: ', ' };

/** Neighbours from three on become a range; the order is that of the numbers, whatever the plan's order. */
export function counterRange(ids: readonly CounterId[], language: Language): string {
  const numbers = [...new Set(ids.map(Number))].sort((a, b) => a - b);
  const runs: [from: number, to: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const between = separators[language];
  return runs.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}${between}${to}` : `${from}–${to}`)).join(between);
}
