// Words of the counter's actions, and the short forms of why one cannot be used now, which fit on a button.
// Refusals in full sentences are in refusalText.ts.
import type { RefusalFacts } from '../domain/refusals.ts';
import type { Texts } from './language.ts';

/** Actions as they are labelled; `resumeService` is the order to open, given to a paused counter. */
type ActionWords = Readonly<Record<
  'callNext' | 'recallTicket' | 'startService' | 'missTicket' | 'finishService' | 'finishAndCallNext'
  | 'parkTicket' | 'transferTicket' | 'pickTicket' | 'putBackTicket' | 'undoStep' | 'resumeTicket' | 'unparkTicket' | 'returnTicket'
  | 'pauseCounter' | 'resumeService' | 'openCounter' | 'closeCounter' | 'signOut', string>>;

/** Codes that have a short form; every other refusal is shown with its full sentence. */
type ShortCode = 'dayNotOpen' | 'notSignedIn' | 'counterNotOpen' | 'counterAlready' | 'ticketActive' | 'nobodyWaiting'
  | 'tooSoon' | 'callsUsed' | 'callAgainFirst' | 'returnNotAllowed' | 'returnTooLate' | 'notOurQueue';
type ShortRefusals = { readonly [C in ShortCode]: (facts: RefusalFacts<C>) => string };

interface CounterActionWords {
  readonly actions: ActionWords;
  readonly shortRefusals: ShortRefusals;
  readonly away: string;
  readonly awayHint: string;
  readonly sentWhenBack: string;
  readonly noTicket: string;
  readonly notStarted: string;
  readonly alreadyStarted: string;
  readonly noStepToUndo: string;
  readonly answerAwaited: string;
  /** A press that fell between an order and its answer. */
  readonly pressAgain: string;
  readonly refused: (action: string, why: string) => string;
  readonly finishedNobodyCalled: (number: string) => string;
}

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));

export const counterActionTexts: Texts<CounterActionWords> = {
  zh: {
    actions: {
      callNext: '叫下一号', recallTicket: '重呼', startService: '开始办理', missTicket: '过号', finishService: '办结',
      finishAndCallNext: '办结并叫下一号', parkTicket: '挂起', transferTicket: '转办', pickTicket: '选呼', putBackTicket: '退回等候',
      undoStep: '撤销', resumeTicket: '继续办理', unparkTicket: '退回等候', returnTicket: '过号恢复', pauseCounter: '暂停服务', resumeService: '继续服务', openCounter: '开放窗口',
      closeCounter: '关闭窗口', signOut: '退出登录',
    },
    shortRefusals: {
      dayNotOpen: () => '今日业务未开始',
      notSignedIn: () => '请先登录',
      counterNotOpen: ({ state }) => (state === 'paused' ? '暂停服务中' : '窗口未开放'),
      counterAlready: ({ state }) => (state === 'open' ? '窗口已开放' : state === 'paused' ? '已经暂停' : '窗口未开放'),
      ticketActive: ({ number, state }) => (state === 'serving' ? `先办结 ${number}` : `先开始或过号 ${number}`),
      nobodyWaiting: () => '无人等候',
      tooSoon: ({ waitMs }) => `${seconds(waitMs)} 秒后可用`,
      callsUsed: ({ maxCalls }) => `已呼满 ${maxCalls} 次`,
      returnNotAllowed: () => '该队列过号作废，请引导台处理',
      returnTooLate: ({ withinMs }) => `过号超过 ${Math.round(withinMs / 60_000)} 分钟，请引导台处理`,
      notOurQueue: () => '本窗口不办理该队列',
      callAgainFirst: ({ calls, needed }) => `再呼 ${needed - calls} 次可用`,
    },
    away: '离线，不能操作',
    awayHint: '与服务器失去联系，正在自动重连。不能叫号；正在办理的可以办结，恢复后自动提交。',
    sentWhenBack: '已按下，恢复后提交',
    noTicket: '没有当前号票',
    notStarted: '请先开始办理',
    alreadyStarted: '已开始办理',
    noStepToUndo: '没有可撤销的操作',
    answerAwaited: '等待服务器答复…',
    pressAgain: '上一操作还没有答复，这次没有执行，请再按一次',
    refused: (action, why) => `${action}：${why}`,
    finishedNobodyCalled: (number) => `${number} 已办结，没有叫下一号。`,
  },
  en: {
    actions: {
      callNext: 'Call next', recallTicket: 'Recall', startService: 'Start', missTicket: 'Miss', finishService: 'Finish',
      finishAndCallNext: 'Finish and call next', parkTicket: 'Park', transferTicket: 'Transfer', pickTicket: 'Pick', putBackTicket: 'Put back',
      undoStep: 'Undo', resumeTicket: 'Resume parked', unparkTicket: 'Back to wait', returnTicket: 'Return', pauseCounter: 'Pause', resumeService: 'Resume', openCounter: 'Open counter',
      closeCounter: 'Close counter', signOut: 'Sign out',
    },
    shortRefusals: {
      dayNotOpen: () => 'The day is not open',
      notSignedIn: () => 'Sign in first',
      counterNotOpen: ({ state }) => (state === 'paused' ? 'Counter is paused' : 'Counter is closed'),
      counterAlready: ({ state }) => `Counter is already ${state}`,
      ticketActive: ({ number, state }) => (state === 'serving' ? `Finish ${number} first` : `Start or miss ${number} first`),
      nobodyWaiting: () => 'Nobody is waiting',
      tooSoon: ({ waitMs }) => `In ${seconds(waitMs)} s`,
      callsUsed: ({ maxCalls }) => `All ${maxCalls} calls used`,
      returnNotAllowed: () => 'No return in this queue; ask the guide desk',
      returnTooLate: ({ withinMs }) => `Missed over ${Math.round(withinMs / 60_000)} min ago; ask the guide desk`,
      notOurQueue: () => 'Not a queue of this counter',
      callAgainFirst: ({ calls, needed }) => (needed - calls === 1 ? 'After 1 more call' : `After ${needed - calls} more calls`),
    },
    away: 'Offline, not possible',
    awayHint: 'Out of touch with the server, reconnecting. No calls; a ticket in service can be finished, sent when back.',
    sentWhenBack: 'Pressed; sent when back',
    noTicket: 'No ticket in hand',
    notStarted: 'Start it first',
    alreadyStarted: 'Already started',
    noStepToUndo: 'Nothing to undo',
    answerAwaited: 'Waiting for the server…',
    pressAgain: 'the last order had no answer yet; not carried out, please press again',
    refused: (action, why) => `${action}: ${why}`,
    finishedNobodyCalled: (number) => `${number} is finished; nobody was called.`,
  },
};
