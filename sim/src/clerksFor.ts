// A clerk for every counter of a plan, numbered from 1001: for days without a file of people.
import { personSchema, type Person } from '@hall/core/domain/person';
import type { Plan } from '@hall/core/domain/plan';

export const clerksFor = ({ counters }: Plan): Person[] => counters.map(({ id }, index) =>
  personSchema.parse({ id: String(1001 + index), name: `窗口人员${id}`, duties: ['clerk'], extras: ['pick'], queueIds: [], counterIds: [], isActive: true }));
