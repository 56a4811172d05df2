// Words of the counter screen: signing in, queues, the ticket in hand, the day. Its actions and why one cannot be used
// now are in counterActionText.ts, the reasons of a call in callReasonText.ts.
import type { Texts } from './language.ts';

interface CounterWords {
  readonly title: string;

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
}

export const counterTexts: Texts<CounterWords> = {
  zh: {
    title: '窗口工作台',
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
  },
  en: {
    title: 'Counter desk',
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
  },
};
