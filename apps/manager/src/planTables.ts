// A plan as tables a manager reads: queues, counters, services, hours, rules. Pure. Plans of long ago may lack what came later.
import type { Plan } from '@hall/core/domain/plan';
import type { Language } from '@hall/core/text/language';
import { managerPlanTexts } from '@hall/core/text/managerPlanText';
import { dash } from './figureText.ts';

export type PlanTab = 'queues' | 'counters' | 'services' | 'hours' | 'rules';
export const planTabs: readonly PlanTab[] = ['queues', 'counters', 'services', 'hours', 'rules'];

export interface PlanTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const tables: Readonly<Record<PlanTab, (plan: Plan, language: Language) => PlanTable>> = { queues, counters, services, hours, rules };
export const planTable = (plan: Plan, tab: PlanTab, language: Language): PlanTable => tables[tab](plan, language);

const minutes = (ms: number): number => Math.round(ms / 6_000) / 10;

function queues(plan: Plan, language: Language): PlanTable {
  const { columns, returns } = managerPlanTexts[language];
  const zones = new Map(plan.zones.map(({ id, name }) => [id, name[language]]));
  return {
    head: [columns.id, columns.name, columns.zone, columns.numbers, columns.overflow, columns.comeBack],
    rows: plan.queues.map(({ id, name, zoneId, numbering: { prefix, main }, overflow, returnPolicy: { kind, places, withinMs } }) => [
      id, name[language], zones.get(zoneId) ?? zoneId, `${prefix} ${main.from}–${main.to}`, overflow?.prefix ?? dash,
      `${kind === 'afterPlaces' ? returns.afterPlaces(places) : returns[kind]}${withinMs === null ? '' : ` · ${returns.within(minutes(withinMs))}`}`,
    ]),
  };
}

function counters(plan: Plan, language: Language): PlanTable {
  const { columns, seconds } = managerPlanTexts[language];
  const zones = new Map(plan.zones.map(({ id, name }) => [id, name[language]]));
  return {
    head: [columns.id, columns.name, columns.zone, columns.own, columns.helps, columns.automatic],
    rows: plan.counters.map(({ id, name, zoneId, ownQueues, helperQueues, helpAbove, autoCallMs }) => [
      id, name[language], zones.get(zoneId) ?? zoneId, ownQueues.join(' '), helperQueues.length === 0 ? dash : `${helperQueues.join(' ')}${helpAbove > 0 ? ` (> ${helpAbove})` : ''}`,
      typeof autoCallMs === 'number' ? seconds(autoCallMs / 1_000) : dash,
    ]),
  };
}

function services(plan: Plan, language: Language): PlanTable {
  const { columns, perDay, spansToo } = managerPlanTexts[language];
  const departments = new Map(plan.departments.map(({ id, name }) => [id, name[language]]));
  const named = new Map((plan.hours ?? []).map(({ id, name }) => [id, name[language]]));
  return {
    head: [columns.id, columns.name, columns.department, columns.queue, columns.hours, columns.quota, columns.booking],
    rows: plan.services.map(({ id, name, departmentId, queueId, hoursId, quota, bookingId }) => [
      id, name[language], departments.get(departmentId) ?? departmentId, queueId, hoursId === null || hoursId === undefined ? dash : (named.get(hoursId) ?? hoursId),
      [quota?.daily ? perDay(quota.daily) : '', quota?.spans.length ? spansToo : ''].filter((text) => text !== '').join(' · ') || dash, bookingId ?? dash,
    ]),
  };
}

function hours(plan: Plan, language: Language): PlanTable {
  const { columns, weekday, exceptions } = managerPlanTexts[language];
  const spansText = (spans: readonly { opensAt: string; closesAt: string }[]): string => (spans.length === 0 ? columns.closed : spans.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`).join('  '));
  const ofWeek = (plan.hours ?? []).flatMap(({ name, week }) => daysAlike(week.map(spansText)).map(([first, last, text], index) => [
    index === 0 ? name[language] : '', first === last ? (weekday[first] ?? '') : `${weekday[first] ?? ''}–${weekday[last] ?? ''}`, text,
  ]));
  const ofDates = (plan.exceptions ?? []).map(({ name, date, kind, spans }) => [name[language], date, kind === 'closed' ? exceptions.closed : `${exceptions[kind]} ${spansText(spans)}`]);
  return { head: [columns.name, columns.date, columns.hours], rows: [...ofWeek, ...ofDates] };
}

/** Days in a row that say the same, as [first, last, what they say]. */
function daysAlike(days: readonly string[]): (readonly [first: number, last: number, text: string])[] {
  const stretches: [number, number, string][] = [];
  for (const [day, text] of days.entries()) {
    const before = stretches.at(-1);
    if (before !== undefined && before[2] === text) before[1] = day;
    else stretches.push([day, day, text]);
  }
  return stretches;
}

function rules(plan: Plan, language: Language): PlanTable {
  const w = managerPlanTexts[language];
  const { calling, appointments } = plan;
  const { policy } = calling;
  const order = policy.kind === 'rankWithCap' ? w.policies.rankWithCap(policy.rankedInARow) : policy.kind === 'ratio' ? w.policies.ratio(`${policy.ranked} : ${policy.ordinary}`) : w.policies[policy.kind];
  const block = appointments?.block ?? null;
  const list = language === 'zh' ? '、' : ', ';
  return {
    head: [w.columns.rule, w.columns.value],
    rows: [
      [w.rules.policy, order], [w.rules.ceiling, w.minutes(minutes(calling.ceilingMs))], [w.rules.nextGap, w.seconds(calling.nextGapMs / 1_000)], [w.rules.recallGap, w.seconds(calling.recallGapMs / 1_000)],
      [w.rules.maxCalls, w.times(calling.maxCalls)], [w.rules.missAfter, w.missRule(calling.missAfterCalls, calling.missAfterMs / 1_000)], [w.rules.undo, w.seconds((calling.undoMs ?? 0) / 1_000)],
      [w.rules.classes, plan.classes.map(({ name }) => name[language]).join(list) || dash],
      [w.rules.day, w.dayRule(plan.day.opensAt, plan.day.lastHour)], [w.rules.hoursApply, plan.hoursApply ? w.yes : w.no], [w.rules.waitLimit, w.minutes(minutes(plan.waitLimitMs))],
      [w.rules.parkAlert, plan.parkAlertMs === undefined ? dash : w.minutes(minutes(plan.parkAlertMs))],
      [w.rules.checkIn, appointments === undefined ? dash : w.checkInRule(minutes(appointments.earlyMs), minutes(appointments.lateMs))],
      [w.rules.block, block === null ? w.noBlock : w.blockRule(block.after, block.withinDays, block.forDays)],
      [w.rules.voice, plan.voice === undefined ? dash : `${plan.voice.languages.map((one) => w.spoken[one]).join(list)} × ${plan.voice.times}`],
      [w.rules.complaint, plan.slip?.complaintPhone ?? dash], [w.rules.capacity, String(plan.capacity)], [w.rules.timeZone, plan.timeZone],
    ],
  };
}
