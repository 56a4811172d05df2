// Words of the guide desk about appointments (H3, H4): the list of a day, checking in, cancelling, and booking a slot.
import type { Texts } from './language.ts';

interface DeskAppointmentWords {
  readonly appointments: string;
  readonly book: string;
  readonly date: string;
  readonly today: string;
  readonly filters: Readonly<Record<'booked' | 'checkedIn' | 'missed' | 'all', string>>;
  readonly anyService: string;
  readonly search: string;
  readonly none: string;
  readonly inSlot: (count: number) => string;
  readonly code: string;
  readonly when: Readonly<Record<'early' | 'open' | 'late' | 'overdue' | 'checkedIn' | 'cancelled' | 'missed' | 'otherDay', string>>;
  readonly checkedInAs: (number: string) => string;
  readonly checkIn: string;
  readonly checkInEarly: string;
  readonly checkInLate: string;
  readonly checkInOverdue: string;
  readonly whyEarly: string;
  readonly whyAnyway: string;
  readonly checkInAnyway: string;
  readonly notCheckedIn: string;
  readonly checkedIn: string;
  readonly cameAs: Readonly<Record<'inTime' | 'late' | 'tooLate', string>>;
  readonly backToList: string;
  readonly cancel: string;
  readonly cancelShort: string;
  readonly cancelSure: (slot: string, code: string) => string;
  readonly yesCancel: string;
  readonly no: string;
  readonly notCancelled: string;

  readonly bookHint: string;
  readonly chooseService: string;
  readonly chooseSlot: string;
  readonly slot: string;
  readonly left: (places: number) => string;
  readonly full: string;
  readonly over: string;
  readonly shut: string;
  readonly otherService: string;
  readonly bookNow: string;
  readonly withoutVisitor: string;
  readonly notBooked: string;
  readonly bookAnyway: string;
  readonly booked: string;
  readonly codeLabel: string;
  readonly tellCode: (minutes: number) => string;
  readonly another: string;
}

export const deskAppointmentTexts: Texts<DeskAppointmentWords> = {
  zh: {
    appointments: '预约签到',
    book: '登记预约',
    date: '日期',
    today: '今天',
    filters: { booked: '待签到', checkedIn: '已签到', missed: '未到', all: '全部' },
    anyService: '全部事项',
    search: '预约码、手机后四位或姓名',
    none: '没有这样的预约',
    inSlot: (count) => `${count} 人`,
    code: '预约码',
    when: { early: '未到时间', open: '可签到', late: '已迟到', overdue: '已过时', checkedIn: '已签到', cancelled: '已取消', missed: '未到', otherDay: '待签到' },
    checkedInAs: (number) => `已签到 ${number}`,
    checkIn: '签到',
    checkInEarly: '提前签到…',
    checkInLate: '签到',
    checkInOverdue: '按普通号签到',
    whyEarly: '提前签到，原因：',
    whyAnyway: '仍要签到，原因：',
    checkInAnyway: '仍要签到…',
    notCheckedIn: '不能签到',
    checkedIn: '已签到',
    cameAs: { inTime: '按时签到，按预约时段叫号', late: '迟到签到，仍按预约叫号', tooLate: '已过时，按普通号排队' },
    backToList: '回到预约名单',
    cancel: '取消预约',
    cancelShort: '取消',
    cancelSure: (slot, code) => `确定取消 ${slot} 的预约（${code}）？`,
    yesCancel: '确定取消',
    no: '不取消',
    notCancelled: '没有取消',

    bookHint: '输入可预约的事项、队列字母或部门',
    chooseService: '请选择事项',
    chooseSlot: '请选择时段',
    slot: '时段',
    left: (places) => `余 ${places}`,
    full: '已满',
    over: '已过',
    shut: '不开放',
    otherService: '换事项',
    bookNow: '登记预约',
    withoutVisitor: '不留信息时，只能凭预约码签到',
    notBooked: '不能预约',
    bookAnyway: '仍要预约…',
    booked: '已预约',
    codeLabel: '预约码',
    tellCode: (minutes) => `请办事人记下预约码，时段开始前 ${minutes} 分钟起可以签到。`,
    another: '再登记一个',
  },
  en: {
    appointments: 'Appointments',
    book: 'Book',
    date: 'Date',
    today: 'Today',
    filters: { booked: 'Expected', checkedIn: 'Checked in', missed: 'Not come', all: 'All' },
    anyService: 'All services',
    search: 'Code, phone end or name',
    none: 'No such appointment',
    inSlot: (count) => (count === 1 ? '1 person' : `${count} people`),
    code: 'Code',
    when: { early: 'too early', open: 'now', late: 'late', overdue: 'slot is over', checkedIn: 'checked in', cancelled: 'cancelled', missed: 'not come', otherDay: 'expected' },
    checkedInAs: (number) => `Checked in ${number}`,
    checkIn: 'Check in',
    checkInEarly: 'Early…',
    checkInLate: 'Check in',
    checkInOverdue: 'As ordinary',
    whyEarly: 'Check in early, because:',
    whyAnyway: 'Check in anyway, because:',
    checkInAnyway: 'Check in anyway…',
    notCheckedIn: 'Not checked in',
    checkedIn: 'Checked in',
    cameAs: { inTime: 'In time: called by the slot', late: 'Late: still called as an appointment', tooLate: 'Too late: waits as ordinary' },
    backToList: 'Back to the list',
    cancel: 'Cancel appointment',
    cancelShort: 'Cancel',
    cancelSure: (slot, code) => `Cancel the appointment ${slot} (${code})?`,
    yesCancel: 'Yes, cancel it',
    no: 'No',
    notCancelled: 'Not cancelled',

    bookHint: 'Service, queue letter or department',
    chooseService: 'Choose a service',
    chooseSlot: 'Choose a slot',
    slot: 'Slot',
    left: (places) => `${places} left`,
    full: 'full',
    over: 'over',
    shut: 'closed',
    otherService: 'Other service',
    bookNow: 'Book',
    withoutVisitor: 'Without name or phone only the code will do to check in',
    notBooked: 'Not booked',
    bookAnyway: 'Book anyway…',
    booked: 'Booked',
    codeLabel: 'Code',
    tellCode: (minutes) => `The visitor writes down the code; check-in opens ${minutes} min before the slot.`,
    another: 'Book another',
  },
};
