// Words of signing in, of the lock and of what stands beside a person's name at the top of every staff screen.
// Why signing in came to nothing is said in signInText.ts.
import type { Role } from '../domain/actor.ts';
import type { Texts } from './language.ts';

interface GateWords {
  readonly title: string;
  readonly screen: Readonly<Record<Role, (place: string) => string>>;
  readonly number: string;
  readonly password: string;
  readonly show: string;
  readonly hide: string;
  readonly capsLock: string;
  readonly signIn: string;
  readonly signingIn: string;
  readonly forgotten: string;
  readonly away: string;
  readonly numberFirst: string;
  readonly ended: string;

  readonly newTitle: string;
  readonly newWhy: string;
  readonly newPassword: string;
  readonly again: string;
  readonly notTheSame: string;
  readonly theSame: string;
  readonly rulesTitle: string;
  readonly atLeast: (count: number, now: number) => string;
  readonly kinds: (count: number, now: number) => string;
  readonly notKnown: string;
  readonly notOfLast: (count: number) => string;
  readonly changeAfter: (days: number) => string;
  readonly keep: string;
  readonly back: string;

  readonly lock: string;
  readonly lockedTitle: string;
  readonly lockedBy: (person: string) => string;
  readonly lockedStays: string;
  readonly pinOrPassword: string;
  readonly unlock: string;
  readonly unlocking: string;
  readonly wrongSecret: string;
  readonly signOut: string;
  readonly otherPerson: string;
  readonly sureOut: string;
  readonly cancel: string;

  readonly pin: string;
  readonly pinTitle: string;
  readonly pinWhat: string;
  readonly ownPassword: string;
  readonly newPin: string;
  readonly pinAgain: string;
  readonly pinsDiffer: string;
  readonly pinKeep: string;
  readonly pinKept: string;
  readonly close: string;
}

export const gateTexts: Texts<GateWords> = {
  zh: {
    title: '工作人员登录',
    screen: {
      kiosk: (place) => `取号机 ${place}`, counter: (place) => `${place} 号窗口`, desk: (place) => `咨询台 ${place}`,
      display: (place) => `显示屏 ${place}`, pad: (place) => `${place} 号窗口评价器`, manager: (place) => `管理台 ${place}`,
    },
    number: '工号', password: '密码', show: '显示密码', hide: '隐藏密码', capsLock: '大写锁定已打开（Caps Lock）',
    signIn: '登录', signingIn: '正在登录…', forgotten: '忘记密码：请系统管理员给您一个新的一次性密码。',
    away: '与服务器的连接中断，恢复后再试。', numberFirst: '请输入工号和密码。',
    ended: '您在此的登录已结束（权限或密码有变动，或长时间没有操作）。请重新登录。',

    newTitle: '设置新密码', newWhy: '您用的密码只能用一次，或已到更换期限。请设置自己的密码，不要告诉任何人。',
    newPassword: '新密码', again: '再输一次', notTheSame: '两次输入不一样。', theSame: '两次输入一致',
    rulesTitle: '新密码要求', atLeast: (count, now) => `至少 ${count} 个字符（现在 ${now} 个）`,
    kinds: (count, now) => `小写字母、大写字母、数字、符号中至少 ${count} 种（现在 ${now} 种）`,
    notKnown: '不是常见密码，不含工号或姓名', notOfLast: (count) => `与最近 ${count} 次用过的密码不同`, changeAfter: (days) => `每 ${days} 天要换一次`,
    keep: '保存并登录', back: '返回',

    lock: '锁屏', lockedTitle: '屏幕已锁定', lockedBy: (person) => `${person} 在此登录`,
    lockedStays: '窗口状态和手上的号不变，解锁后继续办理。', pinOrPassword: 'PIN 或密码', unlock: '解锁', unlocking: '正在解锁…',
    wrongSecret: 'PIN 或密码不对，请重新输入。', signOut: '退出登录', otherPerson: '换人登录', sureOut: '退出后，需要用密码重新登录。确定退出？', cancel: '取消',

    pin: '设置 PIN', pinTitle: '设置解锁 PIN', pinWhat: 'PIN 为 4–8 位数字，只用来解锁您已登录的屏幕。不能全部相同或连续。', ownPassword: '您的密码',
    newPin: '新 PIN', pinAgain: '再输一次 PIN', pinsDiffer: '两次输入的 PIN 不一样。', pinKeep: '保存 PIN', pinKept: 'PIN 已保存，下次锁屏可以用它解锁。', close: '关闭',
  },
  en: {
    title: 'Staff sign-in',
    screen: {
      kiosk: (place) => `Kiosk ${place}`, counter: (place) => `Counter ${place}`, desk: (place) => `Guide desk ${place}`,
      display: (place) => `Display ${place}`, pad: (place) => `Pad of counter ${place}`, manager: (place) => `Manager desk ${place}`,
    },
    number: 'Staff number', password: 'Password', show: 'Show password', hide: 'Hide password', capsLock: 'Caps Lock is on',
    signIn: 'Sign in', signingIn: 'Signing in…', forgotten: 'Forgotten? An administrator can give you a new one-time password.',
    away: 'The server cannot be reached. Try again when the connection is back.', numberFirst: 'Enter your staff number and password.',
    ended: 'You were signed out here: your rights or password changed, or nothing was done for long. Please sign in again.',

    newTitle: 'Set a new password', newWhy: 'The password you used is good once, or has reached its age. Set one of your own and tell nobody.',
    newPassword: 'New password', again: 'Once more', notTheSame: 'The two entries differ.', theSame: 'Both entries are the same',
    rulesTitle: 'The new password', atLeast: (count, now) => `has at least ${count} characters (now ${now})`,
    kinds: (count, now) => `has at least ${count} of: small letters, capitals, digits, signs (now ${now})`,
    notKnown: 'is no well-known password and does not hold your number or name', notOfLast: (count) => `is none of your last ${count}`, changeAfter: (days) => `is changed every ${days} days`,
    keep: 'Save and sign in', back: 'Back',

    lock: 'Lock', lockedTitle: 'Screen locked', lockedBy: (person) => `${person} is signed in here`,
    lockedStays: 'The counter and the ticket in hand stay as they are; go on after unlocking.', pinOrPassword: 'PIN or password', unlock: 'Unlock', unlocking: 'Unlocking…',
    wrongSecret: 'PIN or password is wrong. Please try again.', signOut: 'Sign out', otherPerson: 'Somebody else signs in', sureOut: 'You will need your password to sign in again. Sign out?', cancel: 'Cancel',

    pin: 'Set PIN', pinTitle: 'PIN to unlock', pinWhat: 'A PIN has four to eight digits and unlocks screens where you are signed in, nothing else. Not all the same digit and no run.', ownPassword: 'Your password',
    newPin: 'New PIN', pinAgain: 'PIN once more', pinsDiffer: 'The two PINs differ.', pinKeep: 'Save PIN', pinKept: 'The PIN is saved; it unlocks from now on.', close: 'Close',
  },
};
