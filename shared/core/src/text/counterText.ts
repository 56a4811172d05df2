// Words of the counter screen: its actions, why one cannot be used now, and why a ticket is (or was) called.
// Refusals in full sentences are in refusalText.ts; here are the short forms that fit on a button.
import type { CallReason, Rank } from '../domain/events.ts';
import type { RefusalFacts } from '../domain/refusals.ts';
import type { Texts } from './language.ts';

/** Actions as they are labelled; `resumeService` is the order to open, given to a paused counter. */
type ActionWords = Readonly<Record<
  'callNext' | 'recallTicket' | 'startService' | 'missTicket' | 'finishService' | 'finishAndCallNext'
  | 'pauseCounter' | 'resumeService' | 'openCounter' | 'closeCounter' | 'signOut', string>>;

/** Codes that have a short form; every other refusal is shown with its full sentence. */
type ShortCode = 'dayNotOpen' | 'notSignedIn' | 'counterNotOpen' | 'counterAlready' | 'ticketActive' | 'nobodyWaiting'
  | 'tooSoon' | 'callsUsed' | 'callAgainFirst';
type ShortRefusals = { readonly [C in ShortCode]: (facts: RefusalFacts<C>) => string };

interface CounterWords {
  readonly title: string;
  readonly actions: ActionWords;
  readonly shortRefusals: ShortRefusals;
  readonly away: string;
  readonly awayHint: string;
  readonly sentWhenBack: string;
  readonly noTicket: string;
  readonly notStarted: string;
  readonly alreadyStarted: string;
  readonly answerAwaited: string;
  readonly pressAgain: string;
  readonly refused: (action: string, why: string) => string;
  readonly finishedNobodyCalled: (number: string) => string;

  readonly signIn: string;
  readonly staffNumber: string;
  readonly staffNumberHint: string;
  readonly noPassword: string;
  readonly chooseClerk: string;
  readonly clerkAtCounter: (counterId: string) => string;
  readonly nobodyFound: string;
  readonly notACounter: (place: string) => string;

  readonly myQueues: string;
  readonly helperQueues: string;
  readonly helperHint: string;
  readonly people: (count: number) => string;
  readonly longest: (wait: string) => string;
  readonly nobody: string;
  readonly overLimit: string;
  readonly nextTickets: string;
  readonly waited: (wait: string) => string;
  readonly helping: string;

  readonly currentTicket: string;
  readonly sinceCall: string;
  readonly sinceStart: string;
  readonly calls: (calls: number, most: number) => string;
  readonly classLabel: string;
  readonly reason: (reason: string) => string;
  readonly whyLabel: string;
  readonly waitedLabel: string;
  readonly noCurrent: string;
  readonly pressNext: string;
  readonly nobodyWaits: string;
  readonly closedHint: string;
  readonly pausedFor: (length: string) => string;
  readonly pausedHint: string;
  readonly pausedWithTicket: string;
  readonly chooseReason: string;
  readonly cancel: string;

  readonly missed: string;
  readonly noMissed: string;
  readonly lastCall: (time: string, counterId: string) => string;
  readonly myDay: string;
  readonly served: string;
  readonly averageService: string;
  readonly averageWait: string;
  readonly ratings: string;
  readonly nothingYet: string;
  readonly underAMinute: string;

  /** Standing of a ticket without a class of its own. */
  readonly rank: Readonly<Record<Rank, string>>;
  /** What that standing means for the order of calling (C4). */
  readonly rankMeaning: Readonly<Record<Rank, string>>;
  readonly appointmentEarly: string;
  /** Why this ticket is next, or was called (C3). `ceiling` is the plan's longest wait in minutes. */
  readonly why: (why: CallReason, ceiling: number) => string;
}

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));

