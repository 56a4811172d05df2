// Words of the kiosk about several services on one ticket (rule T4).
import type { Texts } from './language.ts';

interface KioskAlsoWords {
  /** The quiet second choice on a service's page. */
  readonly alsoOpen: string;
  readonly alsoMore: string;
  readonly title: string;
  readonly hint: (most: number) => string;
  readonly chosen: (count: number) => string;
  readonly noneChosen: string;
  readonly enough: (most: number) => string;
  readonly chooseDone: string;
  /** Over the list on the service's page and after the number. */
  readonly onOneTicket: (count: number) => string;
  readonly inTurn: string;
  readonly takeOut: (service: string) => string;
  /** An obstacle belongs to one of several services. */
  readonly because: (service: string) => string;
  readonly laterOn: string;
}

export const kioskAlsoTexts: Texts<KioskAlsoWords> = {
  zh: {
    alsoOpen: '还要办其他事项',
    alsoMore: '增减事项',
    title: '还要办哪些事项？',
    hint: (most) => `最多再选 ${most} 项，一张号依次办理，不用重复取号`,
    chosen: (count) => `已另选 ${count} 项`,
    noneChosen: '没有另选事项',
    enough: (most) => `已选满 ${most} 项`,
    chooseDone: '选好了',
    onOneTicket: (count) => `一张号办理 ${count} 项`,
    inTurn: '按顺序办理，办完一项接着叫下一项',
    takeOut: (service) => `去掉“${service}”`,
    because: (service) => `“${service}”：`,
    laterOn: '之后还办理',
  },
  en: {
    alsoOpen: 'More services',
    alsoMore: 'Change the list',
    title: 'What else have you come for?',
    hint: (most) => `Up to ${most} more, one after another with one number`,
    chosen: (count) => `${count} more chosen`,
    noneChosen: 'Nothing more chosen',
    enough: (most) => `${most} more chosen: that is the most`,
    chooseDone: 'Done',
    onOneTicket: (count) => `${count} services with one number`,
    inTurn: 'One after another; you keep your number',
    takeOut: (service) => `Take out “${service}”`,
    because: (service) => `“${service}”: `,
    laterOn: 'After that',
  },
};
