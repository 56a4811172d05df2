// Columns of a slip's paper: a Chinese character takes two, as in the printer's Chinese mode.

/** Columns of 80 mm paper: 576 dots at 12 dots a column. */
export const paperColumns = 48;
/** Columns of 58 mm paper: 384 dots. */
export const narrowPaperColumns = 32;

/** What a Chinese printer draws full width: East Asian signs, and the dashes, arrows, figures, Greek and Cyrillic of GB18030. */
const fullWidth = /[§°±·×÷\u0391-\u03c9\u0401-\u0451\u2010-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\u1100-\u115f]/u;

/** Columns this text takes at normal size. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += fullWidth.test(sign) ? 2 : 1;
  return columns;
}
