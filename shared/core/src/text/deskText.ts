// Words of the guide desk: finding a ticket, issuing with class and reason, overriding a refusal, the whole hall at a glance.
// What is said about a single ticket's way is in counterListText.ts, refusals in refusalText.ts.
import type { RefusalFacts } from '../domain/refusals.ts';
import type { Texts } from './language.ts';

/** Refusals that send a visitor to the guide desk are said in other words to the desk itself. */
type DeskCode = 'quotaReached' | 'issuingStopped' | 'ticketAlreadyLive' | 'numbersExhausted' | 'returnNotAllowed' | 'returnTooLate'
  | 'tooLateToday' | 'noSuchAppointment' | 'appointmentTooEarly' | 'alreadyCheckedIn' | 'appointmentExists' | 'appointmentsBlocked' | 'outOfHours';

interface DeskWords {
  readonly refusals: { readonly [C in DeskCode]: (facts: RefusalFacts<C>) => string };
  readonly title: string;
  readonly desk: (place: string) => string;

  readonly find: string;
  readonly findHint: string;
  readonly findNothing: string;
  readonly findManual: string;
  readonly takenAt: (time: string) => string;
  readonly queueLabel: string;
  readonly classLabel: string;
  readonly counterLabel: string;
  readonly forCounterOnly: (counterId: string) => string;
  readonly ahead: (people: number) => string;
  readonly close: string;
  readonly cancelTicket: string;
  readonly cancelSure: (number: string) => string;
  readonly yesCancel: string;
  readonly no: string;
  readonly returnTicket: string;
  readonly returnAnyway: string;
  readonly whyReturn: string;
  readonly unparkTicket: string;
  readonly moveTicket: string;

  readonly issue: string;
  readonly serviceHint: string;
  readonly chooseService: string;
  readonly classOf: string;
  readonly ordinary: string;
  readonly classReason: string;
  readonly take: string;
  readonly chooseReasonFirst: string;
  readonly refused: string;
  readonly takeAnyway: string;
  readonly whyAnyway: string;
  readonly issued: string;
  readonly peopleAhead: (people: number) => string;
  readonly another: string;
  readonly full: string;
  readonly stopped: string;
  readonly shut: string;

  readonly stops: string;
  readonly stopOf: (where: string, reason: string, time: string) => string;
  readonly wholeHall: string;
  readonly queues: string;
  readonly waiting: string;
  readonly longest: string;
  readonly open: string;
  readonly counters: string;
  readonly nobodyOpen: string;
  readonly awayHint: string;
}

