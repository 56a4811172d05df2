// Who a visitor is, as told at a screen: name, phone, ID number. Personal data: it travels beside an order and never in it,
// and lies in the erasable side store alone (rule V1). Here are its form and the one way each part is written.
import { z } from 'zod';
import { isFormula, isPlainText } from '../base/plainText.ts';

const plain = (min: number, max: number) => z.string().min(min).max(max).refine(isPlainText, 'signs that are no text');
const toldForm = z.strictObject({
  name: plain(1, 40).refine((name) => !isFormula(name), 'a name does not begin so').nullable(),
  phone: plain(6, 20).nullable(),
  idNumber: plain(6, 30).nullable(),
});
export type ToldVisitor = Readonly<z.infer<typeof toldForm>>;

/** What was told, as it was typed or read; at least one part says something. */
export const toldVisitorSchema = toldForm.refine((told) => isSomebody(writtenAlike(told)), 'nothing here tells who it is');

/** The same with every part written in one way, so that equal is equal; a part that says nothing is null. */
export function writtenAlike({ name, phone, idNumber }: ToldVisitor): ToldVisitor {
  return { name: orNull(name, nameOf), phone: orNull(phone, phoneOf), idNumber: orNull(idNumber, idNumberOf) };
}

const isSomebody = ({ name, phone, idNumber }: ToldVisitor): boolean => name !== null || phone !== null || idNumber !== null;
const orNull = (text: string | null, written: (text: string) => string): string | null => (text === null ? null : written(text) || null);

/** Composed signs, single spaces, none at the ends. */
export const nameOf = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** For comparing names: full-width as half-width, no spaces, no capitals. */
export const nameForSearch = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

const mobile = /^1[3-9]\d{9}$/u;

/** Digits alone, without the country's 86; fewer than five are no phone. A landline keeps the 0 of its area. */
export function phoneOf(text: string): string {
  const dialled = text.normalize('NFKC').replace(/[^\d+]/gu, '');
  const digits = dialled.replaceAll('+', '');
  if (digits.length < 5) return '';
  const abroad = /^(?:\+|00)86(\d{7,})$/u.exec(dialled)?.[1];
  if (abroad !== undefined) return mobile.test(abroad) || abroad.startsWith('0') ? abroad : `0${abroad}`;
  return digits.startsWith('86') && mobile.test(digits.slice(2)) ? digits.slice(2) : digits;
}

/** Digits and capital letters alone; fewer than five are no number of a document. */
export function idNumberOf(text: string): string {
  const signs = text.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/gu, '');
  return signs.length < 5 ? '' : signs;
}
