// What a password must be: by default long and not a known one; by the GB/T 22239 profile also of several kinds of
// characters, changed in time and not one of the last. One list of faults, each with words of its own.
import { dictionary } from '@zxcvbn-ts/language-common';

export interface PasswordProfile {
  readonly leastLength: number;
  /** Of lower case, upper case, digits and others, so many must be there. */
  readonly leastKinds: number;
  /** Must be changed after so many days; null: never. */
  readonly changeAfterDays: number | null;
  /** So many earlier ones may not come again. */
  readonly notOfLast: number;
}

export const passwordProfiles = {
  /** Length and a block list: what OWASP ASVS 5.0 asks for. */
  plain: { leastLength: 10, leastKinds: 1, changeAfterDays: null, notOfLast: 0 },
  /** GB/T 22239-2019, 8.1.4.1: complexity and regular change. */
  gbt22239: { leastLength: 8, leastKinds: 3, changeAfterDays: 90, notOfLast: 5 },
} as const satisfies Record<string, PasswordProfile>;
export type PasswordProfileName = keyof typeof passwordProfiles;

export type PasswordFault = 'tooShort' | 'tooLong' | 'tooFewKinds' | 'known' | 'aboutYou' | 'oneCharacter';

/** Longer ones are no safer and cost the server time. */
const longest = 128;
/** What Chinese lists of stolen passwords begin with and the library's does not have. */
const knownHere = ['woaini1314', 'woaini520', 'woaini521', 'qq123456', 'q123456789', 'a1234567890', 'zxc123456', '5201314520', 'woaiwojia', '1314520520', 'aini1314520', 'yidahuzhong'];
const known = new Set([...Object.values(dictionary).flat(), ...knownHere].map((word) => word.toLowerCase()));

/** Every fault of the password; empty when it is good. `about`: words it may not contain, such as the work number. */
export function passwordFaults(password: string, profile: PasswordProfile, about: readonly string[]): PasswordFault[] {
  const characters = [...password.normalize('NFKC')];
  const plain = characters.join('').toLowerCase();
  const faults: PasswordFault[] = [];
  if (characters.length < profile.leastLength) faults.push('tooShort');
  if (characters.length > longest) faults.push('tooLong');
  if (kindsOf(characters.join('')) < profile.leastKinds) faults.push('tooFewKinds');
  if (isKnown(plain)) faults.push('known');
  if (about.some((word) => word.length >= 3 && plain.includes(word.toLowerCase()))) faults.push('aboutYou');
  if (new Set(characters).size < 4) faults.push('oneCharacter');
  return faults;
}

/** Itself in the list, or a short password that is a known word with digits or signs behind it: guessed as soon as the word. */
function isKnown(plain: string): boolean {
  const stem = plain.replace(/[\d\W_]+$/u, '');
  return known.has(plain) || (plain.length < 14 && stem.length >= 5 && known.has(stem));
}

const kindsOf = (password: string): number => [/\p{Ll}/u, /\p{Lu}/u, /\d/u, /[^\p{Ll}\p{Lu}\d]/u].filter((kind) => kind.test(password)).length;

/** Whether a password set at that moment must be changed now. */
export const mustChange = (setAt: number, now: number, { changeAfterDays }: PasswordProfile): boolean =>
  changeAfterDays !== null && now - setAt > changeAfterDays * 86_400_000;
