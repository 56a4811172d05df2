// Words of the manager's page. What every figure means stands in managerDefinitions.ts.
import type { Texts } from './language.ts';

interface ManagerWords {
  readonly title: string;
  readonly waiting: string;
  readonly longest: string;
  readonly average: string;
  readonly onTime: string;
  readonly openCounters: string;
  readonly inService: string;
  readonly served: string;
  readonly rated: string;
  readonly satisfaction: string;
  readonly openOf: (all: number, paused: number) => string;
  readonly calledNotHere: (count: number) => string;
  readonly issuedToday: (count: number) => string;
  readonly calledToday: (count: number) => string;
  readonly queues: string;
  readonly queue: string;
  readonly perCounter: string;
  /** Columns of the queues; the unit stands in the head so that the cells stay narrow. */
  readonly columnWaiting: string;
  readonly columnLongest: string;
  readonly columnOpen: string;
  readonly columnAverage: string;
  readonly issued: string;
  readonly called: string;
  readonly missed: string;
  /** States of a ticket in the narrow cell of a counter. */
  readonly nowCalled: string;
  readonly nowServing: string;
  readonly nobodyServes: string;
  readonly helpersOnly: (count: number) => string;
  readonly closedQueue: string;
  readonly overLimit: string;
  readonly busy: string;
  readonly nobodyServesTotal: (count: number) => string;
  readonly counters: string;
  readonly ratings: string;
  readonly servedAt: (count: number) => string;
  readonly zone: (name: string, floor: string, open: number, all: number) => string;
  readonly counter: string;
  readonly clerk: string;
  readonly noClerk: string;
  readonly noRatings: string;
}

export const managerTexts: Texts<ManagerWords> = {
  zh: {
    title: '大厅管理',
    waiting: '等候人数',
    longest: '当前最长等候',
    average: '今日平均等候',
    onTime: '等候达标率',
    openCounters: '开放窗口',
    inService: '办理中',
    served: '今日办理量',
    rated: '今日评价量',
    satisfaction: '满意率',
    openOf: (all, paused) => `共 ${all} 个，暂停 ${paused} 个`,
    calledNotHere: (count) => `已叫号未到 ${count}`,
    issuedToday: (count) => `今日取号 ${count}`,
    calledToday: (count) => `今日叫号 ${count}`,
    queues: '队列',
    queue: '队列',
    perCounter: '每窗等候',
    issued: '取号',
    called: '叫号',
    missed: '过号',
    columnWaiting: '等候',
    columnLongest: '最长等候（分）',
    columnOpen: '开放窗口',
    columnAverage: '平均等候（分）',
    nowCalled: '已叫号',
    nowServing: '办理中',
    nobodyServes: '无人服务',
    helpersOnly: (count) => `仅协助 ${count} 窗`,
    closedQueue: '未开窗',
    overLimit: '超限',
    busy: '偏多',
    nobodyServesTotal: (count) => `${count} 个队列有人等候而无人服务`,
    counters: '窗口状态',
    ratings: '窗口评价',
    servedAt: (count) => `办${count}`,
    zone: (name, floor, open, all) => `${name} · ${floor} · 开放 ${open}/${all}`,
    counter: '窗口',
    clerk: '窗口人员',
    noClerk: '无人登录',
    noRatings: '今日还没有评价',
  },
  en: {
    title: 'Hall manager',
    waiting: 'Waiting',
    longest: 'Longest now',
    average: 'Average wait',
    onTime: 'On time',
    openCounters: 'Open counters',
    inService: 'In service',
    served: 'Served today',
    rated: 'Rated today',
    satisfaction: 'Satisfied',
    openOf: (all, paused) => `of ${all}, ${paused} paused`,
    calledNotHere: (count) => `${count} on the way`,
    issuedToday: (count) => `${count} issued today`,
    calledToday: (count) => `${count} called today`,
    queues: 'Queues',
    queue: 'Queue',
    perCounter: 'Per counter',
    issued: 'Issued',
    called: 'Called',
    missed: 'Missed',
    columnWaiting: 'Waiting',
    columnLongest: 'Longest (min)',
    columnOpen: 'Open',
    columnAverage: 'Average (min)',
    nowCalled: 'called',
    nowServing: 'serving',
    nobodyServes: 'No counter',
    helpersOnly: (count) => `${count} helping`,
    closedQueue: 'closed',
    overLimit: 'over',
    busy: 'busy',
    nobodyServesTotal: (count) => (count === 1 ? '1 queue has people waiting and no counter' : `${count} queues have people waiting and no counter`),
    counters: 'Counters',
    ratings: 'Ratings',
    servedAt: (count) => `✓${count}`,
    zone: (name, floor, open, all) => `${name} · ${floor} · ${open} of ${all} open`,
    counter: 'Counter',
    clerk: 'Clerk',
    noClerk: 'nobody',
    noRatings: 'No ratings yet today',
  },
};
