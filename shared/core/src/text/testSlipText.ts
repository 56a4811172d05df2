// Words of a test print: for whoever looks after a printer, never for a visitor.
import type { Texts } from './language.ts';

interface TestSlipWords {
  readonly title: string;
  readonly noTicket: string;
  readonly place: (place: string) => string;
  readonly columns: (count: number) => string;
  /** Signs that printers often lack or cut off. */
  readonly signs: string;
}

export const testSlipTexts: Texts<TestSlipWords> = {
  zh: { title: '测试打印', noTicket: '本纸不是取号凭证', place: (place) => `位置 ${place}`, columns: (count) => `每行 ${count} 列，下线应到两边`, signs: '政务服务 䶮堃 “引号” ￥，。：' },
  en: { title: 'Test print', noTicket: 'This is no ticket', place: (place) => `Place ${place}`, columns: (count) => `${count} columns, edge to edge:`, signs: 'ABC abc 0123 "quotes" @#%&' },
};
