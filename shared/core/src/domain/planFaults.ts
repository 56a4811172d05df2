// What is wrong in a plan as a whole: names used twice, names that lead nowhere, ranges that meet.
// Each fault names its place, as in "services[12].queueId: no queue Z"; a plan with a fault is refused whole.
import type { Numbering, Plan } from './plan.ts';

/** All faults of a plan that already has the right shape; an empty list means it can be adopted. */
export function planFaults(plan: Plan): string[] {
  const faults: string[] = [];
  const known = <T extends { id: string }>(name: string, list: readonly T[]): Set<string> => {
    const ids = new Set<string>();
    list.forEach(({ id }, index) => {
      if (ids.has(id)) faults.push(`${name}[${index}].id: ${id} is there twice`);
      ids.add(id);
    });
    return ids;
  };
  const zones = known('zones', plan.zones);
  const departments = known('departments', plan.departments);
  const queues = known('queues', plan.queues);
  known('services', plan.services);
  known('counters', plan.counters);
  known('classes', plan.classes);
  known('pauseReasons', plan.pauseReasons);
  known('staff.clerks', plan.staff?.clerks ?? []);
  const leads = (place: string, ids: Set<string>, id: string, what: string): void => {
    if (!ids.has(id)) faults.push(`${place}: no ${what} ${id}`);
  };
  plan.services.forEach((service, index) => {
    leads(`services[${index}].departmentId`, departments, service.departmentId, 'department');
    leads(`services[${index}].queueId`, queues, service.queueId, 'queue');
  });
  plan.counters.forEach((counter, index) => {
    leads(`counters[${index}].zoneId`, zones, counter.zoneId, 'zone');
    counter.ownQueues.forEach((id) => leads(`counters[${index}].ownQueues`, queues, id, 'queue'));
    counter.helperQueues.forEach((id) => leads(`counters[${index}].helperQueues`, queues, id, 'queue'));
  });
  const prefixes = new Set<string>();
  const numbering = (place: string, of: Numbering): void => {
    if (prefixes.has(of.prefix)) faults.push(`${place}.prefix: ${of.prefix} belongs to another queue`);
    prefixes.add(of.prefix);
    const ranges = [of.main, of.restored, ...(of.offline === null ? [] : [of.offline])];
    ranges.forEach((range) => {
      if (range.from > range.to) faults.push(`${place}: range ${range.from}–${range.to} is empty`);
      if (String(range.to).length > of.digits) faults.push(`${place}: ${range.to} has more than ${of.digits} digits`);
    });
    ranges.slice(1).forEach((range, index) => {
      const before = ranges[index];
      if (before !== undefined && range.from <= before.to) faults.push(`${place}: ranges must follow each other without meeting`);
    });
  };
  plan.queues.forEach((queue, index) => {
    leads(`queues[${index}].zoneId`, zones, queue.zoneId, 'zone');
    numbering(`queues[${index}].numbering`, queue.numbering);
    if (queue.overflow !== null) numbering(`queues[${index}].overflow`, queue.overflow);
  });
  plan.rating.levels.forEach(({ level }, index) => {
    if (level !== 5 - index) faults.push(`rating.levels[${index}].level: the five levels stand from 5 to 1`);
  });
  const { missAfterCalls, maxCalls } = plan.calling;
  // A ticket that is never answered could neither be called again nor missed.
  if (missAfterCalls > maxCalls) faults.push(`calling.missAfterCalls: ${missAfterCalls} calls needed, but a ticket has at most ${maxCalls}`);
  const { opensAt, lastHour } = plan.day;
  if (lastHour <= opensAt) faults.push(`day.lastHour: ${lastHour} is not after ${opensAt}`);
  try {
    new Intl.DateTimeFormat('en', { timeZone: plan.timeZone });
  } catch {
    faults.push(`timeZone: ${plan.timeZone} is not known`);
  }
  return faults;
}
