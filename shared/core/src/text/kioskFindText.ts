// Words of the kiosk about finding: a service by letters, a ticket by its number.
import type { TicketState } from '../domain/ticket.ts';
import type { Texts } from './language.ts';

interface KioskFindWords {
  readonly search: string;
  readonly searchTitle: { readonly ticket: string; readonly guide: string };
  /** What the letters are; an example stands in it. */
  readonly searchHint: string;
  readonly typeLetters: string;
  readonly foundCount: (count: number) => string;
  readonly foundNone: (typed: string) => string;
  readonly foundNoneHint: string;
  readonly allServices: string;
  readonly departments: string;
  readonly departmentsHint: string;
  readonly find: string;
  readonly findHint: string;
  readonly findTitle: string;
  readonly typeNumber: string;
  readonly findExample: string;
  readonly findSend: string;
  readonly findMissing: (number: string) => string;
  readonly findMissingHint: string;
  /** Over the number of a ticket that was found. */
  readonly ticketTitle: string;
  readonly stateNow: Readonly<Record<TicketState, string>>;
  readonly toDo: Readonly<Record<TicketState, string>>;
  readonly reprint: string;
  readonly reprintHint: string;
  readonly cancelAtDesk: string;
}

export const kioskFindTexts: Texts<KioskFindWords> = {
  zh: {
    search: '查找事项',
    searchTitle: { ticket: '查找要办理的事项', guide: '查看办事指南' },
    searchHint: '输入拼音首字母即可，例如“身份证”输入 SFZ',
    typeLetters: '请点字母',
    foundCount: (count) => `找到 ${count} 项`,
    foundNone: (typed) => `没有找到“${typed}”`,
    foundNoneHint: '请少输几个字母，或按部门查找；也可以到咨询引导台询问。',
    allServices: '全部事项',
    departments: '按部门查找',
    departmentsHint: '不知道选哪个部门？请到咨询引导台询问。',
    find: '查询我的号',
    findHint: '看进度、补打号单',
    findTitle: '查询我的号',
    typeNumber: '请输入号码',
    findExample: '号单上最大的一行，例如 A012',
    findSend: '查询',
    findMissing: (number) => `今天没有 ${number} 这个号`,
    findMissingHint: '请核对号单重新输入，或到咨询引导台。',
    ticketTitle: '您查询的号码',
    stateNow: { waiting: '等候中', called: '正在叫号', serving: '办理中', parked: '已挂起', missed: '已过号', done: '已办结', cancelled: '已退号', expired: '已作废' },
    toDo: {
      waiting: '请留意叫号屏和语音播报。', called: '请马上到窗口办理。', serving: '正在窗口办理。', parked: '材料备齐后，请到窗口或咨询引导台。',
      missed: '请到窗口或咨询引导台说明情况。', done: '这个号已经办完。再要办理请重新取号。', cancelled: '这个号已退，不再叫号。需要时请重新取号。', expired: '这个号已作废。需要时请重新取号。',
    },
    reprint: '补打号单',
    reprintHint: '号单丢了可以补打，号码不变',
    cancelAtDesk: '不办了？请到咨询引导台退号。',
  },
  en: {
    search: 'Find a service',
    searchTitle: { ticket: 'Find your service', guide: 'Service guides' },
    searchHint: 'Type the beginning of a word, or pinyin initials',
    typeLetters: 'Touch the letters',
    foundCount: (count) => (count === 1 ? '1 service found' : `${count} services found`),
    foundNone: (typed) => `Nothing found for “${typed}”`,
    foundNoneHint: 'Please type fewer letters, look by department, or ask at the guide desk.',
    allServices: 'All services',
    departments: 'By department',
    departmentsHint: 'Not sure which department? Please ask at the guide desk.',
    find: 'My number',
    findHint: 'Progress, print again',
    findTitle: 'Find my number',
    typeNumber: 'Enter your number',
    findExample: 'The largest line of your slip, such as A012',
    findSend: 'Find',
    findMissing: (number) => `There is no number ${number} today`,
    findMissingHint: 'Please check your slip and enter it again, or ask at the guide desk.',
    ticketTitle: 'The number you asked for',
    stateNow: { waiting: 'Waiting', called: 'Being called', serving: 'Being served', parked: 'Put aside', missed: 'Missed', done: 'Finished', cancelled: 'Given back', expired: 'Expired' },
    toDo: {
      waiting: 'Please watch the screens and listen for it.', called: 'Please go to the counter now.', serving: 'It is being served at the counter.', parked: 'When your papers are complete, please go to the counter or the guide desk.',
      missed: 'Please go to the counter or the guide desk.', done: 'This number is finished. Take a new one if you need one.', cancelled: 'This number was given back and will not be called. Take a new one if you need one.', expired: 'This number has expired. Take a new one if you need one.',
    },
    reprint: 'Print the slip again',
    reprintHint: 'If you have lost the slip; the number stays the same',
    cancelAtDesk: 'Not staying? Please give it back at the guide desk.',
  },
};
