// What stands against a ticket, kept from committed events alone: stops (H6), hours (H1), quotas (H2). A ticket given
// although something stood against it must carry the desk's reason. Read from the plan in its plainest way.
import type { HallEvent } from '@hall/core/domain/events';
import type { Plan, Service } from '@hall/core/domain/plan';
import type { Broken } from './faultBook.ts';

export interface IssuingBook {
  issue(event: HallEvent<'ticketIssued'>): void;
  read(event: HallEvent): void;
}

/** The simulated halls all lie in this zone, which never changes its clocks. */
const shanghaiMs = 8 * 3_600_000;

export function createIssuingBook(broken: Broken, plan: () => Plan): IssuingBook {
  /** Moments of the tickets given today, by service. */
  const given = new Map<string, string[]>();
  const stops = new Map<string, string>();
  /** Numbers of kiosks that were alone against which something stood: their merge must say so (O1). */
  const toBeTold: string[] = [];

  function quotaFault({ id, quota }: Service, time: string): string | null {
    const today = given.get(id) ?? [];
    if (quota.daily !== null && today.length >= quota.daily) return `is number ${today.length + 1} of ${quota.daily} a day`;
    for (const { from, to, most } of quota.spans) {
      const inSpan = (moment: string): boolean => moment >= from && moment < to;
      const before = today.filter(inSpan).length;
      if (inSpan(time) && before >= most) return `is number ${before + 1} of ${most} from ${from} to ${to}`;
    }
    return null;
  }

  function hoursFault({ hoursId }: Service, at: Date, time: string): string | null {
    const week = plan().hours.find(({ id }) => id === hoursId)?.week;
    if (!plan().hoursApply || week === undefined || plan().exceptions.length > 0) return null;
    const spans = week[(at.getUTCDay() + 6) % 7] ?? [];
    return spans.some(({ issuesFrom, closesAt }) => time >= issuesFrom && time < closesAt) ? null : `is given at ${time}`;
  }

  function stopFault({ queueId }: Service): string | null {
    const zoneId = plan().queues.find(({ id }) => id === queueId)?.zoneId;
    const scope = ['hall', `zone ${zoneId}`, `queue ${queueId}`].find((one) => stops.has(one));
    return scope === undefined ? null : `is given although ${scope} is stopped`;
  }

  return {
    issue(event) {
      const { serviceId, alsoServiceIds } = event.data;
      // A kiosk that was alone could not know; what it gave is counted at its own moment.
      const at = new Date((event.data.lonely?.givenAt ?? event.at) + shanghaiMs);
      const time = at.toISOString().slice(11, 16);
      for (const id of [serviceId, ...alsoServiceIds]) {
        const service = plan().services.find((one) => one.id === id);
        if (service === undefined) return broken('law 5', event, `is for ${id}, which the plan does not have`);
        // What was promised was within hours and quota when it was booked.
        const isPromised = id === serviceId && event.staff?.facts.appointmentId != null;
        if (event.data.lonely !== undefined) {
          if ([hoursFault(service, at, time), quotaFault(service, time), stopFault(service)].some((fault) => fault !== null)) toBeTold.push(event.data.number);
        } else if (event.staff?.facts.override === null) {
          const faults = [['H1', isPromised ? null : hoursFault(service, at, time)], ['H2', isPromised ? null : quotaFault(service, time)], ['H6', stopFault(service)]] as const;
          for (const [rule, fault] of faults) if (fault !== null) broken(rule, event, `${fault} (${id})`);
        } else if (event.staff?.by.role === 'kiosk') broken('H2', event, 'goes against a rule at a kiosk');
        given.set(id, [...(given.get(id) ?? []), time]);
      }
    },
    read(event) {
      if (event.type === 'dayOpened' && !event.data.again) given.clear();
      if (event.type === 'ticketsMerged') {
        const told = new Set(event.staff?.facts.conflicts.map(({ number }) => number));
        for (const number of toBeTold.splice(0)) if (!told.has(number)) broken('O1', event, `does not tell that something stood against ${number}`);
      }
      if (event.type !== 'issuingStopped' && event.type !== 'issuingResumed') return;
      const { scope } = event.data;
      const name = scope.kind === 'hall' ? 'hall' : scope.kind === 'zone' ? `zone ${scope.zoneId}` : `queue ${scope.queueId}`;
      if (event.type === 'issuingStopped') stops.set(name, event.data.reasonId);
      else if (!stops.delete(name)) broken('H6', event, `resumes ${name}, which is not stopped`);
    },
  };
}
