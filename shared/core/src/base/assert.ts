// Assertions are for our own mistakes: they throw and the process stops with its journal intact.
// What the outside world does wrong is never asserted; it is refused with a value (see refusals.ts).

/** Throws when `value` is null or undefined; `what` names the thing that must exist. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`must exist: ${what}`);
  return value;
}

/** Makes a switch exhaustive: a case that is missing does not compile. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
