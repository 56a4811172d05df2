// Words of the clerk's exceptions: parked and missed lists, what has happened to a ticket, taking a step back, and the
// dialogs that ask why, whom or where to. The guide desk shows tickets with the same words.
import type { HistoryStep } from '../domain/ticket.ts';
import type { Texts } from './language.ts';

interface CounterListWords {
  readonly parked: string;
  readonly noParked: string;
  readonly parkedFor: (length: string) => string;
  readonly parkedTooLong: string;
  readonly parkedAt: (counterId: string) => string;
  readonly resumeHere: string;
  readonly backToWait: string;
  readonly returnToLine: string;

  readonly history: string;
  /** One step of the way of a ticket; `counterId` null: the guide desk did it. */
  readonly step: Readonly<Record<HistoryStep['what'], (queue: string, counterId: string | null) => string>>;
  readonly override: (reason: string) => string;

  readonly undo: Readonly<Record<'finish' | 'miss' | 'start', (number: string) => string>>;
  readonly secondsLeft: (seconds: number) => string;

  readonly whyPark: (number: string) => string;
  readonly whyPutBack: (number: string) => string;
  readonly whyPick: (number: string) => string;
  readonly pickWhom: string;
  readonly typeNumber: string;
  readonly whereTo: (number: string) => string;
  readonly typeQueue: string;
  readonly whichCounter: (number: string, queue: string) => string;
  readonly anyCounter: string;
  readonly queueLoad: (waiting: number, counters: number) => string;
  readonly openCounters: (count: number) => string;
  readonly waitsAlone: (count: number) => string;
  readonly place: string;
  readonly places: Readonly<Record<'dueKept' | 'toTheEnd' | 'end', string>>;
  readonly keys: string;
  readonly keysWithPlace: string;
  readonly nothingFound: string;
  readonly back: string;
}

export const counterListTexts: Texts<CounterListWords> = {
  zh: {
    parked: '挂起',
    noParked: '没有挂起的号票',
    parkedFor: (length) => `已挂起 ${length}`,
    parkedTooLong: '挂起过久',
    parkedAt: (counterId) => `在 ${counterId} 号窗口挂起`,
    resumeHere: '继续办理',
    backToWait: '退回等候',
    returnToLine: '恢复',

    history: '经过',
    step: {
      missed: (_queue, counterId) => `在 ${counterId} 号窗口过号`,
      returned: () => '过号恢复，重新排队',
      parked: (_queue, counterId) => `在 ${counterId} 号窗口挂起`,
      transferred: (queue, counterId) => (counterId === null ? `引导台从“${queue}”移来` : `${counterId} 号窗口从“${queue}”转来`),
      putBack: (_queue, counterId) => `${counterId} 号窗口退回等候`,
      wentOn: (_queue, counterId) => `在 ${counterId} 号窗口办完一项，接着办下一项`,
    },
    override: (reason) => `引导台特批：${reason}`,

    undo: { finish: (number) => `撤销办结 ${number}`, miss: (number) => `撤销过号 ${number}`, start: (number) => `撤销开始 ${number}` },
    secondsLeft: (seconds) => `${seconds} 秒内可撤销`,

    whyPark: (number) => `挂起 ${number}：什么原因？`,
    whyPutBack: (number) => `把 ${number} 退回等候：什么原因？`,
    whyPick: (number) => `选呼 ${number}：什么原因？`,
    pickWhom: '选呼：叫哪一号？',
    typeNumber: '输入号码查找，如 12 或 A012',
    whereTo: (number) => `${number} 转到哪个队列？`,
    typeQueue: '输入字母或名称查找',
    whichCounter: (number, queue) => `${number} 转到“${queue}”：`,
    anyCounter: '任一窗口',
    queueLoad: (waiting, counters) => `等候 ${waiting} 人 · 开放 ${counters} 窗口`,
    openCounters: (count) => `${count} 个窗口开放`,
    waitsAlone: (count) => `另有 ${count} 人专等该窗口`,
    place: '位置',
    places: { dueKept: '按规则：保留原先后', toTheEnd: '按规则：排到最后', end: '排到最后' },
    keys: '方向键选择，Enter 确定',
    keysWithPlace: '0 换位置，数字或方向键选窗口',
    nothingFound: '没有找到',
    back: '返回',
  },
  en: {
    parked: 'Parked',
    noParked: 'No parked tickets',
    parkedFor: (length) => `for ${length}`,
    parkedTooLong: 'parked too long',
    parkedAt: (counterId) => `parked at counter ${counterId}`,
    resumeHere: 'Resume here',
    backToWait: 'Back to wait',
    returnToLine: 'Return',

    history: 'History',
    step: {
      missed: (_queue, counterId) => `missed at counter ${counterId}`,
      returned: () => 'returned to the line',
      parked: (_queue, counterId) => `parked at counter ${counterId}`,
      transferred: (queue, counterId) => (counterId === null ? `moved by the desk from ${queue}` : `transferred from ${queue}, counter ${counterId}`),
      putBack: (_queue, counterId) => `put back at counter ${counterId}`,
      wentOn: (_queue, counterId) => `finished in part at counter ${counterId}, goes on to the next service`,
    },
    override: (reason) => `Granted by the desk: ${reason}`,

    undo: { finish: (number) => `Undo finish ${number}`, miss: (number) => `Undo miss ${number}`, start: (number) => `Undo start ${number}` },
    secondsLeft: (seconds) => `${seconds} s left to undo`,

    whyPark: (number) => `Park ${number}: why?`,
    whyPutBack: (number) => `Put ${number} back in line: why?`,
    whyPick: (number) => `Pick ${number}: why?`,
    pickWhom: 'Pick: call which ticket?',
    typeNumber: 'Type a number, as in 12 or A012',
    whereTo: (number) => `Transfer ${number} to which queue?`,
    typeQueue: 'Type a letter or a name',
    whichCounter: (number, queue) => `Transfer ${number} to ${queue}:`,
    anyCounter: 'Any counter',
    queueLoad: (waiting, counters) => `${waiting} waiting · ${counters} open`,
    openCounters: (count) => (count === 1 ? '1 counter open' : `${count} counters open`),
    waitsAlone: (count) => (count === 1 ? '1 more waits for it alone' : `${count} more wait for it alone`),
    place: 'Place',
    places: { dueKept: 'By rule: keeps its turn', toTheEnd: 'By rule: at the end', end: 'At the end' },
    keys: 'Arrows choose, Enter confirms',
    keysWithPlace: '0 switches the place; digits or arrows choose',
    nothingFound: 'Nothing found',
    back: 'Back',
  },
};
