// What the kiosk tells about a service: who waits, where, and who really serves it now. Pure, derived from the hall.
// No waiting time is told here: people and open counters only, until there is a forecast worth trusting.
import type { Hall } from '@hall/core/domain/hall';
import type { CounterId, DepartmentId, ServiceId } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';
import { obstacleNow } from './obstacle.ts';
import type { Department, Service, Zone } from './planParts.ts';
import { aheadOf, countersOf, openCountersOf, queueOf, waitingCount } from '@hall/core/domain/questions';

export interface ServiceView {
  readonly service: Service;
  readonly zone: Zone | null;
  /** Counters that serve the queue as their own. */
  readonly counters: readonly CounterId[];
  readonly open: readonly CounterId[];
  /** Open counters that help this queue when their own is empty; told only when none of its own is open. */
  readonly helping: readonly CounterId[];
  /** People an ordinary ticket taken now would find before it. */
  readonly ahead: number;
  /** Why no number is given for it now (H1, H2, H6). */
  readonly obstacle: Refusal | null;
}

export interface ServiceTile {
  readonly service: Service;
  readonly waiting: number;
  readonly obstacle: Refusal | null;
}

export interface DepartmentTile {
  readonly department: Department;
  readonly services: readonly Service[];
}

export function serviceView(hall: Readonly<Hall>, serviceId: ServiceId, now: number): ServiceView | null {
  const service = hall.plan?.services.find(({ id }) => id === serviceId);
  if (hall.plan === null || service === undefined) return null;
  const { queueId } = service;
  const open = openCountersOf(hall, queueId).map(({ id }) => id);
  const helpers = hall.plan.counters.filter(({ id, helperQueues }) => helperQueues.includes(queueId) && hall.counters.get(id)?.state === 'open');
  return {
    service,
    zone: hall.plan.zones.find(({ id }) => id === queueOf(hall, queueId)?.zoneId) ?? null,
    counters: countersOf(hall, queueId).map(({ id }) => id),
    open,
    helping: open.length > 0 ? [] : helpers.map(({ id }) => id),
    ahead: aheadOf(hall, queueId, 'ordinary', now),
    obstacle: obstacleNow(hall, service, now),
  };
}

const tileOf = (hall: Readonly<Hall>, now: number) => (service: Service): ServiceTile =>
  ({ service, waiting: waitingCount(hall, service.queueId), obstacle: obstacleNow(hall, service, now) });

export const featuredTiles = (hall: Readonly<Hall>, now: number): ServiceTile[] =>
  (hall.plan?.services ?? []).filter(({ featured }) => featured).map(tileOf(hall, now));

export const serviceTiles = (hall: Readonly<Hall>, departmentId: DepartmentId, now: number): ServiceTile[] =>
  (hall.plan?.services ?? []).filter((service) => service.departmentId === departmentId).map(tileOf(hall, now));

/** Departments nobody can come for (no service in the plan) are left out. */
export const departmentTiles = (hall: Readonly<Hall>): DepartmentTile[] =>
  (hall.plan?.departments ?? [])
    .map((department) => ({ department, services: (hall.plan?.services ?? []).filter(({ departmentId }) => departmentId === department.id) }))
    .filter(({ services }) => services.length > 0);