export const counterTexts: Texts<CounterWords> = {
  zh: {
    title: '窗口工作台',
    actions: {
      callNext: '叫下一号', recallTicket: '重呼', startService: '开始办理', missTicket: '过号', finishService: '办结',
      finishAndCallNext: '办结并叫下一号', pauseCounter: '暂停服务', resumeService: '继续服务', openCounter: '开放窗口',
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
      callAgainFirst: ({ calls, needed }) => `再呼 ${needed - calls} 次可用`,
    },
    away: '离线，不能操作',
    awayHint: '与服务器失去联系，正在自动重连。不能叫号；正在办理的可以办结，恢复后自动提交。',
    sentWhenBack: '已按下，恢复后提交',
    noTicket: '没有当前号票',
    notStarted: '请先开始办理',
    alreadyStarted: '已开始办理',
    answerAwaited: '等待服务器答复…',
    pressAgain: '上一操作还没有答复，这次没有执行，请再按一次',
    refused: (action, why) => `${action}：${why}`,
    finishedNobodyCalled: (number) => `${number} 已办结，没有叫下一号。`,

    signIn: '登录窗口',
    staffNumber: '工号',
    staffNumberHint: '输入工号，或在下面选择',
    noPassword: '试用版不设密码：输入工号即可登录，请勿用于正式业务。',
    chooseClerk: '窗口人员',
    clerkAtCounter: (counterId) => `已在 ${counterId} 号窗口`,
    nobodyFound: '没有匹配的工号或姓名',
    notACounter: (place) => `业务方案中没有窗口“${place}”，请联系管理员。`,

    myQueues: '我的队列',
    helperQueues: '协助队列',
    helperHint: '我的队列无人时才叫',
    people: (count) => `${count} 人`,
    longest: (wait) => `最长等候 ${wait}`,
    nobody: '无人等候',
    overLimit: '超时',
    nextTickets: '接下来',
    waited: (wait) => `已等 ${wait}`,
    helping: '协助',

    currentTicket: '当前号票',
    sinceCall: '距上次呼叫',
    sinceStart: '已办理',
    calls: (calls, most) => `已呼叫 ${calls} 次（最多 ${most} 次）`,
    classLabel: '类别',
    reason: (reason) => `事由：${reason}`,
    whyLabel: '叫号依据',
    waitedLabel: '等候',
    noCurrent: '当前没有号票',
    pressNext: '按 F2 叫下一号',
    nobodyWaits: '现在没有人等候',
    closedHint: '窗口未开放，不能叫号。按 Shift+F11 开放窗口。',
    pausedFor: (length) => `已暂停 ${length}`,
    pausedHint: '按 F11 继续服务',
    pausedWithTicket: '可以办完当前这一号，之后不再叫号；按 F11 继续服务',
    chooseReason: '为什么暂停？按数字键选择',
    cancel: '取消',

    missed: '过号',
    noMissed: '没有过号',
    lastCall: (time, counterId) => `${time} 在 ${counterId} 号窗口呼叫`,
    myDay: '本窗口今日',
    served: '已办结',
    averageService: '平均办理',
    averageWait: '平均等候',
    ratings: '收到评价',
    nothingYet: '—',
    underAMinute: '不到 1 分钟',

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
    title: 'Counter desk',
    actions: {
      callNext: 'Call next', recallTicket: 'Recall', startService: 'Start', missTicket: 'Miss', finishService: 'Finish',
      finishAndCallNext: 'Finish and call next', pauseCounter: 'Pause', resumeService: 'Resume', openCounter: 'Open counter',
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
      callAgainFirst: ({ calls, needed }) => (needed - calls === 1 ? 'After 1 more call' : `After ${needed - calls} more calls`),
    },
    away: 'Offline, not possible',
    awayHint: 'Out of touch with the server, reconnecting. No calls; a ticket in service can be finished, sent when back.',
    sentWhenBack: 'Pressed; sent when back',
    noTicket: 'No ticket in hand',
    notStarted: 'Start it first',
    alreadyStarted: 'Already started',
    answerAwaited: 'Waiting for the server…',
    pressAgain: 'the last order had no answer yet; not carried out, please press again',
    refused: (action, why) => `${action}: ${why}`,
    finishedNobodyCalled: (number) => `${number} is finished; nobody was called.`,

    signIn: 'Sign in',
    staffNumber: 'Staff number',
    staffNumberHint: 'Type your number, or choose below',
    noPassword: 'Trial: there is no password, the staff number is enough. Not for real service.',
    chooseClerk: 'Clerks',
    clerkAtCounter: (counterId) => `At counter ${counterId}`,
    nobodyFound: 'No such number or name',
    notACounter: (place) => `The plan has no counter “${place}”. Please ask the manager.`,

    myQueues: 'My queues',
    helperQueues: 'Helper queues',
    helperHint: 'Called only when my queues are empty',
    people: (count) => (count === 1 ? '1 person' : `${count} people`),
    longest: (wait) => `longest ${wait}`,
    nobody: 'nobody',
    overLimit: 'over limit',
    nextTickets: 'Next',
    waited: (wait) => `waited ${wait}`,
    helping: 'helping',

    currentTicket: 'Current ticket',
    sinceCall: 'Since last call',
    sinceStart: 'In service',
    calls: (calls, most) => `Called ${calls} of ${most} times`,
    classLabel: 'Class',
    reason: (reason) => `Reason: ${reason}`,
    whyLabel: 'Why called',
    waitedLabel: 'Waited',
    noCurrent: 'No ticket in hand',
    pressNext: 'Press F2 to call the next',
    nobodyWaits: 'Nobody is waiting',
    closedHint: 'The counter is closed and cannot call. Press Shift+F11 to open it.',
    pausedFor: (length) => `for ${length}`,
    pausedHint: 'Press F11 to resume',
    pausedWithTicket: 'You can finish this ticket; nobody else is called. Press F11 to resume',
    chooseReason: 'Why? Press a digit to choose',
    cancel: 'Cancel',

    missed: 'Missed',
    noMissed: 'Nobody missed a call',
    lastCall: (time, counterId) => `called ${time} at counter ${counterId}`,
    myDay: 'This counter today',
    served: 'Finished',
    averageService: 'Average service',
    averageWait: 'Average wait',
    ratings: 'Ratings received',
    nothingYet: '—',
    underAMinute: '< 1 min',

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
