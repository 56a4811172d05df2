// Words of the kiosk around the guide of a service (办事指南); its parts have theirs in guideSlipText.ts.
import type { Texts } from './language.ts';

interface KioskGuideWords {
  readonly open: string;
  readonly openHint: string;
  readonly print: string;
  readonly printing: string;
  readonly printed: string;
  readonly notPrinted: string;
  readonly scan: string;
  readonly scanHint: string;
  /** The last line of a code that could not hold everything. */
  readonly more: string;
  /** The picture, for who cannot see it. */
  readonly codeOf: (service: string) => string;
  readonly takeNumber: string;
}

export const kioskGuideTexts: Texts<KioskGuideWords> = {
  zh: {
    open: '办事指南',
    openHint: '材料、流程、收费',
    print: '打印指南',
    printing: '正在打印指南…',
    printed: '请取走指南',
    notPrinted: '没有打印出来，请用手机扫码带走',
    scan: '手机扫码带走',
    scanHint: '用微信等扫一扫，不需要网络',
    more: '其余内容请看大厅指南。',
    codeOf: (service) => `“${service}”办事指南的二维码`,
    takeNumber: '去取号',
  },
  en: {
    open: 'Service guide',
    openHint: 'Papers, steps, fees',
    print: 'Print the guide',
    printing: 'Printing the guide…',
    printed: 'Please take the guide',
    notPrinted: 'It was not printed; please scan the code',
    scan: 'Take it on your phone',
    scanHint: 'Scan with the camera; no network needed',
    more: 'For the rest see the guide in the hall.',
    codeOf: (service) => `QR code of the guide for “${service}”`,
    takeNumber: 'Take a number',
  },
};
