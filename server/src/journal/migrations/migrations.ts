// The numbered steps from an empty file to the present form; one file per step, never changed once released.
import type { Migration } from './migration.ts';
import { step001 } from './001-events.ts';
import { step002 } from './002-plan-events.ts';

export const migrations: readonly Migration[] = [step001, step002];
