// Words of the kiosk's pages. Refusals have their plain words in refusalText.ts; here is what to do about them.
import type { Texts } from './language.ts';

interface KioskWords {
  readonly takeNumber: string;
  readonly welcome: string;
  readonly welcomeHint: string;
  readonly featured: string;
  readonly byDepartment: string;
  readonly services: (count: number) => string;
  readonly waitingHere: (people: number) => string;
  readonly back: string;
  readonly home: string;
  readonly moreBelow: string;
  readonly moreAbove: string;
  readonly elder: string;
  readonly ordinary: string;
  readonly peopleAhead: string;
  readonly people: string;
  readonly where: string;
  readonly counters: (range: string) => string;
  readonly openNow: (range: string) => string;
  readonly openHelp: (range: string) => string;
  readonly noneOpen: string;
  readonly bring: string;
  readonly bringNothing: string;
  readonly promise: string;
  readonly onTheSpot: string;
  readonly workingDays: (days: number) => string;
  readonly takeAway: string;
  readonly stale: string;
  readonly taking: string;
  readonly takingHint: string;
  readonly takingSlow: string;
  readonly takingAway: string;
  readonly takingKept: string;
  readonly stopWaiting: string;
  readonly yourNumber: string;
  readonly aheadOfYou: (people: number) => string;
  readonly goTo: string;
  readonly remember: string;
  readonly finished: (seconds: number) => string;
  readonly stillThere: string;
  readonly idle: (seconds: number) => string;
  readonly stay: string;
  readonly lateTitle: (number: string, service: string) => string;
  readonly lateHint: string;
  readonly understood: string;
  readonly notOpenTitle: string;
  readonly opensAt: (time: string) => string;
  readonly closedTitle: string;
  readonly closedHint: (time: string) => string;
  readonly connectingTitle: string;
  readonly connectingHint: string;
  readonly rejectedTitle: string;
  readonly refusedTitle: string;
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
  readonly outOfHoursTitle: string;
  readonly opensToday: (time: string) => string;
  readonly overToday: string;
  readonly quotaTitle: string;
  readonly quotaDesk: string;
  readonly stoppedTitle: string;
  readonly stoppedBecause: (reason: string) => string;
  readonly followStaff: string;
  readonly keepTickets: string;
  readonly hours: string;
  /** Monday first. */
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  readonly fromDayTo: (first: string, last: string) => string;
  readonly noHours: string;
  readonly today: (name: string) => string;
}

