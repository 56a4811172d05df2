// What every part of the bench is given to measure with.
import type { startHelper } from './processes.ts';

export interface Bench {
  /** Starts a process; whatever still runs at the end of a part is ended. */
  readonly start: typeof startHelper;
  /** Temporary folder on the disk that is measured. */
  readonly folder: string;
  readonly plan: string;
  readonly rounds: number;
  /** Node's flags for the server's process. */
  readonly serverFlags: readonly string[];
  readonly note: (text: string) => void;
}
