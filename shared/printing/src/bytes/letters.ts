// Which signs of a text a printer's own font can write, and what is made of those that must never reach it (S5).
// Control signs are dropped here once more although no plan can hold them: a byte below 0x20 is an order to the printer.
import iconv from 'iconv-lite';
import { isPlainText } from '@hall/core/base/plainText';
import { columnsOf } from '@hall/core/slip/columns';
import type { PrinterProfile } from '../profiles.ts';

/** Signs that are no shape of their own: joiners, selectors of variants, soft hyphens. */
const shapeless = /\p{Default_Ignorable_Code_Point}/gu;

/** Control signs, signs that turn the direction, half pairs: a question mark each. What has no shape is left out. */
export function harmless(text: string): string {
  let safe = '';
  for (const sign of text) safe += isPlainText(sign) ? sign : '?';
  return safe.replace(shapeless, '');
}

/** True when the printer's own letters take exactly the columns that the layout gave the sign. */
export function isWritable(sign: string, letters: PrinterProfile['letters']): boolean {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x80) return point >= 0x20 && point !== 0x7f;
  if (columnsOf(sign) !== 2) return false;
  const bytes = iconv.encode(sign, 'GB18030');
  const [first = 0, second = 0] = bytes;
  // GB18030 gives every sign of Unicode four bytes; fonts stop at the basic plane.
  if (bytes.length === 4) return letters === 'gb18030' && point < 0x10000;
  if (bytes.length !== 2) return false;
  // Rows that belong to whoever made the font.
  if ((first >= 0xaa && first <= 0xaf && second >= 0xa1) || (first >= 0xf8 && second >= 0xa1) || (first >= 0xa1 && first <= 0xa7 && second < 0xa1)) return false;
  if (letters === 'gb18030') return true;
  return letters === 'gbk' ? !afterGbk(first, second) : first >= 0xa1 && first <= 0xf7 && second >= 0xa1 && !afterGb2312(first, second);
}

/** Places that GB18030 filled later, 䶮 among them; code page 936, which most fonts follow, has nothing there. */
const afterGbk = (first: number, second: number): boolean =>
  (first === 0xfe && second >= 0x50) || (first === 0xa6 && second >= 0xd9) || (first === 0xa8 && second === 0xbf) || (first === 0xa9 && second >= 0x89 && second <= 0x95);

/** Places of GB2312's own rows that later standards filled. */
const afterGb2312 = (first: number, second: number): boolean =>
  (first === 0xa2 && (second < 0xb1 || second > 0xfc)) || (first === 0xa6 && second >= 0xd9) || (first === 0xa8 && second >= 0xbb && second < 0xc5) || (first === 0xd7 && second > 0xf9);

export function isWritableText(text: string, letters: PrinterProfile['letters']): boolean {
  for (const sign of text) if (!isWritable(sign, letters)) return false;
  return true;
}
