// What the kiosk tells about a service: who is ahead, how long it may take, where, and who really serves it now.
// Pure, derived from the hall and from what the forecast lets it say.
import type { ShownRange } from '@hall/core/domain/forecast/shownRange';
import type { Hall } from '@hall/core/domain/hall';
import type { CounterId, DepartmentId, ServiceId } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';
import { obstacleNow } from './obstacle.ts';
import type { Department, Service, Zone } from './planParts.ts';
import { aheadOf, countersOf, openCountersOf, queueOf } from '@hall/core/domain/questions';
import type { Waits } from './waits.ts';

export interface ServiceView {
  readonly service: Service;
  /** What comes after it on the same ticket (T4). */
  readonly also: readonly Service[];
  readonly zone: Zone | null;
  /** Counters that serve the queue as their own. */
  readonly counters: readonly CounterId[];
  readonly open: readonly CounterId[];
  /** Open counters that help this queue when their own is empty; told only when none of its own is open. */
  readonly helping: readonly CounterId[];
  /** People an ordinary ticket taken now would find before it. */
  readonly ahead: number;
  /** How long such a ticket may wait; null: nothing can be said. */
  readonly wait: ShownRange | null;
  /** Why no number is given now (H1, H2, H5, H6); of several services with the one it belongs to, if one is named. */
  readonly obstacle: Refusal | null;
  readonly obstacleOf: Service | null;
}

export interface ServiceTile {
  readonly service: Service;
  readonly ahead: number;
  readonly wait: ShownRange | null;
  readonly obstacle: Refusal | null;
}

export interface DepartmentTile {
  readonly department: Department;
  readonly services: readonly Service[];
}

export function serviceView(hall: Readonly<Hall>, serviceId: ServiceId, alsoIds: readonly ServiceId[], now: number, waits: Waits): ServiceView | null {
  const { plan } = hall;
  const service = serviceIn(hall, serviceId);
  if (plan === null || service === undefined) return null;
  const { queueId } = service;
  const open = openCountersOf(hall, queueId).map(({ id }) => id);
  const helpers = plan.counters.filter(({ id, helperQueues }) => helperQueues.includes(queueId) && hall.counters.get(id)?.state === 'open');
  const obstacle = obstacleNow(hall, [serviceId, ...alsoIds], now, waits.expected);
  const named = obstacle !== null && 'serviceId' in obstacle.facts ? obstacle.facts.serviceId : null;
  return {
    service,
    also: alsoIds.map((id) => serviceIn(hall, id)).filter((found) => found !== undefined),
    zone: plan.zones.find(({ id }) => id === queueOf(hall, queueId)?.zoneId) ?? null,
    counters: countersOf(hall, queueId).map(({ id }) => id),
    open,
    helping: open.length > 0 ? [] : helpers.map(({ id }) => id),
    ahead: aheadOf(hall, queueId, 'ordinary', now, now),
    wait: waits.rangeOf(queueId),
    obstacle,
    obstacleOf: alsoIds.length === 0 ? null : (plan.services.find(({ id }) => id === named) ?? null),
  };
}

const serviceIn = (hall: Readonly<Hall>, serviceId: ServiceId): Service | undefined => hall.plan?.services.find(({ id }) => id === serviceId);

const tileOf = (hall: Readonly<Hall>, now: number, waits: Waits) => (service: Service): ServiceTile => ({
  service, ahead: aheadOf(hall, service.queueId, 'ordinary', now, now), wait: waits.rangeOf(service.queueId), obstacle: obstacleNow(hall, [service.id], now, waits.expected),
});

export const featuredTiles = (hall: Readonly<Hall>, now: number, waits: Waits): ServiceTile[] =>
  (hall.plan?.services ?? []).filter(({ featured }) => featured).map(tileOf(hall, now, waits));

/** In the order asked for; what the plan no longer knows is left out. */
export const tilesOf = (hall: Readonly<Hall>, ids: readonly ServiceId[], now: number, waits: Waits): ServiceTile[] =>
  ids.map((id) => serviceIn(hall, id)).filter((service) => service !== undefined).map(tileOf(hall, now, waits));

export const serviceTiles = (hall: Readonly<Hall>, departmentId: DepartmentId, now: number, waits: Waits): ServiceTile[] =>
  (hall.plan?.services ?? []).filter((service) => service.departmentId === departmentId).map(tileOf(hall, now, waits));

/** Departments nobody can come for (no service in the plan) are left out. */
export const departmentTiles = (hall: Readonly<Hall>): DepartmentTile[] =>
  (hall.plan?.departments ?? [])
    .map((department) => ({ department, services: (hall.plan?.services ?? []).filter(({ departmentId }) => departmentId === department.id) }))
    .filter(({ services }) => services.length > 0);
