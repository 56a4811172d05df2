// Where visitors of the pretend hall turn to when they come.
import type { Person } from './person.ts';

export interface Door {
  readonly kiosks: readonly Person[];
  readonly desk: Person;
}
