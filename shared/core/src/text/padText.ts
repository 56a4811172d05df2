// Words of the pad. Levels and codes of a rating are the plan's words, not these.
import type { Texts } from './language.ts';

interface PadWords {
  /** Around the number of a ticket that is drawn large: "请 A012 到本窗口". */
  readonly comeBefore: string;
  readonly comeAfter: string;
  readonly recallHint: string;
  readonly serving: string;
  readonly closed: string;
  readonly paused: (reason: string) => string;
  readonly open: string;
  readonly dayNotOpen: string;
  readonly noCounter: (place: string) => string;
  /** Between the names of several services. */
  readonly between: string;
  readonly rateTitle: string;
  readonly voluntary: string;
  readonly decline: string;
  readonly codesTitle: string;
  readonly codesHint: string;
  readonly more: string;
  readonly chooseAgain: string;
  readonly submit: string;
  readonly sending: string;
  readonly secondsLeft: (seconds: number) => string;
  readonly nextCalled: (number: string) => string;
  readonly given: string;
  readonly givenMore: string;
  readonly kept: string;
  readonly keptMore: string;
  readonly already: string;
  readonly alreadyMore: string;
}

export const padTexts: Texts<PadWords> = {
  zh: {
    comeBefore: '请',
    comeAfter: '到本窗口办理',
    recallHint: '请持号票和有关材料前来',
    serving: '正在办理',
    closed: '本窗口未开放，请看综合屏前往其他窗口',
    paused: (reason) => `暂停原因：${reason}`,
    open: '请留意叫号，叫到后到本窗口办理',
    dayNotOpen: '大厅今日业务未开始或已结束',
    noCounter: (place) => `方案中没有窗口“${place}”，请联系大厅管理员`,
    between: '、',
    rateTitle: '请您评价本次办理',
    voluntary: '自愿评价，不影响您办理业务',
    decline: '不评价',
    codesTitle: '您愿意说说原因吗',
    codesHint: '可多选，也可以不选',
    more: '更多',
    chooseAgain: '重新选择',
    submit: '提交评价',
    sending: '正在提交…',
    secondsLeft: (seconds) => `本页 ${seconds} 秒后关闭`,
    nextCalled: (number) => `请 ${number} 到本窗口等候`,
    given: '感谢您的评价',
    givenMore: '评价已收到',
    kept: '已记下您的评价',
    keptMore: '暂时联系不上服务器，恢复后自动提交，无需再评',
    already: '本次办理已经评价过',
    alreadyMore: '谢谢您，每次办理评价一次即可',
  },
  en: {
    comeBefore: '',
    comeAfter: 'please come to this counter',
    recallHint: 'Please bring your ticket and your documents',
    serving: 'Now being served',
    closed: 'This counter is closed. Please see the hall board for other counters',
    paused: (reason) => `Reason: ${reason}`,
    open: 'Please come here when your number is called',
    dayNotOpen: 'The hall is not open now',
    noCounter: (place) => `The plan has no counter “${place}”. Please ask the hall manager`,
    between: ', ',
    rateTitle: 'How was this service?',
    voluntary: 'Your choice: it does not affect your matter',
    decline: 'Do not rate',
    codesTitle: 'Would you like to say why?',
    codesHint: 'Choose several, one or none',
    more: 'More',
    chooseAgain: 'Choose again',
    submit: 'Submit',
    sending: 'Sending…',
    secondsLeft: (seconds) => `This page closes in ${seconds} s`,
    nextCalled: (number) => `${number}, please come to this counter and wait`,
    given: 'Thank you',
    givenMore: 'Your rating has been received',
    kept: 'Your rating is kept here',
    keptMore: 'The server is out of reach; it will be sent by itself. No need to rate again',
    already: 'This service has been rated already',
    alreadyMore: 'Thank you. Once is enough',
  },
};
