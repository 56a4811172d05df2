// The guide of a service (办事指南) as the kiosk's page shows it: the same parts in the same order as its paper. Pure.
import type { Hall } from '@hall/core/domain/hall';
import type { CounterId, ServiceId } from '@hall/core/domain/ids';
import { countersOf, queueOf } from '@hall/core/domain/questions';
import type { Department, Service, Zone } from './planParts.ts';

export interface GuideView {
  readonly service: Service;
  readonly department: Department | null;
  readonly zone: Zone | null;
  readonly counters: readonly CounterId[];
}

export function guideView(hall: Readonly<Hall>, serviceId: ServiceId): GuideView | null {
  const service = hall.plan?.services.find(({ id }) => id === serviceId);
  if (hall.plan === null || service === undefined) return null;
  return {
    service,
    department: hall.plan.departments.find(({ id }) => id === service.departmentId) ?? null,
    zone: hall.plan.zones.find(({ id }) => id === queueOf(hall, service.queueId)?.zoneId) ?? null,
    counters: countersOf(hall, service.queueId).map(({ id }) => id),
  };
}
