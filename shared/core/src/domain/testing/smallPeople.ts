// The people of the small hall: five clerks who may do everything a clerk can, somebody at the desk, a manager, an administrator.
import { personSchema, type Duty, type Person } from '../person.ts';

/** A person with these duties and nothing special, changed as told. */
export const person = (id: string, duties: readonly Duty[], more: Partial<Record<keyof Person, unknown>> = {}): Person =>
  personSchema.parse({ id, name: `person ${id}`, duties, extras: [], queueIds: [], counterIds: [], isActive: true, ...more });

const clerkIds = ['1001', '1002', '1003', '1004', '1005'];
export const smallPeople: readonly Person[] = [
  ...clerkIds.map((id) => person(id, ['clerk'], { name: `clerk ${id}`, extras: ['pick'] })),
  person('2001', ['guide'], { extras: ['look'] }), person('3001', ['manager']), person('9001', ['system']), person('9101', ['audit']),
];
