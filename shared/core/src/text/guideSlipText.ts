// Words of the printed guide of a service (办事指南). What stands on it and in which order is in slip/guideSlip.ts.
import type { Texts } from './language.ts';

interface GuideSlipWords {
  readonly title: string;
  readonly department: (name: string) => string;
  readonly bring: string;
  readonly steps: string;
  readonly time: string;
  /** Promised working days; 0: on the spot. */
  readonly days: (days: number) => string;
  readonly fee: string;
  readonly basis: string;
  readonly place: string;
  readonly notGiven: string;
  /** The paper is no ticket. */
  readonly noTicket: string;
  readonly printed: (date: string) => string;
}

export const guideSlipTexts: Texts<GuideSlipWords> = {
  zh: {
    title: '办事指南',
    department: (name) => `办理部门：${name}`,
    bring: '所需材料',
    steps: '办理流程',
    time: '承诺时限',
    days: (days) => (days === 0 ? '当场办结' : `${days} 个工作日`),
    fee: '收费标准',
    basis: '办理依据',
    place: '办理地点',
    notGiven: '未提供',
    noTicket: '本指南不是号单，办理请先取号。',
    printed: (date) => `打印日期 ${date}`,
  },
  en: {
    title: 'Service guide',
    department: (name) => `Handled by: ${name}`,
    bring: 'What to bring',
    steps: 'How it goes',
    time: 'How long it takes',
    days: (days) => (days === 0 ? 'Done on the spot' : days === 1 ? '1 working day' : `${days} working days`),
    fee: 'Fee',
    basis: 'Legal basis',
    place: 'Where',
    notGiven: 'Not provided',
    noTicket: 'This is a guide, not a number. Please take a number first.',
    printed: (date) => `Printed ${date}`,
  },
};
