// A password that is told to a person once and must be changed at the first sign-in.
import { randomInt } from 'node:crypto';

/** Without signs that are taken for each other when read from paper. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
/** 31^12: 59 bits, while every try costs a delay. */
const length = 12;
/** Who has not come by then asks for another. */
export const oneTimeLifeMs = 14 * 86_400_000;

/** Three groups of four, as it is read aloud. */
export const oneTimePassword = (): string =>
  Array.from({ length }, (_none, nth) => `${nth > 0 && nth % 4 === 0 ? '-' : ''}${signs[randomInt(signs.length)] ?? ''}`).join('');
