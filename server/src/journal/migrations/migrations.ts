// The numbered steps from an empty file to the present form; one file per step, never changed once released.
import { step001 } from './001-events.ts';

export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [step001];
