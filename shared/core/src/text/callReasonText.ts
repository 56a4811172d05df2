// Why a ticket is next, or was called (C3), and what its rank means for the order of calling (C4, C5), in plain words.
import type { CallReason, Rank } from '../domain/events.ts';
import type { Plan } from '../domain/plan.ts';
import type { Texts } from './language.ts';

type Policy = Plan['calling']['policy'];
const inMinutes = (ms: number): number => Math.round(ms / 60_000);

interface CallReasonWords {
  /** Standing of a ticket without a class of its own. */
  readonly rank: Readonly<Record<Rank, string>>;
  /** What the plan's policy makes of a standing, in its own numbers (C4, C5). */
  readonly standing: (policy: Policy, rank: Rank) => string;
  /** The clerk's reason beside a pick (C9). */
  readonly pickedFor: (reason: string) => string;
  /** `ceiling` is the plan's longest wait in minutes. */
  readonly why: (why: CallReason, ceiling: number) => string;
}

/** The ceiling, a condition and a pick reach a helper queue while somebody waits in the own ones. */
const inTurn = (rule: CallReason['rule']): boolean => rule !== 'pastCeiling' && rule !== 'condition' && rule !== 'picked';

export const callReasonTexts: Texts<CallReasonWords> = {
  zh: {
    rank: { green: '绿色通道', appointment: '预约', priority: '优先', ordinary: '普通' },
    standing: (policy, rank) => {
      if (rank === 'green' && !('creditMs' in policy)) return '先于所有人，不占优先次数';
      if (policy.kind === 'firstCome') return `按到达先后，视作早到 ${inMinutes(policy.creditMs[rank])} 分钟`;
      if (policy.kind === 'accumulating') return `起始加 ${inMinutes(policy.creditMs[rank])} 分钟，每等 1 分钟计 ${policy.rate[rank]} 分钟`;
      if (rank === 'ordinary') return policy.kind === 'strictRanks' ? '没有优先和预约时，按取号先后' : '按取号先后，与优先、预约轮流';
      const before = rank === 'appointment' ? '先于优先和普通' : '先于普通';
      if (policy.kind === 'strictRanks') return before;
      const [ranked, ordinary] = policy.kind === 'ratio' ? [policy.ranked, policy.ordinary] : [policy.rankedInARow, 1];
      return `${before}；连续叫 ${ranked} 个优先或预约后，叫 ${ordinary} 个普通`;
    },
    pickedFor: (reason) => `窗口选呼：${reason}`,
    why: ({ rule, rank, rankedInARow, helping }, ceiling) => {
      const of = { green: '绿色通道', appointment: '预约', priority: '优先', ordinary: '普通' }[rank];
      const words = {
        pastCeiling: `等候超过 ${ceiling} 分钟，最先叫`,
        greenChannel: '绿色通道，先于所有人',
        firstOfRank: `${of}号先于普通号，且在其中最早`,
        ordinaryTurn: rankedInARow < 0 ? '按比例轮到普通号' : `已连续叫 ${rankedInARow} 个优先或预约号，轮到普通号`,
        onlyRankWaiting: rank === 'ordinary' ? '取号最早' : `只有${of}号在等，且最早`,
        earlyAppointment: '没有其他人等候，预约可提前办理',
        condition: '该队列等候超过设定时限，先叫',
        mostCredit: `累计优先值最高（${of}）`,
        picked: '窗口选呼',
      }[rule];
      return helping ? `${words}（${inTurn(rule) ? '协助：我的队列无人' : '协助其他队列'}）` : words;
    },
  },
  en: {
    rank: { green: 'Green channel', appointment: 'Appointment', priority: 'Priority', ordinary: 'Ordinary' },
    standing: (policy, rank) => {
      if (rank === 'green' && !('creditMs' in policy)) return 'before everybody, outside the cap';
      if (policy.kind === 'firstCome') return `in order of arrival, as if ${inMinutes(policy.creditMs[rank])} min earlier`;
      if (policy.kind === 'accumulating') return `begins with ${inMinutes(policy.creditMs[rank])} min of credit; each minute counts ${policy.rate[rank]}`;
      if (rank === 'ordinary') return policy.kind === 'strictRanks' ? 'in order of arrival, after priority and appointments' : 'in order of arrival, by turns with priority and appointments';
      const before = rank === 'appointment' ? 'before priority and ordinary' : 'before ordinary';
      if (policy.kind === 'strictRanks') return before;
      const [ranked, ordinary] = policy.kind === 'ratio' ? [policy.ranked, policy.ordinary] : [policy.rankedInARow, 1];
      return `${before}; after ${ranked} such calls in a row, ${ordinary} ordinary`;
    },
    pickedFor: (reason) => `picked by the clerk: ${reason}`,
    why: ({ rule, rank, rankedInARow, helping }, ceiling) => {
      const words = {
        pastCeiling: `waited over ${ceiling} min, goes first`,
        greenChannel: 'green channel, before everybody',
        firstOfRank: `${rank} goes before ordinary, and earliest of these`,
        ordinaryTurn: rankedInARow < 0 ? 'an ordinary turn by the ratio' : `${rankedInARow} ranked calls in a row, now an ordinary one`,
        onlyRankWaiting: rank === 'ordinary' ? 'earliest to arrive' : `only ${rank} tickets wait, and the earliest`,
        earlyAppointment: 'nobody else waits, the appointment may be early',
        condition: 'somebody in this queue has waited past its limit',
        mostCredit: `most waiting credit (${rank})`,
        picked: 'picked by the clerk',
      }[rule];
      return helping ? `${words} (${inTurn(rule) ? 'helping: my queues are empty' : 'helping another queue'})` : words;
    },
  },
};
