// Warnings that anybody from outside can cause, told so seldom that they cannot fill the disk: of each kind the first of a
// minute, then how many were left out.
export type Warn = (facts: Record<string, unknown>, what: string) => void;

const perMinute = 20;
const minuteMs = 60_000;

/** `now` in ms. What is left out is told with the first warning of that kind after its minute. */
export function fewWarnings(warn: Warn, now: () => number): Warn {
  const told = new Map<string, { since: number; count: number }>();
  return (facts, what) => {
    const at = now();
    const before = told.get(what);
    if (before === undefined || at - before.since >= minuteMs) {
      told.set(what, { since: at, count: 1 });
      const leftOut = before === undefined ? 0 : before.count - perMinute;
      warn(leftOut > 0 ? { ...facts, leftOut } : facts, what);
      return;
    }
    before.count += 1;
    if (before.count <= perMinute) warn(facts, what);
  };
}