export const deskTexts: Texts<DeskWords> = {
  zh: {
    refusals: {
      quotaReached: ({ quota, span }) => (span === null ? `今日 ${quota} 个号已发完。` : `${span} 的 ${quota} 个号已发完。`),
      issuingStopped: () => '该事项所在队列已暂停取号，原因见页面上方。',
      ticketAlreadyLive: ({ number }) => `办事人已有 ${number} 号，还在等候或办理。`,
      numbersExhausted: () => '该队列今日号码已发完。',
      returnNotAllowed: ({ number }) => `${number} 所在队列过号作废。`,
      returnTooLate: ({ number, withinMs }) => `${number} 过号已超过 ${Math.round(withinMs / 60_000)} 分钟。`,
      tooLateToday: () => '按目前的等候情况，轮到时已经下班。',
      noSuchAppointment: () => '没有找到这一预约。',
      appointmentTooEarly: ({ opensAt, fromAt }) => `还没到签到时间，最早在时段开始前 ${Math.round((fromAt - opensAt) / 60_000)} 分钟。`,
      alreadyCheckedIn: ({ number }) => `已经签到，号码是 ${number}。`,
      appointmentExists: ({ isSame }) => (isSame ? '这一预约已经登记。' : '办事人当天已预约这一事项。'),
      appointmentsBlocked: ({ until }) => `多次预约未到，${until} 及以前不能预约。`,
      outOfHours: ({ opensAt }) => (opensAt === null ? '今天已停止取号。' : '现在不在取号时间。'),
    },
    title: '咨询引导台',
    desk: (place) => `咨询引导台 ${place}`,

    find: '查找',
    findHint: '号码、手机号、证件号或姓名',
    findNothing: '今天没有这个号码，或已办结',
    findManual: '号码如 12 或 A012；也可输入手机号（或后四位）、证件号、姓名。Enter 打开第一张',
    takenAt: (time) => `${time} 取号`,
    queueLabel: '队列',
    classLabel: '类别',
    counterLabel: '窗口',
    forCounterOnly: (counterId) => `只等 ${counterId} 号窗口`,
    ahead: (people) => `前面 ${people} 人`,
    close: '关闭',
    cancelTicket: '取消号票',
    cancelSure: (number) => `确定取消 ${number}？`,
    yesCancel: '确定取消',
    no: '不取消',
    returnTicket: '过号恢复',
    returnAnyway: '仍要恢复…',
    whyReturn: '仍要恢复，原因：',
    unparkTicket: '退回等候',
    moveTicket: '移到…',

    issue: '代取号',
    serviceHint: '输入事项名称、队列字母或部门',
    chooseService: '请选择事项',
    classOf: '类别',
    ordinary: '普通',
    classReason: '依据',
    take: '取号',
    chooseReasonFirst: '请选择依据',
    refused: '不能取号',
    takeAnyway: '仍要取号',
    whyAnyway: '仍要取号，原因：',
    issued: '已取号',
    peopleAhead: (people) => `前面 ${people} 人`,
    another: '再取一号',
    full: '号满',
    stopped: '停取',
    shut: '非取号时间',

    stops: '暂停取号',
    stopOf: (where, reason, time) => `${where}：${reason}（${time} 起）`,
    wholeHall: '全厅',
    queues: '队列',
    waiting: '等候',
    longest: '最长',
    open: '开放',
    counters: '窗口',
    nobodyOpen: '无窗口开放',
    awayHint: '与服务器失去联系，正在自动重连。现在不能取号，也不能更改。',
  },
  en: {
    refusals: {
      quotaReached: ({ quota, span }) => `All ${quota} tickets ${span === null ? 'of today' : `of ${span}`} have been given.`,
      issuingStopped: () => 'Issuing is stopped for this queue; the reason is at the top of the page.',
      ticketAlreadyLive: ({ number }) => `The visitor has ${number}, which is still open.`,
      numbersExhausted: () => 'All numbers of this queue have been given today.',
      returnNotAllowed: ({ number }) => `${number} stands in a queue without return.`,
      returnTooLate: ({ number, withinMs }) => `${number} was missed more than ${Math.round(withinMs / 60_000)} minutes ago.`,
      tooLateToday: () => 'As the lines are now, the turn would come after closing.',
      noSuchAppointment: () => 'This appointment was not found.',
      appointmentTooEarly: ({ opensAt, fromAt }) => `Too early: check-in opens ${Math.round((fromAt - opensAt) / 60_000)} min before the slot.`,
      alreadyCheckedIn: ({ number }) => `Checked in already, as ${number}.`,
      appointmentExists: ({ isSame }) => (isSame ? 'This appointment is in the list already.' : 'The visitor has booked this service on that day already.'),
      appointmentsBlocked: ({ until }) => `Missed appointments: no booking until ${until}.`,
      outOfHours: ({ opensAt }) => (opensAt === null ? 'No more tickets are given today.' : 'Tickets are not given at this time.'),
    },
    title: 'Guide desk',
    desk: (place) => `Guide desk ${place}`,

    find: 'Find',
    findHint: 'Number, phone, ID number or name',
    findNothing: 'No such number today, or it is finished',
    findManual: 'A number as in 12 or A012; or a phone (last four digits will do), ID number or name. Enter opens the first.',
    takenAt: (time) => `taken ${time}`,
    queueLabel: 'Queue',
    classLabel: 'Class',
    counterLabel: 'Counter',
    forCounterOnly: (counterId) => `for counter ${counterId} only`,
    ahead: (people) => `${people} ahead`,
    close: 'Close',
    cancelTicket: 'Cancel ticket',
    cancelSure: (number) => `Cancel ${number}?`,
    yesCancel: 'Yes, cancel it',
    no: 'Keep it',
    returnTicket: 'Return to line',
    returnAnyway: 'Return anyway …',
    whyReturn: 'Return anyway, because:',
    unparkTicket: 'Back to wait',
    moveTicket: 'Move to …',

    issue: 'Issue a ticket',
    serviceHint: 'Type a service, a queue letter or a department',
    chooseService: 'Choose a service',
    classOf: 'Class',
    ordinary: 'Ordinary',
    classReason: 'Reason',
    take: 'Issue',
    chooseReasonFirst: 'Choose a reason',
    refused: 'Not issued',
    takeAnyway: 'Issue anyway',
    whyAnyway: 'Issue anyway, because:',
    issued: 'Issued',
    peopleAhead: (people) => (people === 1 ? '1 person ahead' : `${people} people ahead`),
    another: 'Another ticket',
    full: 'full',
    stopped: 'stopped',
    shut: 'closed now',

    stops: 'Issuing stopped',
    stopOf: (where, reason, time) => `${where}: ${reason} (since ${time})`,
    wholeHall: 'Whole hall',
    queues: 'Queues',
    waiting: 'Waiting',
    longest: 'Longest',
    open: 'Open',
    counters: 'Counters',
    nobodyOpen: 'no counter open',
    awayHint: 'Out of touch with the server, reconnecting. Nothing can be issued or changed now.',
  },
};
