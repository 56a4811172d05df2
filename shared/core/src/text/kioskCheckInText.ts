// Words of the kiosk about checking in to an appointment (rules H3, V4).
import type { Texts } from './language.ts';

interface KioskCheckInWords {
  readonly checkIn: string;
  readonly checkInHint: string;
  readonly title: string;
  readonly by: { readonly phone: string; readonly code: string };
  readonly enter: { readonly phone: string; readonly code: string };
  readonly enterHint: { readonly phone: string; readonly code: string };
  readonly erase: string;
  readonly clear: string;
  readonly send: string;
  readonly privacy: string;
  readonly chooseTitle: string;
  readonly chooseHint: string;
  readonly slot: (from: string, to: string | null) => string;
  /** The order is on its way. */
  readonly checkingIn: string;
  readonly notFoundTitle: string;
  readonly notFoundTyped: { readonly phone: (masked: string) => string; readonly code: (code: string) => string; readonly card: string };
  readonly cardHint: string;
  readonly notFoundHint: string;
  readonly enterAgain: string;
  readonly tooEarlyTitle: string;
  readonly tooEarlyWhy: (from: string) => string;
  readonly tooEarlyFrom: (opensAt: string) => string;
  readonly tooEarlyHint: string;
  readonly otherDayTitle: string;
  readonly day: (date: string, weekday: string) => string;
  readonly otherDayHint: string;
  readonly cancelledTitle: string;
  readonly overTitle: string;
  readonly overHint: string;
  readonly alreadyTitle: string;
  readonly liveTitle: string;
  readonly alreadyNumber: string;
  readonly alreadyHint: string;
  readonly alreadyOver: string;
  readonly reprint: string;
  readonly reprinted: string;
  readonly inTime: (from: string, to: string | null) => string;
  readonly inTimeHint: string;
  readonly late: string;
  readonly lateHint: string;
  readonly tooLate: string;
  readonly tooLateHint: string;
}

export const kioskCheckInTexts: Texts<KioskCheckInWords> = {
  zh: {
    checkIn: '预约签到',
    checkInHint: '已预约的请点这里',
    title: '预约签到',
    by: { phone: '用手机号', code: '用预约码' },
    enter: { phone: '请输入预约时的手机号', code: '请输入预约码' },
    enterHint: { phone: '11 位手机号', code: '短信或预约单上的数字；含字母的请用手机号签到' },
    erase: '退格',
    clear: '清空',
    send: '签到',
    privacy: '输入内容只用于查找预约，离开本页即清除',
    chooseTitle: '请选择现在要签到的预约',
    chooseHint: '其余的到时间再来签到',
    slot: (from, to) => (to === null ? from : `${from}–${to}`),
    checkingIn: '正在签到…',
    notFoundTitle: '没有找到预约',
    notFoundTyped: { phone: (masked) => `手机号 ${masked} 没有预约。`, code: (code) => `预约码 ${code} 没有对应的预约。`, card: '您的身份证今天没有预约。' },
    cardHint: '也可以把身份证放在读卡区',
    notFoundHint: '请核对后重新输入，或带上预约信息到咨询引导台。',
    enterAgain: '重新输入',
    tooEarlyTitle: '还没到签到时间',
    tooEarlyWhy: (from) => `您预约的时段从 ${from} 开始。`,
    tooEarlyFrom: (opensAt) => `${opensAt} 起签到`,
    tooEarlyHint: '请届时再来本机签到，不用另外取号。',
    otherDayTitle: '您预约的不是今天',
    day: (date, weekday) => `${date} ${weekday}`,
    otherDayHint: '请在预约当天来签到。今天就要办理的，可以取普通号。',
    cancelledTitle: '这个预约已取消',
    overTitle: '这个预约已失效',
    overHint: '需要办理的，可以取普通号；有疑问请到咨询引导台。',
    alreadyTitle: '您已经签到',
    liveTitle: '您已经有号了',
    alreadyNumber: '您的号码仍然有效，不用重复取号。',
    alreadyHint: '号单丢了可以补打。',
    alreadyOver: '这个号码今天已经办结或失效。再要办理请取普通号，或到咨询引导台。',
    reprint: '查看号码并补打号单',
    reprinted: '补打',
    inTime: (from, to) => (to === null ? `预约 ${from}，按预约优先叫号` : `预约 ${from}–${to}，按预约优先叫号`),
    inTimeHint: '您是按时到的，从预约时段开始优先叫您',
    late: '您来晚了一些，仍按预约优先叫号',
    lateHint: '从现在签到的时间排起',
    tooLate: '已过预约时段较久，改按普通号排队',
    tooLateHint: '从现在排起，请耐心等候',
  },
  en: {
    checkIn: 'Appointment check-in',
    checkInHint: 'If you have booked',
    title: 'Check in to your appointment',
    by: { phone: 'Phone number', code: 'Booking code' },
    enter: { phone: 'Enter the phone number you booked with', code: 'Enter your booking code' },
    enterHint: { phone: '11 digits', code: 'The digits in your message; if it has letters, please use your phone number' },
    erase: 'Delete',
    clear: 'Clear',
    send: 'Check in',
    privacy: 'Used only to find your appointment and wiped when you leave this page',
    chooseTitle: 'Which appointment have you come for now?',
    chooseHint: 'Check in to the others at their time',
    slot: (from, to) => (to === null ? from : `${from}–${to}`),
    checkingIn: 'Checking you in…',
    notFoundTitle: 'No appointment found',
    notFoundTyped: { phone: (masked) => `There is no appointment for the phone number ${masked}.`, code: (code) => `There is no appointment with the code ${code}.`, card: 'There is no appointment for your ID card today.' },
    cardHint: 'Or lay your ID card on the reader',
    notFoundHint: 'Please check and enter it again, or take your booking to the guide desk.',
    enterAgain: 'Enter again',
    tooEarlyTitle: 'Too early to check in',
    tooEarlyWhy: (from) => `Your appointment begins at ${from}.`,
    tooEarlyFrom: (opensAt) => `From ${opensAt}`,
    tooEarlyHint: 'Please check in here then. You need no other number.',
    otherDayTitle: 'Your appointment is on another day',
    day: (date, weekday) => `${weekday}, ${date}`,
    otherDayHint: 'Please check in on that day. For today you can take an ordinary number.',
    cancelledTitle: 'This appointment was cancelled',
    overTitle: 'This appointment is over',
    overHint: 'You can take an ordinary number, or ask at the guide desk.',
    alreadyTitle: 'You have checked in already',
    liveTitle: 'You have a number already',
    alreadyNumber: 'Your number is still valid; you need no other one.',
    alreadyHint: 'If you have lost the slip, it can be printed again.',
    alreadyOver: 'That number is finished for today. Please take an ordinary number, or ask at the guide desk.',
    reprint: 'Show it and print the slip again',
    reprinted: 'Printed again',
    inTime: (from, to) => (to === null ? `Appointment ${from}, called with priority` : `Appointment ${from}–${to}, called with priority`),
    inTimeHint: 'You are in time and will be called first once your slot begins',
    late: 'A little late, and still called with priority',
    lateHint: 'Your place counts from now',
    tooLate: 'Too long after your slot: you wait as an ordinary number',
    tooLateHint: 'Your place counts from now',
  },
};
