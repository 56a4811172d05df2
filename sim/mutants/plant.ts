// Plants the fault named by HALL_MUTANT into its source while tests run; without that variable it does nothing.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mutants, type Mutant } from './mutants.ts';

const rootUrl = new URL('../../', import.meta.url);
export const sourceOf = ({ file }: Mutant): string => readFileSync(new URL(file, rootUrl), 'utf8');

/** The source with the fault in it. Throws unless `find` stands in it exactly once. */
export function planted({ name, file, find, replace }: Mutant, source: string): string {
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`mutant ${name}: "${find}" stands ${parts.length - 1} times in ${file}`);
  return parts.join(replace);
}

/** A plugin of vitest's own transforms. */
export function plantMutant(named = process.env['HALL_MUTANT']): { name: string; enforce: 'pre'; transform: (code: string, id: string) => string | null } {
  const mutant = mutants.find(({ name }) => name === named);
  if (named !== undefined && mutant === undefined) throw new Error(`there is no mutant ${named}`);
  const path = mutant === undefined ? null : fileURLToPath(new URL(mutant.file, rootUrl));
  return {
    name: 'plant-mutant',
    enforce: 'pre',
    transform: (code, id) => (mutant !== undefined && id.split('?')[0] === path ? planted(mutant, code) : null),
  };
}
