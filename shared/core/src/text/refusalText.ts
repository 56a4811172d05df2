// Plain words for every refusal, as staff and visitors read them. A code without words does not compile.
import type { Refusal, RefusalCode, RefusalFacts } from '../domain/refusals.ts';
import type { Language, Texts } from './language.ts';
import { counterStateTexts, ticketStateTexts } from './stateText.ts';

type Words = { readonly [C in RefusalCode]: string | ((facts: RefusalFacts<C>) => string) };

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));
const states = (language: Language) => (state: string): string =>
  ({ ...ticketStateTexts[language], ...counterStateTexts[language] } as Readonly<Record<string, string>>)[state] ?? state;
const zh = states('zh');
const en = states('en');

export const refusalTexts: Texts<Words> = {
  zh: {
    noPlan: '大厅业务方案尚未导入，请联系管理员。',
    planFaulty: ({ faults }) => `业务方案有误，未生效：${faults.join('；')}`,
    journalAlreadyOpen: '大厅流水已经建立。',
    epochNotNewer: '纪元必须晚于当前纪元。',
    dayNotOpen: '今日业务尚未开始，请稍候。',
    dayAlreadyOpen: ({ date }) => `${date} 的业务日已经开始。`,
    dayInPast: ({ last }) => `业务日不能早于 ${last}，请检查服务器时间。`,
    otherDayOpen: ({ date }) => `当前业务日是 ${date}。`,
    noSuchService: '该事项已调整，请重新选择。',
    noSuchClass: '没有这一优先类别。',
    priorityNeedsStaff: '优先号和预约号请到咨询引导台办理。',
    numbersExhausted: '该队列今日号码已发完，请到咨询引导台。',
    noSuchTicket: '没有找到这张号票。',
    staleTicket: ({ number, state }) => `${number} 的状态已变为“${zh(state)}”，请看清后再操作。`,
    wrongState: ({ number, state }) => `${number} 现在是“${zh(state)}”，不能这样操作。`,
    otherCounter: ({ number, counterId }) => `${number} 在 ${counterId} 号窗口。`,
    noSuchCounter: ({ counterId }) => `没有 ${counterId} 号窗口。`,
    noSuchClerk: '没有这个工号，请核对。',
    counterHeld: ({ counterId }) => `${counterId} 号窗口已有人登录，请先由其退出。`,
    clerkElsewhere: ({ counterId }) => `您已在 ${counterId} 号窗口登录，请先在那里退出。`,
    notSignedIn: '请先登录窗口。',
    counterNotOpen: ({ state }) => `窗口现在是“${zh(state)}”，请先开放窗口。`,
    counterAlready: ({ state }) => `窗口已经是“${zh(state)}”。`,
    ticketActive: ({ number, state }) => `${number} ${zh(state)}，请先办结或过号。`,
    nobodyWaiting: '现在没有人等候。',
    tooSoon: ({ waitMs }) => `操作太快，请 ${seconds(waitMs)} 秒后再试。`,
    callsUsed: ({ number, maxCalls }) => `${number} 已呼叫 ${maxCalls} 次，可以过号。`,
    callAgainFirst: ({ calls, needed }) => `已呼叫 ${calls} 次，满 ${needed} 次后才能过号。`,
    noSuchReason: '请选择列表中的原因。',
    noSuchRecord: '没有可评价的办理记录。',
    notYetFinished: '业务还在办理，办结后请评价。',
    alreadyRated: '本次办理已经评价过，谢谢。',
    noSuchCode: '评价内容已更新，请重新选择。',
    malformed: '信息格式不对，没有执行。',
    unknownMessage: '服务器不认识这条信息。',
    unknownCommand: '服务器不认识这个操作，请更新程序。',
    tooLarge: '信息过大，没有执行。',
    tooFast: '操作过于频繁，请稍候。',
    notAllowed: '本设备没有这项权限。',
    otherPlace: ({ place }) => `本设备只能操作 ${place} 号窗口。`,
    badCredential: '设备未登记，请联系管理员。',
    otherProtocol: '程序版本与服务器不一致，请刷新或更新。',
    otherOrigin: '页面来源不被允许。',
    tooLate: '这次操作已过时，没有执行，请重新操作。',
    commandIdReused: '操作编号重复，没有执行，请重新操作。',
    stopping: '服务器正在停止，稍后会自动重试。',
  },
  en: {
    noPlan: 'The hall has no plan yet. Please ask the manager.',
    planFaulty: ({ faults }) => `The plan has faults and was not adopted: ${faults.join('; ')}`,
    journalAlreadyOpen: 'The journal is already open.',
    epochNotNewer: 'The epoch must be newer than the present one.',
    dayNotOpen: 'The hall has not opened for today. Please wait.',
    dayAlreadyOpen: ({ date }) => `The business day ${date} is already open.`,
    dayInPast: ({ last }) => `The business day cannot be before ${last}. Please check the server's clock.`,
    otherDayOpen: ({ date }) => `The open business day is ${date}.`,
    noSuchService: 'This service has changed. Please choose again.',
    noSuchClass: 'There is no such priority class.',
    priorityNeedsStaff: 'Please ask the guide desk for priority or appointment tickets.',
    numbersExhausted: 'No numbers are left in this queue today. Please ask the guide desk.',
    noSuchTicket: 'This ticket was not found.',
    staleTicket: ({ number, state }) => `${number} is now ${en(state)}. Please look again before you press.`,
    wrongState: ({ number, state }) => `${number} is ${en(state)}; this cannot be done now.`,
    otherCounter: ({ number, counterId }) => `${number} is at counter ${counterId}.`,
    noSuchCounter: ({ counterId }) => `There is no counter ${counterId}.`,
    noSuchClerk: 'There is no such staff number.',
    counterHeld: ({ counterId }) => `Somebody is signed in at counter ${counterId}.`,
    clerkElsewhere: ({ counterId }) => `You are signed in at counter ${counterId}. Please sign out there first.`,
    notSignedIn: 'Please sign in first.',
    counterNotOpen: ({ state }) => `The counter is ${en(state)}. Please open it first.`,
    counterAlready: ({ state }) => `The counter is already ${en(state)}.`,
    ticketActive: ({ number, state }) => `${number} is still ${en(state)}. Finish or miss it first.`,
    nobodyWaiting: 'Nobody is waiting.',
    tooSoon: ({ waitMs }) => `Too soon. Please wait ${seconds(waitMs)} s.`,
    callsUsed: ({ number, maxCalls }) => `${number} has been called ${maxCalls} times and can be missed.`,
    callAgainFirst: ({ calls, needed }) => `Called ${calls} of ${needed} times needed before a miss.`,
    noSuchReason: 'Please choose a reason from the list.',
    noSuchRecord: 'There is no service to rate.',
    notYetFinished: 'The service is not finished yet.',
    alreadyRated: 'This service has been rated already. Thank you.',
    noSuchCode: 'The list of answers has changed. Please choose again.',
    malformed: 'The message was not understood; nothing was done.',
    unknownMessage: 'The server does not know this message.',
    unknownCommand: 'The server does not know this order. Please update.',
    tooLarge: 'The message is too large; nothing was done.',
    tooFast: 'Too many messages. Please wait.',
    notAllowed: 'This device may not do that.',
    otherPlace: ({ place }) => `This device may only act for counter ${place}.`,
    badCredential: 'This device is not enrolled. Please ask the manager.',
    otherProtocol: 'This program and the server differ in version. Please reload or update.',
    otherOrigin: 'This page comes from a place that is not allowed.',
    tooLate: 'This order came too late and was not carried out. Please press again.',
    commandIdReused: 'This order number was used before. Please press again.',
    stopping: 'The server is stopping; the order will be sent again.',
  },
};

/** The refusal in plain words. */
export function refusalText(refusal: Refusal, language: Language): string {
  const words = refusalTexts[language][refusal.code] as string | ((facts: Refusal['facts']) => string);
  return typeof words === 'string' ? words : words(refusal.facts);
}
