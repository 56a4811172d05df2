// Which seeds a simulation test runs: its own range, or the one named by SIM_SEED to replay a failing day,
// or fewer days by SIM_DAYS (the mutants need only as many as it takes to notice).

/**
 * Seeds that once broke a law; they run first, for ever. What they found is told beside each. The people of the hall have learnt
 * more since, so that a seed leads to another day than it did then; planted faults (sim/mutants) hold what was found.
 */
export const pinnedSeeds: readonly number[] = [
  // Law 5: a second copy of a refused order took effect (server/src/hall/refusedOrders.ts is what mends it).
  2,
  // Law 10: a screen whose welcome was lost stayed away for ever (shared/client/src/link/link.ts).
  5,
  // J9: a restore in the middle of the day, with an unreadable journal; without the kept range numbers come again.
  54,
  // The simulator itself: healing did not let in a screen that was kept out (troubles.ts).
  133,
  // T4: a finish was taken back after a plan had dropped the ticket's service (rules/undo.ts).
  138,
];

export function seedsOf(days: number): number[] {
  const { SIM_SEED, SIM_DAYS } = process.env;
  if (SIM_SEED !== undefined) return [Number(SIM_SEED)];
  const count = SIM_DAYS === undefined ? days : Number(SIM_DAYS);
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** How a broken day is told, with what to type to see it again. */
export const told = ({ seed, faults }: { readonly seed: number; readonly faults: readonly string[] }, file: string): string =>
  `seed ${seed} breaks:\n  ${faults.join('\n  ')}\nreplay: SIM_SEED=${seed} pnpm exec vitest run --project sim sim/src/${file}`;
