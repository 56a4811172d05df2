// A test print: where it comes from and when, large digits, hard signs in every language, and a line as wide as the paper.
import { localTime } from '../base/localTime.ts';
import type { Plan } from '../domain/plan.ts';
import { languages } from '../text/language.ts';
import { testSlipTexts } from '../text/testSlipText.ts';
import type { SlipDocument, SlipLine } from './slipDocument.ts';

/** `at`: moment of printing, ms of hall time; `columns`: of the paper. */
export function testSlip(plan: Plan, place: string, at: number, columns: number): SlipDocument {
  const { date, time } = localTime(at, plan.timeZone);
  const line = (text: string, size = 1, bold = false): SlipLine => ({ text, size, bold, align: 'center' });
  const each = (words: (of: (typeof testSlipTexts)['zh']) => string, size = 1): SlipLine[] => languages.map((language) => line(words(testSlipTexts[language]), size));
  const space = line('');
  return {
    language: 'zh',
    lines: [
      line(plan.name.zh, 1, true), space, ...each(({ title }) => title, 2), space, ...each((words) => words.place(place)), line(`${date} ${time}`), space,
      line('A0123', 3, true), line('456789', 3, true), space, ...each(({ signs }) => signs), space, ...each((words) => words.columns(columns)), line('-'.repeat(columns)), space, ...each(({ noTicket }) => noTicket),
    ],
  };
}
