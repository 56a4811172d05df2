// What a ticket given at the desk needs before it can be ordered (T4, C4): services in order, a reason for a class, and
// nothing about the visitor that tells nobody.
import type { ClassId, ReasonId, ServiceId } from '@hall/core/domain/ids';
import type { Told, VisitorFields } from './visitorFlow.ts';

/** Services on one ticket at most (T4). */
export const mostServices = 5;

/** Chosen again it is taken away; a sixth is not taken. */
export function chosenWith(services: readonly ServiceId[], id: ServiceId): ServiceId[] {
  if (services.includes(id)) return services.filter((one) => one !== id);
  return services.length < mostServices ? [...services, id] : [...services];
}

export interface Draft {
  readonly services: readonly ServiceId[];
  readonly classId: ClassId | null;
  readonly reasonId: ReasonId | null;
  readonly told: Told;
}

/** What is missing first; null: it can be ordered. */
export function takeObstacle({ services, classId, reasonId, told }: Draft): 'noService' | 'noReason' | keyof VisitorFields | null {
  if (services.length === 0) return 'noService';
  if (classId !== null && reasonId === null) return 'noReason';
  return told.kind === 'unclear' ? told.part : null;
}
