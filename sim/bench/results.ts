// What was measured, against what was wanted: medians, the table, and one line for machines.

export interface Result {
  readonly part: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Null: measured for comparison only. */
  readonly target: { readonly atLeast: number } | { readonly atMost: number } | null;
}

export function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

export const isMet = ({ value, target }: Result): boolean =>
  target === null || ('atLeast' in target ? value >= target.atLeast : value <= target.atMost);

export function tableOf(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.part, result.name, `${shown(result.value)} ${result.unit}`.trim(),
    result.target === null ? '' : 'atLeast' in result.target ? `≥ ${shown(result.target.atLeast)}` : `≤ ${shown(result.target.atMost)}`,
    result.target === null ? '' : isMet(result) ? 'met' : 'MISSED',
  ]);
  const all = [['part', 'measured', 'median', 'target', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => (column === 2 || column === 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd()).join('\n');
}

export const machineLine = (results: readonly Result[]): string =>
  `BENCH ${JSON.stringify(results.map((result) => ({ ...result, met: isMet(result) })))}`;

const shown = (value: number): string => {
  const size = Math.abs(value);
  return size >= 1000 ? Math.round(value).toLocaleString('en') : size >= 10 ? value.toFixed(1) : value.toFixed(2);
};
