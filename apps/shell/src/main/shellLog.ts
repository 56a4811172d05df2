// What happened to this machine, one line of JSON each, for whoever looks after it: refusals, deaths, new starts. Never what people
// typed or printed. Two files of a megabyte at most.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const mostBytes = 1024 * 1024;

/** A log that cannot be written is no reason to end. `now`: wall clock, ms. */
export function openLog(file: string, now: () => number): (facts: object) => void {
  mkdirSync(dirname(file), { recursive: true });
  return (facts) => {
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, `${JSON.stringify({ at: new Date(now()).toISOString(), ...facts })}\n`);
    } catch (error) {
      console.error(`${file}: ${String(error)}`);
    }
  };
}
