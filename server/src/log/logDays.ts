// Files of the log by their days: what a day's file is called, and which files are old enough to go.

/** Half a year: what is asked of a protected system's records. */
export const fewestDays = 180;
const dayMs = 86_400_000;
const form = /^hall-(\d{4}-\d{2}-\d{2})\.log$/u;

/** The day of this machine's clock, as in 2026-03-02. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export const fileOf = (at: number): string => `hall-${dayOf(at)}.log`;

/**
 * Names of files older than `keptDays` days. The newest `keptDays` of them always stay: a clock that jumped ahead must not take half
 * a year of records with it. Names that are not of the log are left alone.
 */
export function outdated(names: readonly string[], now: number, keptDays: number): string[] {
  const days = Math.max(fewestDays, Math.floor(keptDays));
  const oldest = dayOf(now - days * dayMs);
  const own = names.filter((name) => form.test(name)).sort().reverse();
  return own.slice(days).filter((name) => (form.exec(name)?.[1] ?? oldest) < oldest);
}
