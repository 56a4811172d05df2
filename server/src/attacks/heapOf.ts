// How much memory a hall under attack holds when all garbage is collected, and whether that grows: asked of the probe in it.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const mega = 1_048_576;

/** What the hall must be started with so that it can be asked. */
export const probed = (file: string): string[] => ['env', `MEMORY_PROBE=${file}`, `NODE_OPTIONS=--max-semi-space-size=2 --import=${join(import.meta.dirname, 'memoryProbe.ts')}`];

export interface Held {
  /** JavaScript objects, and what lies outside for them, MB. */
  readonly heap: number;
  readonly outside: number;
  /** Resident, MB: also what the system has not taken back yet. */
  readonly resident: number;
}

/** Resolves when the hall has collected its garbage. */
export async function heldBy(pid: number, file: string): Promise<Held> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  while (!existsSync(file)) await new Promise((next) => { setTimeout(next, 20); });
  const { heapUsed, external, rss } = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.MemoryUsage;
  return { heap: rounded(heapUsed / mega), outside: rounded(external / mega), resident: Math.round(rss / mega) };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Tenths of a run in which the heap finds its size, code is compiled, and the hall's memory of refused orders fills. */
const warmUp = 4;
/** How much more may be held at the end than after the warm-up, MB: what one look differs from the next, and not a leak of 30 bytes a packet. */
export const mostGrowth = 3;

export interface Growth {
  /** MB a tenth, by least squares, after the warm-up. */
  readonly slope: number;
  /** What that comes to until the end, MB. */
  readonly growth: number;
}

/** Null: too short a run to tell. */
export function growthOf(held: readonly Held[]): Growth | null {
  const after = held.slice(warmUp).map(({ heap, outside }) => heap + outside);
  if (after.length < 5) return null;
  const slope = slopeOf(after);
  return { slope: rounded(slope * 10) / 10, growth: rounded(slope * (after.length - 1)) };
}

/** Slope of the least squares through values at equal steps, per step. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [over, under] = values.reduce(([up, down], value, at) => [up + (at - middle) * (value - mean), down + (at - middle) ** 2], [0, 0]);
  return under === 0 ? 0 : over / under;
}
