// What every figure of the manager's page means, in the words of docs/spec/indicators.md (X2).
import type { Texts } from './language.ts';

export interface ManagerDefinitions {
  readonly waiting: string;
  readonly longestNow: string;
  readonly average: string;
  readonly onTime: (limitMinutes: number) => string;
  readonly openCounters: string;
  readonly inService: string;
  readonly served: string;
  readonly rated: string;
  readonly satisfaction: string;
  readonly perCounter: string;
  readonly queueCounters: string;
  readonly issued: string;
  readonly called: string;
  readonly missed: string;
}

export const managerDefinitions: Texts<ManagerDefinitions> = {
  zh: {
    waiting: '现在处于“等候中”的号票数。已叫号未到和已过号的不算。',
    longestNow: '现在仍在等候的人中最长的等候时长，从取号起算；预约从签到与预约时段的较晚者起算。',
    average: '等候时长＝取号到首次叫号；预约从签到与时段的较晚者起算，提前叫到记 0。平均值只算今天已叫号的号票；没有叫号时不显示。',
    onTime: (limit) => `等候达标率＝${limit} 分钟内叫到的号票数 ÷ 已叫号的号票数。没有叫号时不显示。`,
    openCounters: '状态为“服务中”的窗口数。暂停和未开放的不算。',
    inService: '现在处于“办理中”的号票数。',
    served: '办理量＝今天结果为“办结”的办理记录数。日终自动结束的不算。',
    rated: '评价量＝办事人主动给出评价的办理记录数，默认评价不算。',
    satisfaction: '满意率＝（非常满意＋满意＋基本满意）÷ 评价量。没有评价时不显示。',
    perCounter: '窗口饱和度＝等候人数 ÷ 开放窗口数，超过 10 人为超限，超过 5 人为偏多。没有开放窗口时如实说明，不作除法。',
    queueCounters: '以本队列为主队列且“服务中”的窗口数。协助窗口只在自己队列无人时服务，另行注明。',
    issued: '取号量＝今天发出的号票数。',
    called: '今天至少叫过一次的号票数，重呼不重复计。',
    missed: '今天叫号后未到而过号的次数。',
  },
  en: {
    waiting: 'Tickets that wait now. Those called or missed are not counted.',
    longestNow: 'Longest waiting time of those who still wait, from issue; for an appointment from the later of check-in and slot.',
    average: 'Waiting time is from issue to first call; for an appointment from the later of check-in and slot, 0 when called before it. Averaged over the tickets called today; not shown when none was called.',
    onTime: (limit) => `On-time rate: tickets called within ${limit} min ÷ tickets called. Not shown when none was called.`,
    openCounters: 'Counters whose state is open. Paused and closed ones are not counted.',
    inService: 'Tickets being served now.',
    served: 'Service records of today with the outcome finished. Those ended by the day close are not counted.',
    rated: 'Service records with a rating given by the visitor; defaults are not counted.',
    satisfaction: 'Satisfaction rate: rated at levels 3, 4 and 5 ÷ rated. Not shown when nothing was rated.',
    perCounter: 'Counter saturation: waiting ÷ open counters; above 10 is too many, above 5 is busy. Without an open counter that is said and nothing is divided.',
    queueCounters: 'Open counters that have this queue as their own. Helping counters serve it only when nobody waits in theirs, and are named apart.',
    issued: 'Tickets issued today.',
    called: 'Tickets called at least once today; recalls are not counted again.',
    missed: 'Misses today: called and not come.',
  },
};
