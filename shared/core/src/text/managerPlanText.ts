// Words of the manager's page of plans: import, what is wrong, what will change, history, what a plan says.
import type { Texts } from './language.ts';

/** Parts of a plan as people call them; for places such as `services[12].queueId`. */
type PlanPart =
  | 'name' | 'timeZone' | 'capacity' | 'day' | 'zones' | 'departments' | 'queues' | 'services' | 'counters' | 'classes' | 'calling' | 'hoursApply' | 'hours' | 'exceptions'
  | 'pauseReasons' | 'parkReasons' | 'pickReasons' | 'putBackReasons' | 'grantReasons' | 'stopReasons' | 'lookReasons' | 'eraseReasons' | 'bookings' | 'appointments' | 'slip' | 'voice' | 'boards' | 'kiosksAlone' | 'parkAlertMs'
  | 'rating' | 'waitLimitMs' | 'staff' | 'format';

interface ManagerPlanWords {
  readonly pageHall: string;
  readonly pagePlan: string;
  readonly pageAppointments: string;
  readonly parts: Readonly<Record<PlanPart, string>>;
  readonly wholeFile: string;
  /** The nth of a list, where it has no name; from 1. */
  readonly nth: (n: number) => string;
  readonly importTitle: string;
  readonly importHint: string;
  readonly choose: string;
  readonly when: string;
  readonly now: string;
  readonly nextDay: string;
  readonly checking: (file: string) => string;
  readonly away: string;
  readonly faults: (count: number, file: string) => string;
  readonly columnPlace: string;
  readonly columnFault: string;
  readonly changes: (count: number, file: string) => string;
  readonly noChanges: (file: string) => string;
  readonly columnWas: string;
  readonly columnIs: string;
  readonly absent: string;
  readonly changesMore: (count: string) => string;
  readonly confirmNow: string;
  readonly confirmNextDay: string;
  readonly discard: string;
  readonly takenNow: string;
  readonly takenNextDay: string;
  readonly tooLarge: string;
  readonly next: (time: string) => string;
  readonly nextChanges: (count: number) => string;
  readonly withdraw: string;
  readonly withdrawn: string;
  readonly history: string;
  readonly noHistory: string;
  readonly older: string;
  readonly steps: { readonly adopted: string; readonly scheduled: string; readonly withdrawn: string; readonly begun: string };
  readonly byHall: string;
  readonly byManager: (place: string) => string;
  readonly changed: (count: number) => string;
  readonly first: string;
  readonly plan: string;
  readonly showPresent: string;
  readonly showNext: string;
  readonly showPast: string;
  readonly export: string;
  readonly tabs: { readonly queues: string; readonly counters: string; readonly services: string; readonly hours: string; readonly rules: string };
  readonly columns: {
    readonly id: string; readonly name: string; readonly zone: string; readonly numbers: string; readonly overflow: string; readonly comeBack: string;
    readonly own: string; readonly helps: string; readonly automatic: string; readonly department: string; readonly queue: string; readonly hours: string;
    readonly quota: string; readonly booking: string; readonly weekdays: string; readonly closed: string; readonly date: string; readonly rule: string; readonly value: string;
  };
  readonly weekday: readonly [string, string, string, string, string, string, string];
  readonly returns: { readonly notAllowed: string; readonly toTheEnd: string; readonly afterPlaces: (places: number) => string; readonly within: (minutes: number) => string };
  readonly seconds: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly perDay: (count: number) => string;
  readonly spansToo: string;
  readonly exceptions: { readonly closed: string; readonly instead: string; readonly extended: string };
  readonly rules: {
    readonly policy: string; readonly ceiling: string; readonly nextGap: string; readonly recallGap: string; readonly maxCalls: string; readonly missAfter: string; readonly undo: string;
    readonly day: string; readonly hoursApply: string; readonly waitLimit: string; readonly parkAlert: string; readonly checkIn: string; readonly block: string; readonly classes: string;
    readonly capacity: string; readonly timeZone: string; readonly voice: string; readonly complaint: string;
  };
  readonly policies: { readonly rankWithCap: (n: number) => string; readonly strictRanks: string; readonly ratio: (n: string) => string; readonly firstCome: string; readonly accumulating: string };
  readonly spoken: { readonly zh: string; readonly en: string };
  readonly yes: string;
  readonly no: string;
  readonly times: (count: number) => string;
  readonly missRule: (calls: number, seconds: number) => string;
  readonly checkInRule: (early: number, late: number) => string;
  readonly blockRule: (after: number, within: number, days: number) => string;
  readonly noBlock: string;
  readonly dayRule: (from: string, to: string) => string;
}

