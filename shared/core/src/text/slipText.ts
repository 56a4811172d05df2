// Words of the slip (rule S1). What stands on it and in which order is in slip/slipDocument.ts.
import type { Texts } from './language.ts';

interface SlipWords {
  readonly ahead: (people: number) => string;
  readonly counters: (range: string) => string;
  readonly validToday: string;
  readonly wait: string;
  readonly missed: (calls: number) => string;
}

export const slipTexts: Texts<SlipWords> = {
  zh: {
    ahead: (people) => (people === 0 ? '前面无人等候' : `前面还有 ${people} 人等候`),
    counters: (range) => `${range} 号窗口`,
    validToday: '当日有效',
    wait: '请留意叫号屏和语音播报。',
    missed: (calls) => `叫号 ${calls} 次未到即为过号；过号后请到咨询引导台。`,
  },
  en: {
    ahead: (people) => (people === 0 ? 'Nobody ahead of you' : people === 1 ? '1 person ahead of you' : `${people} people ahead of you`),
    counters: (range) => (/^[0-9]+$/.test(range) ? `Counter ${range}` : `Counters ${range}`),
    validToday: 'Valid today only',
    wait: 'Please watch the screens and listen for your number.',
    missed: (calls) => `A number called ${calls} ${calls === 1 ? 'time' : 'times'} without an answer is missed; then please go to the guide desk.`,
  },
};
