// Words for signing in: why it came to nothing, in both languages, and what the sign-in screens say.
import type { Language, Texts } from './language.ts';

type PasswordFault = 'tooShort' | 'tooLong' | 'tooFewKinds' | 'known' | 'aboutYou' | 'oneCharacter' | 'usedBefore';

/** As the server tells it. */
export type SignInTold =
  | { readonly code: 'wrongPassword' | 'busy' | 'notYourScreen' | 'mustChange' | 'weakPin' | 'notSignedIn' | 'noDevice' | 'noSuchPerson' }
  | { readonly code: 'wait'; readonly waitMs: number }
  | { readonly code: 'passwordFaulty'; readonly faults: readonly PasswordFault[] };

const faultTexts: Texts<Readonly<Record<PasswordFault, string>>> = {
  zh: { tooShort: '太短', tooLong: '太长', tooFewKinds: '字符种类太少', known: '是常见密码', aboutYou: '含有工号或姓名', oneCharacter: '重复字符太多', usedBefore: '以前用过' },
  en: { tooShort: 'too short', tooLong: 'too long', tooFewKinds: 'too few kinds of characters', known: 'a well-known password', aboutYou: 'contains your number or name', oneCharacter: 'too few different characters', usedBefore: 'used before' },
};
const plain: Texts<Readonly<Record<Exclude<SignInTold['code'], 'wait' | 'passwordFaulty'>, string>>> = {
  zh: {
    wrongPassword: '工号或密码不对，请核对。', busy: '登录的人较多，请稍候再试。', notYourScreen: '您的职责不在这类屏幕上办理，请联系系统管理员。',
    mustChange: '这个密码只能用一次，请设置新密码。', weakPin: 'PIN 须为 4–8 位数字，不能全部相同或连续。', notSignedIn: '登录已结束，请重新登录。',
    noDevice: '本屏幕没有登记为大厅设备，不能用密码登录。', noSuchPerson: '没有这个工号，请核对。',
  },
  en: {
    wrongPassword: 'Staff number or password is wrong.', busy: 'Many people are signing in. Please try again in a moment.', notYourScreen: 'Your duties are not done at this kind of screen. Please ask the administrator.',
    mustChange: 'This password is good once. Please set another one.', weakPin: 'A PIN has four to eight digits, not all the same and no run.', notSignedIn: 'You are signed out. Please sign in again.',
    noDevice: 'This screen is not enrolled as a device of the hall; nobody signs in here with a password.', noSuchPerson: 'There is no such staff number.',
  },
};
const words: Texts<{ readonly wait: (seconds: number) => string; readonly faulty: (faults: string) => string; readonly between: string }> = {
  zh: { wait: (seconds) => `多次输错，请 ${seconds} 秒后再试。`, faulty: (faults) => `新密码不合要求：${faults}。`, between: '、' },
  en: { wait: (seconds) => `Too many wrong tries. Please wait ${seconds} seconds.`, faulty: (faults) => `The new password will not do: ${faults}.`, between: ', ' },
};

export function signInTold(problem: SignInTold, language: Language): string {
  if (problem.code === 'wait') return words[language].wait(Math.max(1, Math.ceil(problem.waitMs / 1_000)));
  if (problem.code === 'passwordFaulty') return words[language].faulty(problem.faults.map((fault) => faultTexts[language][fault]).join(words[language].between));
  return plain[language][problem.code];
}

/** A code and the words in both languages: programs read them too. */
export const signInProblem = (problem: SignInTold): { code: string; zh: string; en: string } =>
  ({ code: problem.code, zh: signInTold(problem, 'zh'), en: signInTold(problem, 'en') });