export const kioskTexts: Texts<KioskWords> = {
  zh: {
    takeNumber: '取号',
    welcome: '请选择要办理的事项',
    welcomeHint: '点选事项，再点“取号”即可',
    featured: '常办事项',
    byDepartment: '按部门查找',
    services: (count) => `${count} 项`,
    waitingHere: (people) => (people === 0 ? '无人等候' : `${people} 人等候`),
    back: '返回',
    home: '首页',
    moreBelow: '下面还有',
    moreAbove: '回到上面',
    elder: '大字版',
    ordinary: '标准版',
    peopleAhead: '前面',
    people: '人',
    where: '办理地点',
    counters: (range) => `${range} 号窗口`,
    openNow: (range) => `正在办理：${range} 号窗口`,
    openHelp: (range) => `本队列窗口暂未开放，由 ${range} 号窗口协助办理`,
    noneOpen: '现在没有开放的窗口。可以先取号，窗口开放后按号呼叫；着急请问咨询引导台。',
    bring: '请带材料',
    bringNothing: '无需材料',
    promise: '办理时限',
    onTheSpot: '当场办结',
    workingDays: (days) => `${days} 个工作日`,
    takeAway: '与服务器失去联系，暂时不能取号。恢复后按钮会自动可用；着急请到咨询引导台。',
    stale: '失去联系前',
    taking: '正在取号…',
    takingHint: '请稍候，号码马上就好',
    takingSlow: '还在等待服务器答复',
    takingAway: '与服务器失去联系，正在重新连接',
    takingKept: '您的取号请求已保留，恢复后自动取号，只取一个，不必再按。一分钟内没有恢复就不再取号，请到咨询引导台。',
    stopWaiting: '不等了，去咨询引导台',
    yourNumber: '您的号码',
    aheadOfYou: (people) => (people === 0 ? '前面无人等候' : `前面还有 ${people} 人`),
    goTo: '请到这里等候',
    remember: '请记下号码，留意叫号屏和语音播报',
    finished: (seconds) => `完成（${seconds} 秒后返回首页）`,
    stillThere: '您还在吗？',
    idle: (seconds) => `${seconds} 秒后返回首页`,
    stay: '继续查看',
    lateTitle: (number, service) => `断线前的取号已成功：${number}（${service}）`,
    lateHint: '如果是您取的号，请记下号码，不必重新取号。',
    understood: '知道了',
    notOpenTitle: '今日业务尚未开始',
    opensAt: (time) => `开放时间 ${time}，开始后即可取号，请稍候。`,
    closedTitle: '今日取号已结束',
    closedHint: (time) => `下一个业务日 ${time} 开始。如需帮助，请到咨询引导台。`,
    connectingTitle: '正在连接服务器',
    connectingHint: '连接后即可取号。如等候较久，请到咨询引导台。',
    rejectedTitle: '本机暂时不能取号',
    refusedTitle: '没有取到号',
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
    outOfHoursTitle: '现在不是取号时间',
    opensToday: (time) => `今天 ${time} 开始取号，请届时再来。`,
    overToday: '今天的取号已经结束。',
    quotaTitle: '号已发完',
    quotaDesk: '如有特殊情况，工作人员会帮您处理。',
    stoppedTitle: '暂停取号',
    stoppedBecause: (reason) => `原因：${reason}。`,
    followStaff: '请听从现场工作人员安排，恢复后即可取号。',
    keepTickets: '已取的号仍然有效。',
    hours: '取号与办理时间',
    weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    fromDayTo: (first, last) => `${first}至${last}`,
    noHours: '不办理',
    today: (name) => `今天（${name}）`,
  },
  en: {
    takeNumber: 'Take a number',
    welcome: 'What have you come for?',
    welcomeHint: 'Choose a service, then press “Take a number”',
    featured: 'Most used services',
    byDepartment: 'All services by department',
    services: (count) => (count === 1 ? '1 service' : `${count} services`),
    waitingHere: (people) => (people === 0 ? 'Nobody waiting' : `${people} waiting`),
    back: 'Back',
    home: 'Home',
    moreBelow: 'More below',
    moreAbove: 'Back to top',
    elder: 'Large text',
    ordinary: 'Normal text',
    peopleAhead: 'Ahead of you',
    people: '',
    where: 'Where',
    counters: (range) => (/^[0-9]+$/.test(range) ? `Counter ${range}` : `Counters ${range}`),
    openNow: (range) => `Open now: ${range}`,
    openHelp: (range) => `The counters of this queue are not open; helped at ${range}`,
    noneOpen: 'No counter is open for this now. You can take a number and will be called when one opens; if it is urgent, please ask at the guide desk.',
    bring: 'What to bring',
    bringNothing: 'Nothing needed',
    promise: 'Done within',
    onTheSpot: 'On the spot',
    workingDays: (days) => (days === 1 ? '1 working day' : `${days} working days`),
    takeAway: 'Out of touch with the server: no numbers just now. The button comes back by itself; if it is urgent, please ask at the guide desk.',
    stale: 'Before the connection was lost',
    taking: 'Getting your number…',
    takingHint: 'One moment, please',
    takingSlow: 'Still waiting for the server',
    takingAway: 'Out of touch with the server, connecting again',
    takingKept: 'Your request is kept and will give one number when the connection is back; there is no need to press again. After one minute it lapses: then please ask at the guide desk.',
    stopWaiting: 'Stop waiting, ask at the guide desk',
    yourNumber: 'Your number',
    aheadOfYou: (people) => (people === 0 ? 'Nobody ahead of you' : people === 1 ? '1 person ahead of you' : `${people} people ahead of you`),
    goTo: 'Please wait here',
    remember: 'Remember your number, watch the screens and listen for it',
    finished: (seconds) => `Done (home in ${seconds} s)`,
    stillThere: 'Are you still there?',
    idle: (seconds) => `Back to the first page in ${seconds} s`,
    stay: 'Keep reading',
    lateTitle: (number, service) => `A number from before the interruption: ${number} (${service})`,
    lateHint: 'If it is yours, please remember it. You need no second one.',
    understood: 'OK',
    notOpenTitle: 'Not open yet today',
    opensAt: (time) => `The hall opens at ${time}. You can take a number then.`,
    closedTitle: 'No more numbers today',
    closedHint: (time) => `The next business day begins at ${time}. For help, please ask at the guide desk.`,
    connectingTitle: 'Connecting to the server',
    connectingHint: 'You can take a number once connected. If it takes long, please ask at the guide desk.',
    rejectedTitle: 'This kiosk cannot give numbers now',
    refusedTitle: 'No number was taken',
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
    outOfHoursTitle: 'No numbers at this time',
    opensToday: (time) => `Numbers are given from ${time} today. Please come back then.`,
    overToday: 'No more numbers are given today.',
    quotaTitle: 'All numbers have been given',
    quotaDesk: 'In a special case the staff there will help you.',
    stoppedTitle: 'No numbers for the moment',
    stoppedBecause: (reason) => `Reason: ${reason}.`,
    followStaff: 'Please follow the staff. Numbers will be given again afterwards.',
    keepTickets: 'Numbers already taken stay valid.',
    hours: 'Hours',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    fromDayTo: (first, last) => `${first}–${last}`,
    noHours: 'closed',
    today: (name) => `Today (${name})`,
  },
};
