// The manager's page of people: the list, and the form for one person. Pure; the screens show it.
// Files of people are read in peopleFile.ts.
import type { Hall } from '@hall/core/domain/hall';
import { personIdSchema, type CounterId, type PersonId, type QueueId } from '@hall/core/domain/ids';
import { dutySchema, extraRightSchema, type Duty, type ExtraRight, type Person } from '@hall/core/domain/person';
import type { Refusal } from '@hall/core/domain/refusals';
import type { managerPeopleTexts, PasswordState } from '@hall/core/text/managerPeopleText';
import type { AfterRelease } from './orderFlow.ts';

/** As GET /api/people/secrets tells it. */
export interface SecretState {
  readonly personId: string;
  readonly setAt: number;
  readonly mustChange: boolean;
  readonly hasPin: boolean;
}

export interface PersonRow extends Pick<Person, 'id' | 'name' | 'duties' | 'extras' | 'queueIds' | 'counterIds' | 'isActive'> {
  readonly password: PasswordState;
  readonly hasPin: boolean;
  /** Where the person serves now. */
  readonly atCounter: CounterId | null;
}
export type Shown = 'all' | 'active' | 'inactive';

/** By number, 2 before 10. `sought` is the beginning of a number or a part of a name. */
export function personRows(hall: Readonly<Hall>, secrets: readonly SecretState[], sought: string, shown: Shown): PersonRow[] {
  const known = new Map(secrets.map((secret) => [secret.personId, secret]));
  const held = new Map([...hall.counters.values()].map(({ id, staff }) => [staff?.clerkId ?? null, id]));
  const plain = sought.trim().toLowerCase();
  const order = new Intl.Collator('en', { numeric: true });
  return [...hall.staff.people.values()]
    .filter(({ isActive }) => shown === 'all' || isActive === (shown === 'active'))
    .filter(({ id, name }) => id.toLowerCase().startsWith(plain) || name.toLowerCase().includes(plain))
    .sort((a, b) => order.compare(a.id, b.id))
    .map((person) => {
      const secret = known.get(person.id);
      return { ...person, password: secret === undefined ? 'none' : secret.mustChange ? 'oneTime' : 'set', hasPin: secret?.hasPin === true, atCounter: held.get(person.id) ?? null };
    });
}

export interface PersonForm {
  /** Null: a new person, whose number is still typed. */
  readonly known: PersonId | null;
  id: string;
  name: string;
  duties: Duty[];
  extras: ExtraRight[];
  queueIds: QueueId[];
  counterIds: CounterId[];
  isActive: boolean;
}

export const emptyForm = (): PersonForm => ({ known: null, id: '', name: '', duties: ['clerk'], extras: [], queueIds: [], counterIds: [], isActive: true });
export const formOf = ({ id, name, duties, extras, queueIds, counterIds, isActive }: Person): PersonForm =>
  ({ known: id, id, name, duties: [...duties], extras: [...extras], queueIds: [...queueIds], counterIds: [...counterIds], isActive });
/** In the order of the lists, so that the same choice is the same person. */
export const personOfForm = ({ id, name, duties, extras, queueIds, counterIds, isActive }: PersonForm): Person => ({
  id: id.trim() as PersonId, name: name.trim(), isActive, queueIds: [...queueIds], counterIds: [...counterIds],
  duties: dutySchema.options.filter((duty) => duties.includes(duty)), extras: extraRightSchema.options.filter((extra) => extras.includes(extra)),
});

export type PersonMissing = keyof (typeof managerPeopleTexts)['zh']['missing'];

/** The first thing that keeps the form from being sent; null: it can go. That duties fit together, the hall itself says. */
export function missingIn({ known, id, name, duties }: PersonForm, hall: Readonly<Hall>): PersonMissing | null {
  const plain = id.trim();
  if (plain === '') return 'id';
  if (!personIdSchema.safeParse(plain).success) return 'idForm';
  if (known === null && hall.staff.people.has(plain as PersonId)) return 'idTaken';
  if (name.trim() === '') return 'name';
  return duties.length === 0 ? 'duties' : null;
}

/** What can become of the ticket that stands in the way (C13); called, it can only go back. Null: something else does. */
export function ticketInTheWay(refusal: Refusal | null): { readonly number: string; readonly choices: readonly AfterRelease[] } | null {
  if (refusal?.code !== 'ticketActive') return null;
  const { number, state } = refusal.facts;
  return { number, choices: state === 'serving' ? ['putBack', 'park', 'finish'] : ['putBack'] };
}

/** Numbers in a cell: a few are named, many are counted. */
export const shortList = (ids: readonly string[]): string => (ids.length <= 6 ? ids.join(' ') : `${ids.slice(0, 5).join(' ')} … (${ids.length})`);
