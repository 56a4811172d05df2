// Names for the parts of the plan that the kiosk's pages are given.
import type { Plan } from '@hall/core/domain/plan';

export type { Service } from '@hall/core/domain/plan';
export type Department = Plan['departments'][number];
export type Zone = Plan['zones'][number];
