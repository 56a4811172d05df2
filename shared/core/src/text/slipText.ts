// Words of the slip (rule S1). What stands on it and in which order is in slip/slipDocument.ts.
import type { ReturnPolicy } from '../domain/plan.ts';
import type { Texts } from './language.ts';

interface SlipWords {
  /** Over a slip that is printed again (S3). */
  readonly reprinted: (nth: number, time: string) => string;
  readonly className: (name: string) => string;
  /** The slot of an appointment; `to` null: its end is not known any more. */
  readonly slot: (from: string, to: string | null) => string;
  readonly counters: (range: string) => string;
  readonly validToday: string;
  readonly wait: string;
  /** Of a number that a kiosk gave while the server was away: what it could not know (O1). */
  readonly alone: string;
  /** Over the services that come after the first (T4). */
  readonly later: string;
  readonly laterHint: string;
  /** Below the QR code of the ticket's own page. */
  readonly page: string;
  readonly complaints: (phone: string) => string;
  /** What happens when missed, by the return policy of the queue (C8); null: the plan no longer knows the queue. */
  readonly missed: (calls: number, policy: ReturnPolicy | null) => string;
}

const minutes = (ms: number): number => Math.round(ms / 60_000);

export const slipTexts: Texts<SlipWords> = {
  zh: {
    reprinted: (nth, time) => `补打${nth > 1 ? `（第 ${nth} 次）` : ''} ${time}`,
    className: (name) => `类别：${name}`,
    slot: (from, to) => (to === null ? `预约 ${from}` : `预约 ${from}–${to}`),
    counters: (range) => `${range} 号窗口`,
    validToday: '当日有效',
    wait: '请留意叫号屏和语音播报。',
    alone: '离线取号：等候人数未知，网络恢复后按取号时间排队。',
    later: '之后还办理：',
    laterHint: '凭本号依次办理，不必另行取号。',
    page: '手机扫码查看排队情况',
    complaints: (phone) => `投诉监督电话：${phone}`,
    missed: (calls, policy) => {
      const missed = `叫号 ${calls} 次未到即为过号`;
      if (policy === null) return `${missed}；过号后请到咨询引导台。`;
      if (policy.kind === 'notAllowed') return `${missed}，过号作废，请重新取号。`;
      const place = policy.kind === 'toTheEnd' ? '排到队尾' : policy.places === 0 ? '按原来的顺序呼叫' : `约 ${policy.places} 位后再呼叫您`;
      const within = policy.withinMs === null ? '' : ` ${minutes(policy.withinMs)} 分钟内`;
      return `${missed}；过号后${within}请到窗口或咨询引导台，${place}${policy.withinMs === null ? '' : '，超时作废'}。`;
    },
  },
  en: {
    reprinted: (nth, time) => `Printed again${nth > 1 ? ` (${nth})` : ''} ${time}`,
    className: (name) => `Class: ${name}`,
    slot: (from, to) => (to === null ? `Appointment ${from}` : `Appointment ${from}–${to}`),
    counters: (range) => (/^[0-9]+$/.test(range) ? `Counter ${range}` : `Counters ${range}`),
    validToday: 'Valid today only',
    wait: 'Please watch the screens and listen for your number.',
    alone: 'Given without the network: how many wait is not known; you stand in line by the time above.',
    later: 'After that:',
    laterHint: 'All with this number, one after another.',
    page: 'Scan to follow your number',
    complaints: (phone) => `Complaints: ${phone}`,
    missed: (calls, policy) => {
      const missed = `A number called ${calls} ${calls === 1 ? 'time' : 'times'} without an answer is missed`;
      if (policy === null) return `${missed}; then please go to the guide desk.`;
      if (policy.kind === 'notAllowed') return `${missed} and no longer valid; then please take a new one.`;
      const place = policy.kind === 'toTheEnd' ? 'you will be called after all who wait' : policy.places === 0 ? 'you keep your place' : `you will be called after about ${policy.places} others`;
      const within = policy.withinMs === null ? '' : ` within ${minutes(policy.withinMs)} min`;
      return `${missed}; then please come to a counter or the guide desk${within}: ${place}.`;
    },
  },
};
