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
