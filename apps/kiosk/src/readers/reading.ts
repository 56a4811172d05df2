// What a card or code says, from the text a reader gives: an ID card's number and perhaps its name, a booking code, a
// ticket's number, or nothing that means anything. Pure. Which forms are understood, docs/operating/readers.md tells.
import type { Reading } from '../kioskPages.ts';

/** Longer than any card or code of a hall; what is longer is a page of something else. */
const mostSigns = 200;
const between = /[,，|;；\t\s/]+/u;
const han = /^\p{Script=Han}[\p{Script=Han}·]{1,29}$/u;
/** Words beside names on a card's text that are none. */
const noNames: ReadonlySet<string> = new Set(['男', '女', '汉', '汉族', '未知']);

export function readingOf(text: string): Reading {
  const trimmed = text.normalize('NFKC').trim();
  if (trimmed === '' || trimmed.length > mostSigns) return { kind: 'nonsense' };
  const parts = trimmed.split(between).filter((part) => part !== '');
  const idNumber = parts.map((part) => part.toUpperCase()).find(isIdNumber);
  if (idNumber !== undefined) {
    const name = parts.find((part) => han.test(part) && !noNames.has(part) && !part.endsWith('族')) ?? null;
    return { kind: 'card', visitor: { name, phone: null, idNumber } };
  }
  if (/^[0-9]{4,16}$/.test(trimmed)) return { kind: 'code', code: trimmed };
  if (/^[A-Za-z]{1,3}[0-9]{1,6}$/.test(trimmed)) return { kind: 'number', number: trimmed.toUpperCase() };
  return { kind: 'nonsense' };
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkSigns = '10X98765432';

/** Eighteen signs of which the last one fits the others (GB 11643): a card that was read badly is nobody's. */
export function isIdNumber(text: string): boolean {
  if (!/^[1-9][0-9]{16}[0-9X]$/.test(text)) return false;
  const sum = weights.reduce((total, weight, nth) => total + weight * Number(text[nth]), 0);
  return checkSigns[sum % 11] === text[17];
}
