// Words of a ticket with several services (T4): what is now, later and done, where it goes on, the choice of what is
// finished; of its appointment (H3); and of the automatic call.
import type { Texts } from './language.ts';

interface CounterServiceWords {
  readonly services: string;
  readonly part: Readonly<Record<'now' | 'later' | 'done', string>>;
  /** This counter can handle it too. */
  readonly alsoHere: string;
  /** Under the button to finish. */
  readonly finishesAll: (count: number) => string;
  readonly goesOn: (where: string) => string;
  readonly choose: string;
  readonly chooseQuestion: (number: string) => string;
  readonly chooseKeys: string;
  readonly thenDone: string;
  readonly thenGoesOn: (service: string, where: string) => string;
  readonly finish: string;
  readonly finishAndNext: string;
  readonly chooseOne: string;
  /** After the finish: what the clerk tells the visitor. */
  readonly wentOn: (number: string, service: string, where: string) => string;
  readonly tellVisitor: string;

  readonly appointment: string;
  readonly slot: (from: string, to: string) => string;
  readonly came: Readonly<Record<'inTime' | 'late' | 'tooLate', (time: string) => string>>;

  readonly autoCall: (seconds: number) => string;
  readonly autoCallNow: string;
}

export const counterServiceTexts: Texts<CounterServiceWords> = {
  zh: {
    services: '事项',
    part: { now: '正在办', later: '接着办', done: '已办结' },
    alsoHere: '本窗口可一并办',
    finishesAll: (count) => `${count} 项一并办结`,
    goesOn: (where) => `接着去 ${where}`,
    choose: '选择办结的事项',
    chooseQuestion: (number) => `${number}：哪些事项在本窗口办结？`,
    chooseKeys: '数字键勾选，Enter 办结，Shift+Enter 办结并叫下一号',
    thenDone: '全部办结，号票结束。',
    thenGoesOn: (service, where) => `号票接着办“${service}”：请办事人去 ${where} 等候叫号。`,
    finish: '办结所选',
    finishAndNext: '办结所选并叫下一号',
    chooseOne: '请至少勾选一项。',
    wentOn: (number, service, where) => `${number} 接着办“${service}”，请去 ${where} 等候，不用重新取号。`,
    tellVisitor: '请告诉办事人',

    appointment: '预约',
    slot: (from, to) => `${from}–${to}`,
    came: {
      inTime: (time) => `${time} 签到，按时`,
      late: (time) => `${time} 签到，迟到，仍按预约`,
      tooLate: (time) => `${time} 签到，过时，不按预约`,
    },

    autoCall: (seconds) => `${seconds} 秒后自动叫号`,
    autoCallNow: '正在自动叫号…',
  },
  en: {
    services: 'Services',
    part: { now: 'Now', later: 'Next', done: 'Done' },
    alsoHere: 'can be done here too',
    finishesAll: (count) => `Finishes ${count} services`,
    goesOn: (where) => `→ ${where}`,
    choose: 'Choose what is finished',
    chooseQuestion: (number) => `${number}: what is finished at this counter?`,
    chooseKeys: 'Digits tick, Enter finishes, Shift+Enter also calls next',
    thenDone: 'All finished: the ticket ends.',
    thenGoesOn: (service, where) => `It goes on to ${service}: the visitor waits at ${where}.`,
    finish: 'Finish these',
    finishAndNext: 'Finish these and call next',
    chooseOne: 'Tick at least one.',
    wentOn: (number, service, where) => `${number} goes on to ${service}: please wait at ${where}; no new ticket is needed.`,
    tellVisitor: 'Tell the visitor',

    appointment: 'Appointment',
    slot: (from, to) => `${from}–${to}`,
    came: {
      inTime: (time) => `came ${time}, in time`,
      late: (time) => `came ${time}, late, still an appointment`,
      tooLate: (time) => `came ${time}, too late, not as an appointment`,
    },

    autoCall: (seconds) => `Calls by itself in ${seconds} s`,
    autoCallNow: 'Calling by itself…',
  },
};
