// Words about a visitor's data in full: asking for it with a reason, seeing it for a while, and erasing it (V1, V2).
import type { Texts } from './language.ts';

interface LookWords {
  readonly look: string;
  /** Above the reasons. */
  readonly why: string;
  readonly noted: string;
  readonly waiting: string;
  readonly away: string;
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly unknown: string;
  readonly left: (seconds: number) => string;
  readonly hide: string;
  readonly cancel: string;

  readonly title: string;
  readonly find: string;
  readonly findHint: string;
  readonly search: string;
  readonly nobody: string;
  readonly people: (count: number) => string;
  readonly nameless: string;
  readonly erase: string;
  readonly eraseAsk: (who: string) => string;
  readonly eraseWhy: string;
  readonly eraseEffect: string;
  readonly eraseConfirm: string;
  readonly erased: string;
  readonly eraseDay: string;
  readonly eraseDayLabel: string;
  readonly eraseDayAsk: (date: string) => string;
  readonly eraseDayEffect: string;
  readonly dayErased: (date: string) => string;
}

export const lookTexts: Texts<LookWords> = {
  zh: {
    look: '查看完整信息', why: '查看原因', noted: '查看人、时间和原因都会记录在案。', waiting: '正在读取…', away: '服务器没有答复，没有显示；是否已记录请看审计记录。',
    name: '姓名', phone: '手机号', idNumber: '证件号', unknown: '未留', left: (seconds) => `${seconds} 秒后自动隐藏`, hide: '立即隐藏', cancel: '取消',
    title: '办事人信息', find: '手机号、手机号后四位、证件号或姓名', findHint: '如：1234', search: '查找', nobody: '没有找到这位办事人。', people: (count) => `找到 ${count} 人`, nameless: '未留姓名',
    erase: '抹除…', eraseAsk: (who) => `抹除 ${who} 的全部信息？`, eraseWhy: '抹除原因', eraseEffect: '姓名、手机号、证件号、备注和附件立即永久删除，不能恢复；号票和预约保留，但不再知道是谁。',
    eraseConfirm: '确认抹除', erased: '已抹除。', eraseDay: '抹除一天…', eraseDayLabel: '业务日', eraseDayAsk: (date) => `抹除 ${date} 的全部办事人信息？`,
    eraseDayEffect: '最后一次来访在这一天的办事人，以及这一天的全部备注和附件，立即永久删除，不能恢复；统计数字不变。', dayErased: (date) => `${date} 的办事人信息已抹除。`,
  },
  en: {
    look: 'Show full data', why: 'Why do you look?', noted: 'Who looked, when and why is kept.', waiting: 'Reading…', away: 'The server did not answer and nothing is shown. Whether it was noted stands in the audit record.',
    name: 'Name', phone: 'Phone', idNumber: 'ID number', unknown: 'not told', left: (seconds) => `hidden again in ${seconds} s`, hide: 'Hide now', cancel: 'Cancel',
    title: 'Visitors’ data', find: 'Phone, its last four digits, ID number or name', findHint: 'Such as 1234', search: 'Find', nobody: 'Nobody was found.', people: (count) => (count === 1 ? '1 person found' : `${count} people found`), nameless: 'No name told',
    erase: 'Erase…', eraseAsk: (who) => `Erase everything about ${who}?`, eraseWhy: 'Reason', eraseEffect: 'Name, phone, ID number, notes and files are deleted at once and for ever. Tickets and appointments stay, without knowing whose they are.',
    eraseConfirm: 'Erase', erased: 'Erased.', eraseDay: 'Erase a day…', eraseDayLabel: 'Business day', eraseDayAsk: (date) => `Erase all visitors of ${date}?`,
    eraseDayEffect: 'Visitors whose last day this was, and all notes and files of that day, are deleted at once and for ever. Figures stay as they are.', dayErased: (date) => `The visitors of ${date} were erased.`,
  },
};
