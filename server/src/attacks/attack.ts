// What an attack is: one row of the table in docs/security.md, and a function that does it to a hall that runs.
import type { Ground } from './ground.ts';

export const groups = ['transport', 'identity', 'rights', 'content', 'data'] as const;

export interface Attack {
  readonly id: string;
  readonly group: (typeof groups)[number];
  /** Who does what, as in "a page of another origin". */
  readonly name: string;
  readonly sent: string;
  readonly mustHappen: string;
  /** Begun with the suite and waited for in its turn: it lasts as long as the hall's patience. */
  readonly early?: true;
  /** Throws when the hall did not do what must happen. */
  readonly run: (ground: Ground) => Promise<void>;
}

/** Rows of one group, numbered in their order. */
export const rowsOf = (group: Attack['group'], rows: readonly Omit<Attack, 'id' | 'group'>[]): Attack[] =>
  rows.map((row, index) => ({ id: `${group[0]?.toUpperCase() ?? ''}${String(index + 1).padStart(2, '0')}`, group, ...row }));
