// What is wrong in a plan as a whole: names used twice, names that lead nowhere, ranges that meet.
// Each fault names its place, as in "services[12].queueId: no queue Z"; a plan with a fault is refused whole.
import type { Numbering, Plan, Span } from './plan.ts';

const reasonLists = ['pauseReasons', 'parkReasons', 'pickReasons', 'putBackReasons', 'grantReasons', 'stopReasons', 'lookReasons', 'eraseReasons'] as const;

function spanFaults(place: string, spans: readonly Span[]): string[] {
  return spans.flatMap(({ opensAt, closesAt, issuesFrom }, index) => [
    ...(opensAt < closesAt ? [] : [`${place}[${index}]: ${opensAt}–${closesAt} is empty`]),
    ...(issuesFrom <= opensAt ? [] : [`${place}[${index}].issuesFrom: ${issuesFrom} is after ${opensAt}`]),
    ...((spans[index - 1]?.closesAt ?? '') <= issuesFrom ? [] : [`${place}[${index}]: spans must follow each other without meeting`]),
  ]);
}

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
  const hours = known('hours', plan.hours);
  const bookings = known('bookings', plan.bookings);
  known('boards', plan.boards);
  for (const list of reasonLists) known(list, plan[list]);
  const leads = (place: string, ids: Set<string>, id: string, what: string): void => {
    if (!ids.has(id)) faults.push(`${place}: no ${what} ${id}`);
  };
  plan.services.forEach((service, index) => {
    leads(`services[${index}].departmentId`, departments, service.departmentId, 'department');
    leads(`services[${index}].queueId`, queues, service.queueId, 'queue');
    if (service.hoursId !== null) leads(`services[${index}].hoursId`, hours, service.hoursId, 'hours');
    if (service.bookingId !== null) leads(`services[${index}].bookingId`, bookings, service.bookingId, 'booking');
    service.quota.spans.forEach(({ from, to }, span) => {
      if (from >= to) faults.push(`services[${index}].quota.spans[${span}]: ${from}–${to} is empty`);
    });
  });
  plan.counters.forEach((counter, index) => {
    leads(`counters[${index}].zoneId`, zones, counter.zoneId, 'zone');
    counter.ownQueues.forEach((id) => leads(`counters[${index}].ownQueues`, queues, id, 'queue'));
    counter.helperQueues.forEach((id) => leads(`counters[${index}].helperQueues`, queues, id, 'queue'));
  });
  plan.calling.conditions.forEach(({ queueId }, index) => leads(`calling.conditions[${index}].queueId`, queues, queueId, 'queue'));
  plan.hours.forEach(({ week }, index) => week.forEach((spans, day) => faults.push(...spanFaults(`hours[${index}].week[${day}]`, spans))));
  plan.bookings.forEach(({ slots }, index) => slots.forEach(({ from, to }, nth) => {
    if (from >= to) faults.push(`bookings[${index}].slots[${nth}]: ${from}–${to} is empty`);
    if ((slots[nth - 1]?.to ?? '') > from) faults.push(`bookings[${index}].slots[${nth}]: slots must follow each other without meeting`);
  }));
  plan.boards.forEach(({ zoneIds }, index) => zoneIds.forEach((id) => leads(`boards[${index}].zoneIds`, zones, id, 'zone')));
  const dates = new Set<string>();
  plan.exceptions.forEach(({ date, kind, hoursIds, spans }, index) => {
    hoursIds.forEach((id) => leads(`exceptions[${index}].hoursIds`, hours, id, 'hours'));
    for (const id of hoursIds.length === 0 ? ['all'] : hoursIds) {
      if (dates.has(`${date} ${id}`)) faults.push(`exceptions[${index}].date: ${date} is there twice`);
      dates.add(`${date} ${id}`);
    }
    if ((kind === 'closed') !== (spans.length === 0)) faults.push(`exceptions[${index}].spans: a closed date has none, any other has some`);
    faults.push(...spanFaults(`exceptions[${index}].spans`, spans));
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
