// What a kiosk says while the server is away and it gives lent numbers (O1): what it can do, and what it cannot know.
import type { Texts } from './language.ts';

interface AloneWords {
  /** Beside the button of a service. */
  readonly canTake: string;
  /** On the page of a number that was given so. */
  readonly given: string;
  readonly unknown: string;
  readonly usedUpTitle: string;
  readonly usedUpHint: string;
  readonly notKeptTitle: string;
  readonly notKeptHint: string;
}

export const kioskAloneTexts: Texts<AloneWords> = {
  zh: {
    canTake: '网络中断，仍可取号；等候人数暂时不能显示',
    given: '离线取号，号码有效',
    unknown: '等候人数和时间请看大厅屏幕；网络恢复后按取号时间排队。',
    usedUpTitle: '本机的离线号码已发完',
    usedUpHint: '请到咨询引导台取号。',
    notKeptTitle: '本机暂时不能取号',
    notKeptHint: '请换一台取号机，或到咨询引导台。',
  },
  en: {
    canTake: 'The network is down. You can still take a number; how many wait is not known now',
    given: 'Given without the network. The number is valid',
    unknown: 'See the hall’s screens for who is waiting. When the network is back you stand in line by the time printed here.',
    usedUpTitle: 'No numbers are left at this kiosk',
    usedUpHint: 'Please take a number at the guide desk.',
    notKeptTitle: 'This kiosk gives no numbers just now',
    notKeptHint: 'Please use another kiosk or go to the guide desk.',
  },
};
