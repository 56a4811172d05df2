// Words of a device that is not yet of the hall: what a person in front of it does so that it is let in.
import type { Texts } from './language.ts';

interface EnrolWords {
  readonly title: string;
  readonly code: string;
  readonly check: string;
  readonly how: readonly string[];
  readonly lasts: (minutes: number) => string;
  readonly notHere: string;
  readonly full: string;
}

export const enrolTexts: Texts<EnrolWords> = {
  zh: {
    title: '本设备尚未登记',
    code: '登记码',
    check: '核对号',
    how: ['请大厅管理员打开“大厅管理 · 设备”，输入登记码和核对号，', '并指定本设备的用途、名称和位置。登记后本页自动进入。'],
    lasts: (minutes) => `登记码 ${minutes} 分钟内有效，过期自动更换`,
    notHere: '本浏览器无法保存设备密钥：请用 https 地址打开，并允许本站保存数据。',
    full: '等待登记的设备过多，请稍候。',
  },
  en: {
    title: 'This device is not enrolled',
    code: 'Code',
    check: 'Check number',
    how: ['Ask the hall manager to open Manager · Devices and to enter code and check number,', 'and to say what this device is for. Then this page goes on by itself.'],
    lasts: (minutes) => `Good for ${minutes} minutes; then a new code is shown`,
    notHere: 'This browser cannot keep a device key. Open the page by its https address and let it store data.',
    full: 'Too many devices are waiting. Please wait a moment.',
  },
};

/** Why a device is not let in, in both languages: programs read them too. */
export const enrolProblems = {
  cannotAsk: { code: 'cannotAsk', zh: '现在不能登记：密钥无效，或等待登记的设备过多。', en: 'Not now: the key is not one, or too many devices are waiting.' },
  deviceKnown: { code: 'deviceKnown', zh: '本设备已登记，无需再次登记；请刷新页面。', en: 'This device belongs to the hall already. Reload its page.' },
  tooManyAsk: { code: 'tooManyAsk', zh: '此地址等待登记的设备过多，请等登记码到期后再试。', en: 'Too many devices of this address are waiting. Try again when their codes have ended.' },
  noSuchCode: { code: 'noSuchCode', zh: '没有这个登记码，请看清设备上显示的登记码（十分钟内有效）。', en: 'No device shows this code. Codes live ten minutes.' },
  otherDevice: { code: 'otherDevice', zh: '核对号不符：登记码可能属于另一台设备，请勿登记，重新核对。', en: 'The check number does not fit: the code may belong to another device. Do not go on; compare again.' },
  triesUsed: { code: 'triesUsed', zh: '核对号多次不符，登记码已作废，请等设备显示新的登记码。', en: 'Wrong too often: the code is void. Wait for the device to show a new one.' },
  deviceAway: { code: 'deviceAway', zh: '这台设备现在没有连接。', en: 'This device is not connected now.' },
  tooManyTries: { code: 'tooManyTries', zh: '登记码多次错误，请一分钟后再试。', en: 'Too many wrong codes. Try again in a minute.' },
} as const;
