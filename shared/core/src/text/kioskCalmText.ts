// Words of the kiosk when it gives no number: the hall is not open, a service has an obstacle, an order was refused.
// Refusals have their plain words in refusalText.ts; here is what to do about them.
import type { Texts } from './language.ts';

interface KioskCalmWords {
  readonly notOpenTitle: string;
  readonly opensAt: (time: string) => string;
  readonly closedTitle: string;
  readonly closedHint: (time: string) => string;
  readonly connectingTitle: string;
  readonly connectingHint: string;
  readonly rejectedTitle: string;
  readonly refusedTitle: string;
  /** By the code of a refusal; the others have `refusedTitle`. */
  readonly titles: { readonly numbersExhausted: string; readonly ticketAlreadyLive: string; readonly wrongState: string; readonly noSuchTicket: string; readonly tooFast: string; readonly dayNotOpen: string; readonly stopping: string; readonly visitorErased: string; readonly overrideNeedsStaff: string; readonly priorityNeedsStaff: string };
  readonly askDesk: string;
  readonly tryAgainHint: string;
  readonly waitHint: string;
  readonly tryAgain: string;
  readonly vanishedTitle: string;
  readonly vanishedHint: string;
  readonly leftTitle: string;
  readonly leftHint: string;
  readonly leftKept: string;
  /** In place of the waiting count of a service nobody can take a number for now. */
  readonly tileOpens: (time: string) => string;
  readonly tileOver: string;
  readonly tileFull: string;
  readonly tileStopped: string;
  readonly tileTooLate: string;
  readonly outOfHoursTitle: string;
  readonly opensToday: (time: string) => string;
  readonly overToday: string;
  readonly quotaTitle: string;
  readonly quotaDesk: string;
  /** The turn would come after closing (H5). */
  readonly tooLateTitle: string;
  readonly tooLateWhy: (startsAt: string, closesAt: string) => string;
  readonly tooLateHint: string;
  readonly stoppedTitle: string;
  readonly stoppedBecause: (reason: string) => string;
  readonly followStaff: string;
  readonly keepTickets: string;
}

export const kioskCalmTexts: Texts<KioskCalmWords> = {
  zh: {
    notOpenTitle: '今日业务尚未开始',
    opensAt: (time) => `开放时间 ${time}，开始后即可取号，请稍候。`,
    closedTitle: '今日取号已结束',
    closedHint: (time) => `下一个业务日 ${time} 开始。如需帮助，请到咨询引导台。`,
    connectingTitle: '正在连接服务器',
    connectingHint: '连接后即可取号。如等候较久，请到咨询引导台。',
    rejectedTitle: '本机暂时不能取号',
    refusedTitle: '没有取到号',
    titles: { numbersExhausted: '今天的号已发完', ticketAlreadyLive: '您已经有号了', wrongState: '这个号已经变了', noSuchTicket: '没有这个号', tooFast: '现在取号的人很多', dayNotOpen: '今日业务尚未开始', stopping: '系统正在重新启动', visitorErased: '没有您的登记信息', overrideNeedsStaff: '需要工作人员办理', priorityNeedsStaff: '需要工作人员办理' },
    askDesk: '请到咨询引导台，工作人员会帮您取号。',
    tryAgainHint: '请再取一次号。',
    waitHint: '请稍等一会儿再取号。',
    tryAgain: '重新取号',
    vanishedTitle: '这个事项刚刚调整',
    vanishedHint: '没有取号。请回首页重新选择；找不到时请到咨询引导台。',
    leftTitle: '请到咨询引导台取号',
    leftHint: '工作人员会查看您的号是否已经取到。',
    leftKept: '如果很快恢复，号码会直接显示在本机上。',
    tileOpens: (time) => `${time} 开始取号`,
    tileOver: '今日取号已结束',
    tileFull: '号已发完',
    tileStopped: '暂停取号',
    tileTooLate: '今天可能来不及',
    outOfHoursTitle: '现在不是取号时间',
    opensToday: (time) => `今天 ${time} 开始取号，请届时再来。`,
    overToday: '今天的取号已经结束。',
    quotaTitle: '号已发完',
    quotaDesk: '如有特殊情况，工作人员会帮您处理。',
    tooLateTitle: '今天可能来不及办理',
    tooLateWhy: (startsAt, closesAt) => `按目前的等候情况，预计 ${startsAt} 左右才能轮到您，而该事项今天 ${closesAt} 停止办理。`,
    tooLateHint: '请改日再来；情况特殊请到咨询引导台。',
    stoppedTitle: '暂停取号',
    stoppedBecause: (reason) => `原因：${reason}。`,
    followStaff: '请听从现场工作人员安排，恢复后即可取号。',
    keepTickets: '已取的号仍然有效。',
  },
  en: {
    notOpenTitle: 'Not open yet today',
    opensAt: (time) => `The hall opens at ${time}. You can take a number then.`,
    closedTitle: 'No more numbers today',
    closedHint: (time) => `The next business day begins at ${time}. For help, please ask at the guide desk.`,
    connectingTitle: 'Connecting to the server',
    connectingHint: 'You can take a number once connected. If it takes long, please ask at the guide desk.',
    rejectedTitle: 'This kiosk cannot give numbers now',
    refusedTitle: 'No number was taken',
    titles: { numbersExhausted: 'No numbers are left today', ticketAlreadyLive: 'You have a number already', wrongState: 'This number has changed', noSuchTicket: 'There is no such number', tooFast: 'Many numbers are taken just now', dayNotOpen: 'Not open yet today', stopping: 'The system is starting anew', visitorErased: 'Nothing is kept about you', overrideNeedsStaff: 'The staff will help you', priorityNeedsStaff: 'The staff will help you' },
    askDesk: 'Please ask at the guide desk; the staff will help you.',
    tryAgainHint: 'Please take a number once more.',
    waitHint: 'Please wait a little, then take a number.',
    tryAgain: 'Try again',
    vanishedTitle: 'This service has just changed',
    vanishedHint: 'No number was taken. Please choose again, or ask at the guide desk.',
    leftTitle: 'Please ask at the guide desk',
    leftHint: 'The staff will see whether your number was given.',
    leftKept: 'If the connection is back soon, your number will be shown on this screen.',
    tileOpens: (time) => `Numbers from ${time}`,
    tileOver: 'Over for today',
    tileFull: 'All numbers given',
    tileStopped: 'No numbers now',
    tileTooLate: 'Too late for today',
    outOfHoursTitle: 'No numbers at this time',
    opensToday: (time) => `Numbers are given from ${time} today. Please come back then.`,
    overToday: 'No more numbers are given today.',
    quotaTitle: 'All numbers have been given',
    quotaDesk: 'In a special case the staff there will help you.',
    tooLateTitle: 'Probably too late for today',
    tooLateWhy: (startsAt, closesAt) => `As the lines are now, your turn would come at about ${startsAt}; this service closes at ${closesAt} today.`,
    tooLateHint: 'Please come another day. In a special case please ask at the guide desk.',
    stoppedTitle: 'No numbers for the moment',
    stoppedBecause: (reason) => `Reason: ${reason}.`,
    followStaff: 'Please follow the staff. Numbers will be given again afterwards.',
    keepTickets: 'Numbers already taken stay valid.',
  },
};
