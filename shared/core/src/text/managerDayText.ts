// Words about the business day on the manager's page: its state, and the orders that begin and end it.
import type { Texts } from './language.ts';

interface ManagerDayWords {
  readonly day: (date: string) => string;
  readonly dayOpenSince: (time: string) => string;
  readonly dayClosedAt: (time: string) => string;
  readonly dayNever: string;
  readonly dayIsNotToday: (today: string) => string;
  readonly openDay: string;
  readonly openDayAgain: string;
  readonly closeDay: string;
  readonly closeAsk: (date: string) => string;
  readonly closeLeft: (waiting: number, called: number, serving: number, missed: number) => string;
  readonly closeNobody: string;
  readonly closeEffect: string;
  readonly closeConfirm: string;
  readonly cancel: string;
  readonly orderSlow: string;
}

export const managerDayTexts: Texts<ManagerDayWords> = {
  zh: {
    day: (date) => `业务日 ${date}`,
    dayOpenSince: (time) => `${time} 开始，进行中`,
    dayClosedAt: (time) => `已于 ${time} 结束`,
    dayNever: '尚未开始过业务日',
    dayIsNotToday: (today) => `注意：今天是 ${today}`,
    openDay: '开始业务日',
    openDayAgain: '重新开始业务日',
    closeDay: '结束业务日',
    closeAsk: (date) => `结束业务日 ${date}？`,
    closeLeft: (waiting, called, serving, missed) => `还有 ${waiting} 人等候，${called} 人已叫号未到，${serving} 人正在办理，${missed} 张过号票。`,
    closeNobody: '大厅里没有未了的号票。',
    closeEffect: '结束后：未办的号票作废，办理中的按日终结束，所有窗口关闭并退出登录。',
    closeConfirm: '确认结束',
    cancel: '取消',
    orderSlow: '正在等待服务器答复…',
  },
  en: {
    day: (date) => `Business day ${date}`,
    dayOpenSince: (time) => `open since ${time}`,
    dayClosedAt: (time) => `closed at ${time}`,
    dayNever: 'No business day has been opened yet',
    dayIsNotToday: (today) => `Note: today is ${today}`,
    openDay: 'Open the day',
    openDayAgain: 'Open the day again',
    closeDay: 'Close the day',
    closeAsk: (date) => `Close business day ${date}?`,
    closeLeft: (waiting, called, serving, missed) => `Still here: waiting ${waiting}, called and not come ${called}, being served ${serving}, missed ${missed}.`,
    closeNobody: 'No ticket is left open.',
    closeEffect: 'Open tickets will expire, services under way end with the day, and all counters close and sign out.',
    closeConfirm: 'Close the day',
    cancel: 'Cancel',
    orderSlow: 'Waiting for the server…',
  },
};