export const managerPlanTexts: Texts<ManagerPlanWords> = {
  zh: {
    pageHall: '大厅现况', pagePlan: '业务方案', pageAppointments: '预约',
    parts: {
      name: '大厅名称', timeZone: '时区', capacity: '容量', day: '业务日', zones: '区域', departments: '部门', queues: '队列', services: '事项', counters: '窗口', classes: '优先类别', calling: '叫号规则',
      hoursApply: '是否限制取号时间', hours: '开放时间', exceptions: '特殊日期', pauseReasons: '暂停原因', parkReasons: '挂起原因', pickReasons: '选呼原因', putBackReasons: '退回原因', grantReasons: '特批原因',
      stopReasons: '停止取号原因', lookReasons: '查看完整信息原因', eraseReasons: '抹除信息原因', bookings: '预约时段', appointments: '预约规则', slip: '号单', voice: '播报', boards: '综合屏', kiosksAlone: '离线号段份数', parkAlertMs: '挂起提醒', rating: '评价', waitLimitMs: '等候达标时限', staff: '人员', format: '格式',
    },
    wholeFile: '整个文件', nth: (n) => `第 ${n} 项`,
    importTitle: '导入业务方案', importHint: '把 JSON 文件拖到这里，或', choose: '选择文件…', when: '生效时间', now: '立即生效', nextDay: '下一业务日起',
    checking: (file) => `正在检查 ${file}…`, away: '服务器没有答复，没有执行，请重试。',
    faults: (count, file) => `${file} 有 ${count} 处错误，整份不采用，现行方案不变`, columnPlace: '位置', columnFault: '问题',
    changes: (count, file) => `${file} 没有错误，将改变 ${count} 处`, noChanges: (file) => `${file} 没有错误，与现行方案完全相同`, columnWas: '现在', columnIs: '将变为', absent: '（无）', changesMore: (count) => `另有 ${count} 处`,
    confirmNow: '确认，立即生效', confirmNextDay: '确认，下一业务日起', discard: '放弃', takenNow: '已生效。', takenNextDay: '已登记，下一业务日开始时生效。', tooLarge: '文件超过 4 MB。',
    next: (time) => `有一份业务方案等待下一业务日生效（${time} 登记）`, nextChanges: (count) => `将改变 ${count} 处`, withdraw: '撤回', withdrawn: '已撤回。',
    history: '变更记录', noHistory: '还没有变更', older: '更早的记录', steps: { adopted: '立即生效', scheduled: '登记为下一业务日', withdrawn: '撤回', begun: '随业务日生效' },
    byHall: '系统', byManager: (place) => `管理台 ${place}`, changed: (count) => `${count} 处变化`, first: '首次导入',
    plan: '方案内容', showPresent: '现行', showNext: '待生效', showPast: '某日结束时', export: '导出文件',
    tabs: { queues: '队列', counters: '窗口', services: '事项', hours: '开放时间', rules: '规则' },
    columns: {
      id: '编号', name: '名称', zone: '区域', numbers: '号段', overflow: '备用字母', comeBack: '过号恢复', own: '主队列', helps: '协助', automatic: '自动叫号', department: '部门', queue: '队列', hours: '开放时间',
      quota: '限号', booking: '预约', weekdays: '星期', closed: '不开放', date: '日期', rule: '规则', value: '内容',
    },
    weekday: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    returns: { notAllowed: '不可恢复', toTheEnd: '排到末尾', afterPlaces: (places) => `隔 ${places} 人`, within: (minutes) => `${minutes} 分钟内` },
    seconds: (count) => `${count} 秒`, minutes: (count) => `${count} 分钟`, perDay: (count) => `每日 ${count}`, spansToo: '分时段',
    exceptions: { closed: '不开放', instead: '改为', extended: '另加' },
    rules: {
      policy: '叫号顺序', ceiling: '最长等候上限', nextGap: '两次叫号最短间隔', recallGap: '重呼最短间隔', maxCalls: '每张号票最多呼叫', missAfter: '可以过号', undo: '可撤销', day: '业务日', hoursApply: '限制取号时间', waitLimit: '等候达标时限',
      parkAlert: '挂起提醒', checkIn: '预约签到', block: '爽约限制', classes: '优先类别', capacity: '大厅容量', timeZone: '时区', voice: '播报', complaint: '投诉电话',
    },
    policies: { rankWithCap: (n) => `优先在前，连叫 ${n} 个优先号后叫 1 个普通号`, strictRanks: '优先在前', ratio: (n) => `优先与普通按 ${n}`, firstCome: '先到先办，各类别另有提前量', accumulating: '累积优先' },
    spoken: { zh: '中文', en: '英语' }, yes: '是', no: '否', times: (count) => `${count} 次`, missRule: (calls, seconds) => `呼叫 ${calls} 次并过 ${seconds} 秒后`, checkInRule: (early, late) => `提前 ${early} 分钟起，时段结束后 ${late} 分钟内仍算预约`,
    blockRule: (after, within, days) => `${within} 天内 ${after} 次未到，${days} 天内不能预约`, noBlock: '不限制', dayRule: (from, to) => `${from} 开始，最迟 ${to} 结束`,
  },
  en: {
    pageHall: 'The hall now', pagePlan: 'Plan', pageAppointments: 'Appointments',
    parts: {
      name: 'Name of the hall', timeZone: 'Time zone', capacity: 'Capacity', day: 'Business day', zones: 'Zone', departments: 'Department', queues: 'Queue', services: 'Service', counters: 'Counter', classes: 'Priority class', calling: 'Calling',
      hoursApply: 'Do hours apply', hours: 'Hours', exceptions: 'Special date', pauseReasons: 'Pause reason', parkReasons: 'Park reason', pickReasons: 'Pick reason', putBackReasons: 'Put-back reason', grantReasons: 'Grant reason',
      stopReasons: 'Stop reason', lookReasons: 'Reason for a full look', eraseReasons: 'Erasing reason', bookings: 'Booking slots', appointments: 'Appointment rules', slip: 'Slip', voice: 'Voice', boards: 'Board', kiosksAlone: 'Kiosks sharing offline numbers', parkAlertMs: 'Park alert', rating: 'Rating', waitLimitMs: 'Waiting limit', staff: 'Staff', format: 'Format',
    },
    wholeFile: 'The whole file', nth: (n) => `no. ${n}`,
    importTitle: 'Import a plan', importHint: 'Drop a JSON file here, or', choose: 'Choose a file…', when: 'Takes effect', now: 'At once', nextDay: 'From the next business day',
    checking: (file) => `Checking ${file}…`, away: 'The server did not answer; nothing was done. Please try again.',
    faults: (count, file) => `${file} has ${count === 1 ? '1 fault' : `${count} faults`}. It is refused whole; the present plan stays.`, columnPlace: 'Place', columnFault: 'What is wrong',
    changes: (count, file) => `${file} has no faults and would change ${count === 1 ? '1 place' : `${count} places`}`, noChanges: (file) => `${file} has no faults and says the same as the present plan`, columnWas: 'Now', columnIs: 'Will be', absent: '(none)', changesMore: (count) => `and ${count} more`,
    confirmNow: 'Confirm, at once', confirmNextDay: 'Confirm, from the next day', discard: 'Discard', takenNow: 'It is in effect.', takenNextDay: 'It is noted and begins with the next business day.', tooLarge: 'The file is larger than 4 MB.',
    next: (time) => `A plan waits for the next business day (noted ${time})`, nextChanges: (count) => `changes ${count === 1 ? '1 place' : `${count} places`}`, withdraw: 'Withdraw', withdrawn: 'Withdrawn.',
    history: 'Changes so far', noHistory: 'No changes yet', older: 'Older entries', steps: { adopted: 'At once', scheduled: 'Noted for the next day', withdrawn: 'Withdrawn', begun: 'Began with the day' },
    byHall: 'The hall itself', byManager: (place) => `Manager ${place}`, changed: (count) => (count === 1 ? '1 change' : `${count} changes`), first: 'First import',
    plan: 'What the plan says', showPresent: 'Present', showNext: 'Waiting', showPast: 'At the end of', export: 'Export file',
    tabs: { queues: 'Queues', counters: 'Counters', services: 'Services', hours: 'Hours', rules: 'Rules' },
    columns: {
      id: 'Id', name: 'Name', zone: 'Zone', numbers: 'Numbers', overflow: 'Overflow', comeBack: 'After a miss', own: 'Own queues', helps: 'Helps', automatic: 'Auto call', department: 'Department', queue: 'Queue', hours: 'Hours',
      quota: 'Quota', booking: 'Booking', weekdays: 'Weekday', closed: 'closed', date: 'Date', rule: 'Rule', value: 'Value',
    },
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    returns: { notAllowed: 'cannot return', toTheEnd: 'to the end', afterPlaces: (places) => `after ${places}`, within: (minutes) => `within ${minutes} min` },
    seconds: (count) => `${count} s`, minutes: (count) => `${count} min`, perDay: (count) => `${count} a day`, spansToo: 'by time of day',
    exceptions: { closed: 'closed', instead: 'instead', extended: 'besides' },
    rules: {
      policy: 'Order of calling', ceiling: 'Longest wait before all others', nextGap: 'Least time between two calls', recallGap: 'Least time before a recall', maxCalls: 'Calls per ticket', missAfter: 'Can be missed', undo: 'Can be undone', day: 'Business day', hoursApply: 'Hours apply', waitLimit: 'Waiting limit',
      parkAlert: 'Park alert', checkIn: 'Check-in', block: 'Missed appointments', classes: 'Priority classes', capacity: 'Capacity', timeZone: 'Time zone', voice: 'Voice', complaint: 'Complaint phone',
    },
    policies: { rankWithCap: (n) => `By rank; after ${n} ranked calls one ordinary ticket`, strictRanks: 'By rank', ratio: (n) => `Ranked to ordinary ${n}`, firstCome: 'First come, with credits by rank', accumulating: 'Accumulating priority' },
    spoken: { zh: 'Chinese', en: 'English' }, yes: 'yes', no: 'no', times: (count) => (count === 1 ? 'once' : `${count} times`), missRule: (calls, seconds) => `after ${calls} calls and ${seconds} s`, checkInRule: (early, late) => `from ${early} min before the slot; ${late} min after it still as an appointment`,
    blockRule: (after, within, days) => `${after} missed within ${within} days: no booking for ${days} days`, noBlock: 'nobody is blocked', dayRule: (from, to) => `opens ${from}, ends ${to} at the latest`,
  },
};
