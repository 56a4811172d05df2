// Words for what the manager orders beside the business day: stopping and resuming issuing (H6), releasing a counter
// (C13), and the lists that go with it: stops, parked tickets (C10), work of each counter (C9, C11).
import type { Texts } from './language.ts';

interface ManagerOrderWords {
  readonly stop: string;
  readonly stopAsk: string;
  readonly stopWhere: string;
  readonly stopReason: string;
  readonly wholeHall: string;
  readonly zone: (name: string) => string;
  readonly queue: (prefix: string, name: string) => string;
  readonly stopEffect: (queues: number) => string;
  readonly stopConfirm: string;
  readonly stopped: (where: string, reason: string) => string;
  readonly since: (time: string, minutes: string) => string;
  readonly resume: string;
  readonly cancel: string;
  readonly slow: string;
  readonly release: string;
  readonly releaseAsk: (counter: string) => string;
  readonly releaseClerk: (clerk: string) => string;
  readonly releaseCalled: (number: string) => string;
  readonly releaseServing: (number: string) => string;
  readonly releaseFree: string;
  readonly thenPutBack: string;
  readonly thenPark: string;
  readonly thenFinish: string;
  readonly releaseEffect: string;
  readonly releaseConfirm: string;
  readonly parked: string;
  readonly parkedAt: string;
  readonly noParked: string;
  readonly parkedTooLong: (count: number) => string;
  readonly tooLong: string;
  readonly number: string;
  readonly service: string;
  readonly reason: string;
  readonly parkedFor: string;
  readonly work: string;
  readonly served: string;
  readonly missed: string;
  readonly transferred: string;
  readonly picked: string;
  readonly noWork: string;
  readonly transferredMeans: string;
  readonly pickedMeans: string;
}

export const managerOrderTexts: Texts<ManagerOrderWords> = {
  zh: {
    stop: '暂停取号…',
    stopAsk: '暂停取号？',
    stopWhere: '范围',
    stopReason: '原因',
    wholeHall: '整个大厅',
    zone: (name) => `区域：${name}`,
    queue: (prefix, name) => `队列：${prefix} ${name}`,
    stopEffect: (queues) => `立即停止 ${queues} 个队列的取号，大屏和取号机显示原因。已取的号照常叫号；咨询引导台仍可按原因放号。`,
    stopConfirm: '确认暂停',
    stopped: (where, reason) => `${where} 暂停取号：${reason}`,
    since: (time, minutes) => `${time} 起，已 ${minutes}`,
    resume: '恢复取号',
    cancel: '取消',
    slow: '正在等待服务器答复…',
    release: '释放窗口',
    releaseAsk: (counter) => `释放 ${counter} 号窗口？`,
    releaseClerk: (clerk) => `现登录人员：${clerk}`,
    releaseCalled: (number) => `${number} 已叫号未办理：将退回原位重新等候。`,
    releaseServing: (number) => `${number} 正在办理，请选择如何处理：`,
    releaseFree: '窗口手中没有号票。',
    thenPutBack: '退回原位，重新等候',
    thenPark: '挂起，稍后继续',
    thenFinish: '按办结结束',
    releaseEffect: '窗口随即关闭并退出登录。只能由本窗口办理的号票转为任一窗口办理。',
    releaseConfirm: '确认释放',
    parked: '挂起号票',
    parkedAt: '挂起窗口',
    noParked: '现在没有挂起的号票',
    parkedTooLong: (count) => `${count} 张挂起过久`,
    tooLong: '过久',
    number: '号码',
    service: '事项',
    reason: '原因',
    parkedFor: '已挂起',
    work: '窗口业务',
    served: '办结',
    missed: '过号',
    transferred: '转出',
    picked: '选呼',
    noWork: '今日还没有窗口业务',
    transferredMeans: '今天从本窗口转到其他队列或窗口的次数。',
    pickedMeans: '今天不按顺序、由窗口人员选择呼叫的次数，每次均记有原因。',
  },
  en: {
    stop: 'Stop issuing…',
    stopAsk: 'Stop issuing tickets?',
    stopWhere: 'Where',
    stopReason: 'Reason',
    wholeHall: 'The whole hall',
    zone: (name) => `Zone: ${name}`,
    queue: (prefix, name) => `Queue: ${prefix} ${name}`,
    stopEffect: (queues) => `No tickets for ${queues === 1 ? '1 queue' : `${queues} queues`} from now on; boards and kiosks tell the reason. Tickets already given are called as usual; the guide desk may still give one with a reason.`,
    stopConfirm: 'Stop issuing',
    stopped: (where, reason) => `${where}: no tickets, ${reason}`,
    since: (time, minutes) => `since ${time}, ${minutes}`,
    resume: 'Resume',
    cancel: 'Cancel',
    slow: 'Waiting for the server…',
    release: 'Release the counter',
    releaseAsk: (counter) => `Release counter ${counter}?`,
    releaseClerk: (clerk) => `Signed in: ${clerk}`,
    releaseCalled: (number) => `${number} is called and not served: it waits again at its old place.`,
    releaseServing: (number) => `${number} is being served. What becomes of it?`,
    releaseFree: 'The counter has no ticket in hand.',
    thenPutBack: 'Put back: waits again at its place',
    thenPark: 'Park: go on later',
    thenFinish: 'Finish: the service is over',
    releaseEffect: 'The counter is closed and signed out. Tickets kept for it alone may be called by any counter of their queue.',
    releaseConfirm: 'Release',
    parked: 'Parked',
    parkedAt: 'Parked at',
    noParked: 'No ticket is parked now',
    parkedTooLong: (count) => `${count} parked too long`,
    tooLong: 'too long',
    number: 'Number',
    service: 'Service',
    reason: 'Reason',
    parkedFor: 'Parked for',
    work: 'Work',
    served: 'Finished',
    missed: 'Missed',
    transferred: 'Transferred',
    picked: 'Picked',
    noWork: 'No work at the counters yet today',
    transferredMeans: 'Transfers today from this counter to another queue or counter.',
    pickedMeans: 'Calls today out of turn, chosen by the clerk, each with a reason.',
  },
};
