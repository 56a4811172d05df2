// Words of the kiosk about its paper and its reader: what became of the slip (S2–S4), and what a card said.
import type { Texts } from './language.ts';

interface KioskPaperWords {
  /** What became of the slip, by the states of S3; `screen`: the visitor chose to go without. */
  readonly slip: { readonly printing: string; readonly confirmed: string; readonly failed: string; readonly unknown: string; readonly screen: string };
  readonly slipHint: { readonly printing: string; readonly confirmed: string; readonly failed: string; readonly unknown: string; readonly screen: string };
  readonly outTitle: string;
  readonly outWhy: string;
  readonly unsureTitle: string;
  readonly unsureWhy: string;
  readonly choose: string;
  readonly withoutPaper: string;
  readonly unreadTitle: string;
  readonly unreadHint: string;
  readonly unreadAgain: string;
  readonly goOn: string;
  readonly cardRead: string;
  readonly cardHint: string;
  readonly forgetCard: string;
  readonly noBookingByCard: string;
}

export const kioskPaperTexts: Texts<KioskPaperWords> = {
  zh: {
    slip: { printing: '正在打印号单', confirmed: '请取走号单', failed: '号单没有打印出来', unknown: '号单可能没有打印出来', screen: '没有打印号单' },
    slipHint: {
      printing: '号单从下方出纸口出来', confirmed: '号单在下方出纸口', failed: '您的号有效。请记下号码或用手机拍下', unknown: '您的号有效。没有出纸时，请记下号码或用手机拍下', screen: '您的号有效。请记下号码或用手机拍下',
    },
    outTitle: '本机现在不能打印号单',
    outWhy: '缺纸，或打印机需要工作人员处理。还没有取号。',
    unsureTitle: '号单可能打印不出来',
    unsureWhy: '打印机没有应答。还没有取号。',
    choose: '可以继续取号，号码只显示在屏幕上；也可以换一台取号机，或到咨询引导台。',
    withoutPaper: '继续，号码看屏幕',
    unreadTitle: '没有读出来',
    unreadHint: '请把身份证平放在读卡区，停留两秒；或把二维码对准扫码口。',
    unreadAgain: '仍读不出来，可以用手机号或预约码签到，也可以直接选择事项取号。',
    goOn: '返回',
    cardRead: '已读取身份证',
    cardHint: '只用于本次办理，离开即清除',
    forgetCard: '不使用',
    noBookingByCard: '您的身份证今天没有预约。可以直接选择事项取号，不用再刷卡。',
  },
  en: {
    slip: { printing: 'Printing your slip', confirmed: 'Please take your slip', failed: 'The slip was not printed', unknown: 'The slip may not have been printed', screen: 'No slip was printed' },
    slipHint: {
      printing: 'It comes out below', confirmed: 'It is in the slot below', failed: 'Your number is valid. Please remember it or take a photo', unknown: 'Your number is valid. If no paper came out, remember it or take a photo', screen: 'Your number is valid. Please remember it or take a photo',
    },
    outTitle: 'This kiosk cannot print just now',
    outWhy: 'It is out of paper or needs the staff. No number was taken yet.',
    unsureTitle: 'The slip may not come out',
    unsureWhy: 'The printer does not answer. No number was taken yet.',
    choose: 'You can go on with the number on the screen alone, use another kiosk, or ask at the guide desk.',
    withoutPaper: 'Go on without paper',
    unreadTitle: 'It could not be read',
    unreadHint: 'Please lay the ID card flat on the reader for two seconds, or hold the code in front of the scanner.',
    unreadAgain: 'You can also check in by phone number or booking code, or choose a service and take a number.',
    goOn: 'Back',
    cardRead: 'ID card read',
    cardHint: 'Used for this visit alone, then wiped',
    forgetCard: 'Do not use it',
    noBookingByCard: 'There is no appointment for your ID card today. You can choose a service and take a number; there is no need to lay the card on again.',
  },
};
