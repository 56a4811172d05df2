// Words of the kiosk's pages on the way to a number. When there is none: kioskCalmText.ts; checking in: kioskCheckInText.ts;
// several services on one ticket: kioskAlsoText.ts; how long one waits: waitText.ts.
import type { Texts } from './language.ts';

interface KioskWords {
  readonly takeNumber: string;
  readonly welcome: string;
  readonly welcomeHint: string;
  readonly featured: string;
  readonly byDepartment: string;
  readonly services: (count: number) => string;
  /** On a tile: people ahead of whoever takes a number now. */
  readonly aheadHere: (people: number) => string;
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
  /** The way on when there was no appointment. */
  readonly chooseService: string;
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
  /** The wait as the forecast sees it, over its range. */
  readonly expectedWait: string;
  readonly goTo: string;
  /** On the page of a ticket that is called already. */
  readonly calledNow: (counter: string) => string;
  readonly missedNow: string;
  readonly remember: string;
  readonly finished: (seconds: number) => string;
  readonly stillThere: string;
  readonly idle: (seconds: number) => string;
  readonly stay: string;
  readonly lateTitle: (number: string, service: string) => string;
  readonly lateHint: string;
  readonly understood: string;
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
    aheadHere: (people) => (people === 0 ? '前面无人' : `前面 ${people} 人`),
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
    chooseService: '选择事项取号',
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
    expectedWait: '预计等候',
    goTo: '请到这里等候',
    calledNow: (counter) => `正在叫您的号，请马上到 ${counter}`,
    missedNow: '您的号已过号，请到窗口或咨询引导台',
    remember: '请记下号码，留意叫号屏和语音播报',
    finished: (seconds) => `完成（${seconds} 秒后返回首页）`,
    stillThere: '您还在吗？',
    idle: (seconds) => `${seconds} 秒后返回首页`,
    stay: '继续查看',
    lateTitle: (number, service) => `断线前的取号已成功：${number}（${service}）`,
    lateHint: '如果是您取的号，请记下号码，不必重新取号。',
    understood: '知道了',
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
    aheadHere: (people) => (people === 0 ? 'Nobody ahead' : `${people} ahead`),
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
    chooseService: 'Choose a service',
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
    expectedWait: 'Expected wait',
    goTo: 'Please wait here',
    calledNow: (counter) => `You are being called: please go to ${counter} now`,
    missedNow: 'Your number was called and missed. Please go to a counter or the guide desk',
    remember: 'Remember your number, watch the screens and listen for it',
    finished: (seconds) => `Done (home in ${seconds} s)`,
    stillThere: 'Are you still there?',
    idle: (seconds) => `Back to the first page in ${seconds} s`,
    stay: 'Keep reading',
    lateTitle: (number, service) => `A number from before the interruption: ${number} (${service})`,
    lateHint: 'If it is yours, please remember it. You need no second one.',
    understood: 'OK',
    hours: 'Hours',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    fromDayTo: (first, last) => `${first}–${last}`,
    noHours: 'closed',
    today: (name) => `Today (${name})`,
  },
};
