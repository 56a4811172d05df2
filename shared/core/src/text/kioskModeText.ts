// Words of the kiosk about ways to use it: the lower half, the voice, the keyboard; and what to do on each page, in one
// sentence that is shown and spoken alike.
import type { Texts } from './language.ts';

interface KioskModeWords {
  readonly low: string;
  readonly lowOff: string;
  readonly voice: string;
  readonly voiceOff: string;
  readonly noVoice: string;
  readonly keys: string;
  readonly modes: string;
  readonly pageName: string;
  /** Pages by their name in the flow. */
  readonly guidance: {
    readonly home: string; readonly departments: string; readonly department: string; readonly search: string; readonly service: string; readonly guide: string;
    readonly also: string; readonly checkIn: string; readonly appointments: string; readonly find: string; readonly ticket: string; readonly taking: string;
  };
  readonly serviceSaid: (service: string, ahead: number) => string;
  readonly doneSaid: (number: string, place: string) => string;
}

export const kioskModeTexts: Texts<KioskModeWords> = {
  zh: {
    low: '低位操作',
    lowOff: '退出低位',
    voice: '语音引导',
    voiceOff: '关闭语音',
    noVoice: '本机没有语音，请看文字提示',
    keys: '键盘：方向键移动，回车选择，Esc 返回',
    modes: '使用方式',
    pageName: '取号机',
    guidance: {
      home: '请选择要办理的事项。有预约的，请点预约签到。', departments: '请选择部门。', department: '请选择要办理的事项。', search: '请点拼音首字母，再选择事项。',
      service: '请看前面人数和要带的材料，再点取号。', guide: '这里是办事指南，可以打印，也可以用手机扫码带走。', also: '请选择还要办理的事项，再点选好了。',
      checkIn: '请输入手机号或预约码，再点签到。', appointments: '请选择现在要签到的预约。', find: '请输入号单上的号码，再点查询。', ticket: '这里是您查询的号码。', taking: '请稍候，号码马上就好。',
    },
    serviceSaid: (service, ahead) => (ahead === 0 ? `${service}，前面没有人等候。办理请点取号。` : `${service}，前面有 ${ahead} 人等候。办理请点取号。`),
    doneSaid: (number, place) => (place === '' ? `您的号码是 ${number}。` : `您的号码是 ${number}，请到${place}等候。`),
  },
  en: {
    low: 'Lower half',
    lowOff: 'Full screen',
    voice: 'Voice',
    voiceOff: 'Voice off',
    noVoice: 'There is no voice here; please follow the words',
    keys: 'Keyboard: arrows move, Enter chooses, Esc goes back',
    modes: 'Ways to use this kiosk',
    pageName: 'Kiosk',
    guidance: {
      home: 'Please choose a service. If you have an appointment, press Appointment check-in.', departments: 'Please choose a department.', department: 'Please choose a service.', search: 'Please touch the first letters, then choose a service.',
      service: 'Please see who is ahead and what to bring, then press Take a number.', guide: 'This is the guide of the service. You can print it or scan it with your phone.', also: 'Please choose what else you have come for, then press Done.',
      checkIn: 'Please enter your phone number or booking code, then press Check in.', appointments: 'Please choose the appointment you have come for.', find: 'Please enter the number on your slip, then press Find.', ticket: 'This is the number you asked for.', taking: 'One moment, your number is coming.',
    },
    serviceSaid: (service, ahead) => (ahead === 0 ? `${service}. Nobody is ahead of you. Press Take a number.` : `${service}. ${ahead} ahead of you. Press Take a number.`),
    doneSaid: (number, place) => (place === '' ? `Your number is ${number}.` : `Your number is ${number}. Please wait at ${place}.`),
  },
};
