// Why a ticket is next, or was called (C3), and what its rank means for the order of calling (C4), in plain words.
import type { CallReason, Rank } from '../domain/events.ts';
import type { Texts } from './language.ts';

interface CallReasonWords {
  /** Standing of a ticket without a class of its own. */
  readonly rank: Readonly<Record<Rank, string>>;
  /** What that standing means for the order of calling (C4). */
  readonly rankMeaning: Readonly<Record<Rank, string>>;
  readonly appointmentEarly: string;
  /** `ceiling` is the plan's longest wait in minutes. */
  readonly why: (why: CallReason, ceiling: number) => string;
}

export const callReasonTexts: Texts<CallReasonWords> = {
  zh: {
    rank: { green: '绿色通道', appointment: '预约', priority: '优先', ordinary: '普通' },
    rankMeaning: {
      green: '绿色通道，先于所有人', appointment: '预约时段已到，先于优先和普通', priority: '优先类别，先于普通', ordinary: '按取号先后',
    },
    appointmentEarly: '预约时段未到，无其他人时可叫',
    why: ({ rule, rank, rankedInARow, helping }, ceiling) => {
      const of = { green: '绿色通道', appointment: '预约', priority: '优先', ordinary: '普通' }[rank];
      const words = {
        pastCeiling: `等候超过 ${ceiling} 分钟，最先叫`,
        greenChannel: '绿色通道，先于所有人',
        firstOfRank: `${of}号先于普通号，且在其中最早`,
        ordinaryTurn: `已连续叫 ${rankedInARow} 个优先或预约号，轮到普通号`,
        onlyRankWaiting: rank === 'ordinary' ? '取号最早' : `只有${of}号在等，且最早`,
        earlyAppointment: '没有其他人等候，预约可提前办理',
      }[rule];
      return helping ? `${words}（协助：我的队列无人）` : words;
    },
  },
  en: {
    rank: { green: 'Green channel', appointment: 'Appointment', priority: 'Priority', ordinary: 'Ordinary' },
    rankMeaning: {
      green: 'green channel, before everybody', appointment: 'slot has begun, before priority and ordinary',
      priority: 'priority class, before ordinary', ordinary: 'in order of arrival',
    },
    appointmentEarly: 'slot has not begun; called only if nobody else waits',
    why: ({ rule, rank, rankedInARow, helping }, ceiling) => {
      const words = {
        pastCeiling: `waited over ${ceiling} min, goes first`,
        greenChannel: 'green channel, before everybody',
        firstOfRank: `${rank} goes before ordinary, and earliest of these`,
        ordinaryTurn: `${rankedInARow} ranked calls in a row, now an ordinary one`,
        onlyRankWaiting: rank === 'ordinary' ? 'earliest to arrive' : `only ${rank} tickets wait, and the earliest`,
        earlyAppointment: 'nobody else waits, the appointment may be early',
      }[rule];
      return helping ? `${words} (helping: my queues are empty)` : words;
    },
  },
};
