// Which pages of this room a person may use. Pure. The server refuses the rest whatever is shown.
import type { Duty, Person } from '@hall/core/domain/person';

export const pageNames = ['hall', 'plan', 'appointments', 'devices', 'people', 'audit'] as const;
export type PageName = (typeof pageNames)[number];

/** Duties that bring a page; people are shown to managers too, with why they may not be changed. */
const dutiesOf: Readonly<Record<PageName, readonly Duty[]>> = {
  hall: ['manager'], plan: ['manager', 'system'], appointments: ['manager'], devices: ['manager', 'system'], people: ['manager', 'system'], audit: ['manager', 'audit'],
};

/** `person` null: nobody signs in here, as in a trial; then everything may be tried. */
export const pagesFor = (person: Pick<Person, 'duties'> | null): PageName[] =>
  pageNames.filter((page) => person === null || dutiesOf[page].some((duty) => person.duties.includes(duty)));

export const mayChangePeople = (person: Pick<Person, 'duties'> | null): boolean => person === null || person.duties.includes('system');
