// Words of the boards and of the counter screens. States of tickets and counters have theirs in stateText.ts.
import type { Texts } from './language.ts';

interface DisplayWords {
  /** Over the calls just made. */
  readonly calling: string;
  readonly recalled: (nth: number) => string;
  readonly noCallsYet: string;
  readonly dayNotOpen: string;
  readonly dayClosed: string;
  readonly counters: (first: string, last: string) => string;
  readonly page: (page: number, of: number) => string;
  readonly waitingPerQueue: string;
  readonly waitingInAll: (people: number) => string;
  /** Beside the waiting counts: what the small figures under them are. */
  readonly smallIsMinutes: string;
  /** On a counter screen: open, and nobody is called. */
  readonly pleaseWait: string;
  readonly comeHere: string;
  readonly nowServing: string;
  readonly noSuchCounter: (id: string) => string;
  readonly unknownPlace: (place: string) => string;
  readonly voiceBlocked: string;
  readonly voiceFailed: string;
  /** No tickets are given for the hall, a zone or a queue; `where` null: the hall. */
  readonly issuingStopped: (where: string | null, reason: string) => string;
  readonly stoppedHint: string;
}

export const displayTexts: Texts<DisplayWords> = {
  zh: {
    calling: '正在叫号',
    recalled: (nth) => `第 ${nth} 次呼叫`,
    noCallsYet: '请稍候，正在准备叫号',
    dayNotOpen: '今日业务尚未开始',
    dayClosed: '今日业务已结束',
    counters: (first, last) => `${first}–${last} 号窗口`,
    page: (page, of) => `第 ${page} 页，共 ${of} 页`,
    waitingPerQueue: '等候人数',
    waitingInAll: (people) => `共 ${people} 人`,
    smallIsMinutes: '小字为分钟',
    pleaseWait: '请稍候',
    comeHere: '请到本窗口',
    nowServing: '正在办理',
    noSuchCounter: (id) => `业务方案中没有 ${id} 号窗口`,
    unknownPlace: (place) => `本屏位置“${place}”不明，请联系管理员`,
    voiceBlocked: '语音未开启：请点一下屏幕或按任意键',
    voiceFailed: '语音暂不可用，叫号以屏幕为准',
    issuingStopped: (where, reason) => `${where ?? '大厅'}暂停取号：${reason}`,
    stoppedHint: '已取的号仍然有效，请听从现场工作人员安排',
  },
  en: {
    calling: 'Now calling',
    recalled: (nth) => `Call ${nth}`,
    noCallsYet: 'Please wait, calls will appear here',
    dayNotOpen: 'The hall has not opened yet today',
    dayClosed: 'The hall has closed for today',
    counters: (first, last) => `Counters ${first}–${last}`,
    page: (page, of) => `Page ${page} of ${of}`,
    waitingPerQueue: 'Waiting',
    waitingInAll: (people) => (people === 1 ? '1 person' : `${people} people`),
    smallIsMinutes: 'Small: minutes',
    pleaseWait: 'Please wait',
    comeHere: 'Please come to this counter',
    nowServing: 'Now serving',
    noSuchCounter: (id) => `The plan has no counter ${id}`,
    unknownPlace: (place) => `The place “${place}” of this screen is not known. Please ask the manager`,
    voiceBlocked: 'Voice is off: tap the screen or press any key',
    voiceFailed: 'No voice at present; please watch the screen',
    issuingStopped: (where, reason) => `${where === null ? 'No numbers are given now' : `No numbers for ${where} now`}: ${reason}`,
    stoppedHint: 'Numbers already taken stay valid. Please follow the staff.',
  },
};
