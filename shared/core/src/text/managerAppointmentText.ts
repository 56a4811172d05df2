// Words of the manager's page of appointments: slots of today, days to come, import of a list, blocked visitors and their appeals (H3, H4).
import type { Texts } from './language.ts';

interface ManagerAppointmentWords {
  readonly today: (date: string) => string;
  readonly none: string;
  readonly slot: string;
  readonly booked: string;
  readonly checkedIn: string;
  readonly waitedFor: string;
  readonly late: string;
  readonly cancelled: string;
  readonly total: string;
  readonly lateMeans: string;
  readonly days: string;
  readonly day: string;
  readonly imported: string;
  readonly byHand: string;
  readonly noDays: string;
  readonly importTitle: string;
  readonly importHint: string;
  readonly importColumns: string;
  readonly choose: string;
  readonly template: string;
  readonly templateName: string;
  readonly importing: (file: string) => string;
  readonly away: string;
  readonly tooLarge: string;
  readonly result: (file: string, booked: number, same: number, refused: number) => string;
  readonly ignored: (columns: string) => string;
  readonly onlyBad: string;
  readonly row: string;
  readonly externalId: string;
  readonly outcome: string;
  readonly outcomes: { readonly s201: string; readonly s200: string; readonly s409: string; readonly s422: string; readonly s503: string };
  readonly fields: Readonly<Record<'externalId' | 'serviceId' | 'service' | 'date' | 'time' | 'name' | 'phone' | 'idNumber' | 'code', string>>;
  readonly fieldSays: (field: string, fault: string) => string;
  readonly codeIs: (code: string) => string;
  readonly blocked: string;
  readonly blockedMeans: (after: number, within: number, days: number) => string;
  readonly blockedOff: string;
  readonly noBlocked: string;
  readonly visitor: string;
  readonly phone: string;
  readonly missedOn: string;
  readonly until: string;
  readonly erased: string;
  readonly excuse: string;
  readonly excuseAsk: (visitor: string) => string;
  readonly excuseEffect: string;
  readonly excuseReason: string;
  readonly excuseConfirm: string;
  readonly cancel: string;
}

export const managerAppointmentTexts: Texts<ManagerAppointmentWords> = {
  zh: {
    today: (date) => `今日预约 ${date}`, none: '今天没有预约', slot: '时段', booked: '预约', checkedIn: '已签到', waitedFor: '待到', late: '迟到', cancelled: '已取消', total: '合计',
    lateMeans: '时段已经结束而没有签到的预约。业务日结束时仍未到的，记为未到。',
    days: '今后的预约', day: '日期', imported: '外部导入', byHand: '本厅登记', noDays: '今后没有预约',
    importTitle: '导入预约名单', importHint: '把 CSV 文件拖到这里，或', importColumns: '表头：外部编号、事项（名称或编号）、日期、时段，以及姓名、手机号、证件号码、预约码。UTF-8 或 GB18030 均可，最多 5000 行。',
    choose: '选择文件…', template: '下载模板', templateName: '预约名单模板.csv', importing: (file) => `正在导入 ${file}…`, away: '服务器没有答复。可以再导入一次同一文件，已登记的不会重复。', tooLarge: '文件超过 2 MB。',
    result: (file, booked, same, refused) => `${file}：新登记 ${booked}，以前已登记 ${same}，未导入 ${refused}`, ignored: (columns) => `未使用的列：${columns}`, onlyBad: '只看未导入的',
    row: '行', externalId: '外部编号', outcome: '结果', outcomes: { s201: '已登记', s200: '以前已登记', s409: '有冲突', s422: '有错误', s503: '请重试' },
    fields: { externalId: '外部编号', serviceId: '事项', service: '事项名称', date: '日期', time: '时段', name: '姓名', phone: '手机号', idNumber: '证件号码', code: '预约码' },
    fieldSays: (field, fault) => `${field}：${fault}`, codeIs: (code) => `预约码 ${code}`,
    blocked: '限制预约的办事人', blockedMeans: (after, within, days) => `${within} 天内 ${after} 次预约未到，${days} 天内不能预约。经申诉可以解除。`, blockedOff: '现行方案不限制爽约的办事人。', noBlocked: '没有被限制预约的办事人',
    visitor: '办事人', phone: '手机号', missedOn: '未到日期', until: '限制至', erased: '（资料已到期删除）', excuse: '解除限制…', excuseAsk: (visitor) => `解除 ${visitor} 的预约限制？`, excuseEffect: '该办事人随即可以预约，以前的未到次数不再计算。操作记入流水。',
    excuseReason: '原因', excuseConfirm: '确认解除', cancel: '取消',
  },
  en: {
    today: (date) => `Appointments today, ${date}`, none: 'No appointments today', slot: 'Slot', booked: 'Booked', checkedIn: 'Checked in', waitedFor: 'To come', late: 'Late', cancelled: 'Cancelled', total: 'Total',
    lateMeans: 'Slots that are over without a check-in. Who has not come when the day closes counts as missed.',
    days: 'Days to come', day: 'Date', imported: 'From outside', byHand: 'By the hall', noDays: 'No appointments on days to come',
    importTitle: 'Import a list of appointments', importHint: 'Drop a CSV file here, or', importColumns: 'Header: externalId, service (name or id), date, slot, and name, phone, idNumber, code. UTF-8 or GB18030, 5,000 rows at most.',
    choose: 'Choose a file…', template: 'Template', templateName: 'appointments-template.csv', importing: (file) => `Importing ${file}…`, away: 'The server did not answer. Import the same file again; nothing is booked twice.', tooLarge: 'The file is larger than 2 MB.',
    result: (file, booked, same, refused) => `${file}: ${booked} booked, ${same} booked before, ${refused} not imported`, ignored: (columns) => `Columns not used: ${columns}`, onlyBad: 'Only rows not imported',
    row: 'Row', externalId: 'External id', outcome: 'Result', outcomes: { s201: 'booked', s200: 'booked before', s409: 'conflict', s422: 'faulty', s503: 'try again' },
    fields: { externalId: 'External id', serviceId: 'Service', service: 'Service name', date: 'Date', time: 'Slot', name: 'Name', phone: 'Phone', idNumber: 'Document', code: 'Code' },
    fieldSays: (field, fault) => `${field}: ${fault}`, codeIs: (code) => `code ${code}`,
    blocked: 'Blocked visitors', blockedMeans: (after, within, days) => `${after} missed within ${within} days: no booking for ${days} days. The block can be lifted on appeal.`, blockedOff: 'The present plan blocks nobody for missed appointments.', noBlocked: 'No visitor is blocked',
    visitor: 'Visitor', phone: 'Phone', missedOn: 'Missed on', until: 'Until', erased: '(data erased)', excuse: 'Lift…', excuseAsk: (visitor) => `Lift the block of ${visitor}?`, excuseEffect: 'The visitor may book at once, and what was missed before no longer counts. This is journaled.',
    excuseReason: 'Reason', excuseConfirm: 'Lift the block', cancel: 'Cancel',
  },
};
