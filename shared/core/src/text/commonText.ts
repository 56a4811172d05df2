// Words that several screens use: the state of the link, units, the switch of language.
import type { Texts } from './language.ts';

interface CommonWords {
  readonly connecting: string;
  readonly away: (since: string) => string;
  readonly otherLanguage: string;
  readonly counter: (id: string) => string;
  readonly people: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly waiting: string;
}

export const commonTexts: Texts<CommonWords> = {
  zh: {
    connecting: '正在连接服务器…',
    away: (since) => `离线，数据截至 ${since}`,
    otherLanguage: 'English',
    counter: (id) => `${id} 号窗口`,
    people: (count) => `${count} 人`,
    minutes: (count) => `${count} 分钟`,
    waiting: '等候',
  },
  en: {
    connecting: 'Connecting to the server…',
    away: (since) => `Offline, as of ${since}`,
    otherLanguage: '中文',
    counter: (id) => `Counter ${id}`,
    people: (count) => (count === 1 ? '1 person' : `${count} people`),
    minutes: (count) => `${count} min`,
    waiting: 'Waiting',
  },
};
