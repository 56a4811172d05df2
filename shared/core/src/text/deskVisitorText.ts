// Words of the guide desk about persons: who the visitor is, whom a search found, several services on one ticket, and the
// slip printed again. Appointments are in deskAppointmentText.ts, everything else of the desk in deskText.ts.
import type { Texts } from './language.ts';

interface DeskVisitorWords {
  readonly visitor: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly name: string;
  readonly optional: string;
  readonly unclear: Readonly<Record<'phone' | 'idNumber' | 'name', string>>;
  readonly forVisitor: (who: string) => string;
  readonly notFor: string;
  readonly nameless: string;

  readonly searching: string;
  readonly searchAway: string;
  readonly nobodyFound: string;
  readonly people: (count: number) => string;
  readonly ticketsToday: string;
  readonly noTickets: string;
  readonly appointments: string;
  readonly noAppointments: string;
  readonly blocked: (until: string) => string;
  readonly appeal: string;
  readonly missedDates: (dates: string) => string;
  readonly issueFor: string;
  readonly bookFor: string;

  readonly chosenServices: (count: number) => string;
  readonly remove: (service: string) => string;
  readonly fiveAtMost: string;
  readonly takeSeveral: (count: number) => string;
  readonly reprintFirst: (number: string) => string;

  readonly reprint: string;
  readonly reprintOf: (number: string, nth: number) => string;
  readonly reprintNow: string;
  readonly reprinted: (nth: number) => string;
  readonly reprintCount: (count: number) => string;
  /** Staff look after a number that has no paper (S2). */
  readonly paper: Readonly<Record<'confirmed' | 'failed' | 'unknown', string>>;
  readonly slip: string;
  readonly rangeLabel: string;
}

export const deskVisitorTexts: Texts<DeskVisitorWords> = {
  zh: {
    visitor: '办事人',
    phone: '手机号',
    idNumber: '证件号',
    name: '姓名',
    optional: '选填',
    unclear: { phone: '手机号不完整，请核对', idNumber: '证件号不完整，请核对', name: '姓名太长，请核对' },
    forVisitor: (who) => `办事人：${who}`,
    notFor: '换人',
    nameless: '未留姓名',

    searching: '正在查找…',
    searchAway: '与服务器失去联系，没有查到，请稍后再试。',
    nobodyFound: '没有找到这位办事人。请输入完整手机号、手机号后四位、完整证件号或姓名。',
    people: (count) => `找到 ${count} 人`,
    ticketsToday: '今天的号票',
    noTickets: '今天没有号票',
    appointments: '预约',
    noAppointments: '没有预约',
    blocked: (until) => `多次预约未到，${until} 及以前不能预约`,
    appeal: '可以照常取号。如有异议，请大厅管理员受理申诉，核实后恢复预约。',
    missedDates: (dates) => `未到日期：${dates}`,
    issueFor: '为其取号',
    bookFor: '为其预约',

    chosenServices: (count) => `已选 ${count} 项，按此顺序办理`,
    remove: (service) => `去掉“${service}”`,
    fiveAtMost: '一张号票最多 5 个事项',
    takeSeveral: (count) => `${count} 个事项，一张号票`,
    reprintFirst: (number) => `补打 ${number}`,

    reprint: '补打号单',
    reprintOf: (number, nth) => `补打 ${number}，第 ${nth} 次`,
    reprintNow: '确认补打',
    reprinted: (nth) => `已补打，第 ${nth} 次，已记录`,
    reprintCount: (count) => `已补打 ${count} 次`,
    paper: { confirmed: '', failed: '⚠ 没有打印出来', unknown: '⚠ 可能没有打印出来' },
    slip: '号单',
    rangeLabel: '预计（分）',
  },
  en: {
    visitor: 'Visitor',
    phone: 'Phone',
    idNumber: 'ID number',
    name: 'Name',
    optional: 'optional',
    unclear: { phone: 'Incomplete phone number', idNumber: 'Incomplete ID number', name: 'The name is too long' },
    forVisitor: (who) => `Visitor: ${who}`,
    notFor: 'Someone else',
    nameless: 'no name',

    searching: 'Searching…',
    searchAway: 'Out of touch with the server; not searched. Please try again.',
    nobodyFound: 'Nobody found. Type a whole phone or ID number, the last four digits of a phone, or a name.',
    people: (count) => (count === 1 ? '1 person found' : `${count} people found`),
    ticketsToday: 'Tickets today',
    noTickets: 'No ticket today',
    appointments: 'Appointments',
    noAppointments: 'No appointments',
    blocked: (until) => `Missed appointments: no booking until ${until}`,
    appeal: 'Tickets can be taken as usual. The hall manager hears appeals and lifts the block.',
    missedDates: (dates) => `Did not come: ${dates}`,
    issueFor: 'Issue a ticket',
    bookFor: 'Book a slot',

    chosenServices: (count) => (count === 1 ? '1 service chosen' : `${count} services, in this order`),
    remove: (service) => `Remove ${service}`,
    fiveAtMost: 'Five services on one ticket at most',
    takeSeveral: (count) => `${count} services, one ticket`,
    reprintFirst: (number) => `Reprint ${number}`,

    reprint: 'Reprint',
    reprintOf: (number, nth) => (nth === 1 ? `Reprint ${number}` : `Reprint ${number}, number ${nth}`),
    reprintNow: 'Reprint now',
    reprinted: (nth) => `Reprinted and recorded (${nth})`,
    paper: { confirmed: '', failed: '⚠ Not printed', unknown: '⚠ Perhaps not printed' },
    reprintCount: (count) => (count === 1 ? 'Reprinted once' : `Reprinted ${count} times`),
    slip: 'Slip',
    rangeLabel: 'Wait, min',
  },
};
