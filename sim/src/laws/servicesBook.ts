// What each ticket came for and what became of it, kept from committed events alone: services of a ticket and its
// stretches of service (T4), reprints (S3), one live ticket per known visitor and service (T6).
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { Plan } from '@hall/core/domain/plan';
import type { Broken } from './faultBook.ts';

export interface ServicesBook {
  read(event: HallEvent): void;
  /** What the records and sums of a hall that stands where this book stands say otherwise. */
  faultsOf(hall: Readonly<Hall>): string[];
}

interface Visit {
  /** What is not finished yet, in order; the first is what it is served for now. */
  open: readonly string[];
  visitorId: string | null;
  reprints: number;
  isLive: boolean;
}

interface Stretch {
  services: readonly string[];
  hasEnded: boolean;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, index) => one === b[index]);

export function createServicesBook(broken: Broken, plan: () => Plan): ServicesBook {
  const visits = new Map<string, Visit>();
  const stretches = new Map<string, Stretch>();
  const stretchOf = new Map<string, string>();
  /** Stretches of the day in which something was finished. */
  let served = 0;

  function issue(event: HallEvent<'ticketIssued'>): void {
    const { ticketId, serviceId, alsoServiceIds, queueId } = event.data;
    const open = [serviceId, ...alsoServiceIds];
    const { visitorId = null, override = null } = event.staff?.facts ?? {};
    if (open.length > 5 || new Set(open).size < open.length) broken('T4', event, `is for ${open.join(', ')}`);
    if (queueId !== queueOf(serviceId)) broken('T4', event, `stands in ${queueId} for ${serviceId}`);
    const other = visitorId === null || override !== null ? undefined : [...visits].find(([, one]) => one.isLive && one.visitorId === visitorId && one.open.some((id) => open.includes(id as never)));
    if (other !== undefined) broken('T6', event, `is beside ${other[0]} of the same visitor`);
    visits.set(ticketId, { open, visitorId, reprints: 0, isLive: true });
  }

  const queueOf = (serviceId: string): string | undefined => plan().services.find(({ id }) => id === serviceId)?.queueId;

  /** In this stretch these were finished. */
  function finish(event: HallEvent<'serviceFinished' | 'ticketWentOn'>, visit: Visit): void {
    const { recordId, finished } = event.data;
    const stretch = stretches.get(recordId);
    if (stretch === undefined || stretch.hasEnded) return broken('T4', event, `ends ${recordId}, which is not under way`);
    if (finished.some((id) => !visit.open.includes(id))) broken('T4', event, `finishes ${finished.join(', ')} of ${visit.open.join(', ')}`);
    const left = visit.open.filter((id) => !finished.includes(id as never));
    stretch.hasEnded = true;
    if (event.type === 'ticketWentOn') {
      const { serviceId, queueId } = event.data;
      if (finished.length === 0 || serviceId !== left[0]) broken('T4', event, `goes on to ${serviceId}, left are ${left.join(', ')}`);
      if (queueId !== queueOf(serviceId)) broken('T4', event, `goes on to queue ${queueId} for ${serviceId}`);
    } else {
      visit.isLive = false;
      if (event.data.outcome === 'endedByDay') return finished.length > 0 ? broken('T3', event, `finishes ${finished.join(', ')}`) : undefined;
      if (left.length > 0) broken('T4', event, `leaves ${left.join(', ')} undone`);
    }
    stretch.services = finished;
    served += 1;
    visit.open = left;
  }

  function undo({ data: { ticketId, step } }: HallEvent<'stepUndone'>, visit: Visit): void {
    const recordId = stretchOf.get(ticketId) ?? '';
    const stretch = stretches.get(recordId);
    if (step === 'miss' || stretch === undefined) return;
    if (step === 'start') return void stretches.delete(recordId);
    visit.open = stretch.services;
    visit.isLive = true;
    Object.assign(stretch, { services: visit.open.slice(0, 1), hasEnded: false });
    served -= 1;
  }

  function onTicket(event: HallEvent, ticketId: string): void {
    const visit = visits.get(ticketId);
    if (visit === undefined) return;
    if (event.type === 'serviceStarted') {
      stretches.set(event.data.recordId, { services: visit.open.slice(0, 1), hasEnded: false });
      stretchOf.set(ticketId, event.data.recordId);
    } else if (event.type === 'serviceFinished' || event.type === 'ticketWentOn') finish(event, visit);
    else if (event.type === 'stepUndone') undo(event, visit);
    else if (event.type === 'ticketCancelled' || event.type === 'ticketExpired') visit.isLive = false;
    else if (event.type === 'slipReprinted') {
      visit.reprints += 1;
      if (event.data.nth !== visit.reprints || !visit.isLive) broken('S3', event, `is reprint ${event.data.nth}, expected ${visit.reprints} of a live ticket`);
    } else if (event.type === 'ticketParked' || event.type === 'ticketTransferred') {
      const stretch = event.data.recordId === null ? undefined : stretches.get(event.data.recordId);
      if (stretch !== undefined) stretch.hasEnded = true;
    }
  }

  /** A new plan leaves nobody without the service he waits for. */
  function adopt(event: HallEvent<'planAdopted'>): void {
    const known = new Set<string>(event.data.plan.services.map(({ id }) => id));
    for (const [id, { isLive, open }] of visits) {
      const gone = isLive ? open.find((one) => !known.has(one)) : undefined;
      if (gone !== undefined) broken('plan', event, `takes away ${gone}, for which ${id} waits`);
    }
  }

  return {
    read(event) {
      if (event.type === 'ticketIssued') issue(event);
      else if (event.type === 'planAdopted') adopt(event);
      // Who was forgotten comes again as somebody else.
      else if (event.type === 'visitorErased') for (const visit of visits.values()) visit.visitorId = visit.visitorId === event.staff?.facts.visitorId ? null : visit.visitorId;
      else if ('ticketId' in event.data) onTicket(event, event.data.ticketId);
      if (event.type === 'dayOpened' && !event.data.again) served = 0;
      if (event.type !== 'dayClosed') return;
      for (const book of [visits, stretches, stretchOf]) book.clear();
    },
    faultsOf({ records, queueTallies, counterTallies, day }) {
      if (day === null || day.closedAt !== null) return [];
      const faults: string[] = [];
      for (const [id, { services, hasEnded }] of stretches) {
        const record = records.get(id as never);
        if (record === undefined) faults.push(`T4: ${id} has no record`);
        else if (!same(record.serviceIds, services) || (record.endedAt !== null) !== hasEnded) faults.push(`T4: record ${id} is about ${record.serviceIds.join(', ')} and ended at ${record.endedAt}, it was about ${services.join(', ')} and has ${hasEnded ? '' : 'not '}ended`);
      }
      if (records.size !== stretches.size) faults.push(`T4: ${records.size} records of ${stretches.size} stretches`);
      for (const [place, tallies] of [['queues', queueTallies], ['counters', counterTallies]] as const) {
        const counted = [...tallies.values()].reduce((sum, tally) => sum + tally.served, 0);
        if (counted !== served) faults.push(`T4: the sums of ${place} say ${counted} served, it were ${served}`);
      }
      return faults;
    },
  };
}
