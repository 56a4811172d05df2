// Words of giving a number back at the kiosk that has just given it.
import type { Texts } from './language.ts';

interface GiveBackWords {
  readonly ask: string;
  readonly sure: (number: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly gone: (number: string) => string;
}

export const kioskGiveBackTexts: Texts<GiveBackWords> = {
  zh: {
    ask: '取错了？退掉这个号',
    sure: (number) => `确定退掉 ${number}？退后不再叫号。`,
    yes: '退号',
    no: '保留',
    gone: (number) => `${number} 已退号，请勿再等候；需要时请重新取号。`,
  },
  en: {
    ask: 'Wrong number? Give it back',
    sure: (number) => `Give back ${number}? It will not be called.`,
    yes: 'Give back',
    no: 'Keep',
    gone: (number) => `${number} was given back. Please do not wait; take a new number if you need one.`,
  },
};
