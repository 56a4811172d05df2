// What may be seen of a visitor outside the side store (rule V2): 张*三, 138****1234, the first and the last four signs of
// an ID number. What is too short to hide enough of it is hidden wholly.
import type { VisitorId } from './ids.ts';
import type { ToldVisitor } from './visitor.ts';

/** A visitor as staff see him in lists. */
export interface MaskedVisitor {
  readonly visitorId: VisitorId;
  readonly name: string | null;
  readonly phone: string | null;
  readonly idNumber: string | null;
}

export function maskedVisitor(visitorId: VisitorId, { name, phone, idNumber }: ToldVisitor): MaskedVisitor {
  return {
    visitorId,
    name: name === null ? null : maskedName(name),
    phone: phone === null ? null : maskedPhone(phone),
    idNumber: idNumber === null ? null : maskedIdNumber(idNumber),
  };
}

const hide = (count: number): string => '*'.repeat(count);

/** A sign with the marks on it, whole: surrogate pairs and variation selectors are never cut apart. */
const signsOf = (text: string): string[] => text.match(/\P{M}\p{M}*/gu) ?? [];
const isHan = (sign: string | undefined): boolean => sign !== undefined && /^\p{Script=Han}/u.test(sign);

/** Chinese: the first and the last sign (张*三, 张*). Others: the first letter of each word (J*** S***). One sign alone is hidden. */
export function maskedName(name: string): string {
  const signs = signsOf(name.trim());
  const [first] = signs;
  if (!isHan(first)) return name.trim().split(/\s+/u).map(maskedWord).join(' ');
  const last = signs.length > 2 ? (signs.at(-1) ?? '') : '';
  return signs.length < 2 ? '*' : `${first ?? ''}${hide(signs.length - (last === '' ? 1 : 2))}${last}`;
}

/** Always three stars: how long a foreign name is tells much about it. */
function maskedWord(word: string): string {
  const signs = signsOf(word);
  return signs.length < 2 ? '*' : `${signs[0] ?? ''}***`;
}

/** 138****1234; below eleven digits nothing is shown. */
export const maskedPhone = (phone: string): string => masked(phone, 3, 4, 11);

/** The first sign and the last four; below ten signs nothing is shown. */
export const maskedIdNumber = (idNumber: string): string => masked(idNumber, 1, 4, 10);

function masked(text: string, head: number, tail: number, atLeast: number): string {
  const signs = signsOf(text);
  if (signs.length < atLeast) return hide(signs.length);
  return `${signs.slice(0, head).join('')}${hide(signs.length - head - tail)}${signs.slice(-tail).join('')}`;
}
