// Words of the manager's page of people: who works here and with what rights, one-time passwords, a file of people.
import type { Duty, ExtraRight } from '../domain/person.ts';
import type { Texts } from './language.ts';

export type PasswordState = 'none' | 'oneTime' | 'set';
/** What is wrong in a row of a file. */
export type PeopleFileFault = 'noId' | 'badId' | 'noName' | 'badName' | 'unknownDuty' | 'unknownExtra' | 'unknownQueue' | 'unknownCounter' | 'badActive' | 'twice' | 'dutiesApart' | 'unreadable';

interface ManagerPeopleWords {
  readonly page: string;
  readonly notYours: string;
  readonly notYoursWhy: (duties: string) => string;
  readonly people: string;
  readonly search: string;
  readonly all: string;
  readonly active: string;
  readonly inactive: string;
  readonly found: (count: number) => string;
  readonly nobody: string;
  readonly id: string;
  readonly name: string;
  readonly duties: string;
  readonly extras: string;
  readonly scope: string;
  readonly queues: (ids: string) => string;
  readonly counters: (ids: string) => string;
  readonly anyQueue: string;
  readonly state: string;
  readonly password: string;
  readonly passwords: Readonly<Record<PasswordState, string>>;
  readonly hasPin: string;
  readonly atCounter: (id: string) => string;
  readonly edit: string;
  readonly add: string;
  readonly addTitle: string;
  readonly editTitle: (name: string) => string;
  readonly dutyMeans: Readonly<Record<Duty, string>>;
  readonly extraMeans: Readonly<Record<ExtraRight, string>>;
  readonly apart: string;
  readonly queueChoice: string;
  readonly counterChoice: string;
  readonly chosen: (count: number) => string;
  readonly isActive: string;
  readonly isActiveMeans: string;
  readonly save: string;
  readonly saving: string;
  readonly cancel: string;
  readonly saved: (name: string) => string;
  readonly takesAway: string;
  readonly missing: Readonly<Record<'id' | 'idForm' | 'idTaken' | 'name' | 'duties', string>>;
  readonly ticketAsk: (number: string) => string;
  readonly then: Readonly<Record<'putBack' | 'park' | 'finish', string>>;
  readonly saveThen: string;

  readonly give: string;
  readonly giveAgain: string;
  readonly giveWhat: string;
  readonly giveAsk: (name: string) => string;
  readonly giveEnds: string;
  readonly giveNow: string;
  readonly givenTitle: (name: string) => string;
  readonly givenOnce: string;
  readonly givenHow: string;
  readonly copy: string;
  readonly copied: string;
  readonly print: string;
  readonly close: string;
  readonly noPasswordsInTrial: string;
  readonly away: string;

  readonly file: string;
  readonly fileHint: string;
  readonly choose: string;
  readonly fileForm: string;
  readonly template: string;
  readonly fileNew: (count: number) => string;
  readonly fileChanged: (count: number) => string;
  readonly fileSame: (count: number) => string;
  readonly fileFaults: (count: number) => string;
  readonly fileNone: string;
  readonly fault: Readonly<Record<PeopleFileFault, string>>;
  readonly row: (nth: number) => string;
  readonly takeOver: (count: number) => string;
  readonly discard: string;
  readonly taken: (count: number) => string;
  readonly backToList: string;
}

export const managerPeopleTexts: Texts<ManagerPeopleWords> = {
  zh: {
    page: '人员', notYours: '人员由系统管理员维护', notYoursWhy: (duties) => `您的职责是：${duties}。增减人员、修改权限和发放密码需要“系统管理”职责。`,
    people: '大厅人员', search: '按工号或姓名查找', all: '全部', active: '在用', inactive: '停用', found: (count) => `${count} 人`, nobody: '没有符合条件的人员。',
    id: '工号', name: '姓名', duties: '职责', extras: '附加权限', scope: '业务范围', queues: (ids) => `队列 ${ids}`, counters: (ids) => `窗口 ${ids}`, anyQueue: '全部队列和窗口',
    state: '状态', password: '密码', passwords: { none: '未设置', oneTime: '一次性，待更换', set: '已设置' }, hasPin: '有 PIN', atCounter: (id) => `正在 ${id} 号窗口`,
    edit: '修改', add: '添加人员', addTitle: '添加人员', editTitle: (name) => `修改 ${name}`,
    dutyMeans: { clerk: '在窗口叫号、办理', guide: '在咨询引导台取号、找号、预约', manager: '看大厅、开关业务日、暂停取号、释放窗口', system: '人员、设备、业务方案', audit: '只看审计记录' },
    extraMeans: { pick: '不按次序叫某一个号，须选原因', look: '看办事人的完整姓名和号码，须选原因，留痕' },
    apart: '系统管理和审计不能是同一个人。', queueChoice: '可办队列（都不选即全部）', counterChoice: '可坐窗口（都不选即全部）', chosen: (count) => (count === 0 ? '全部' : `已选 ${count} 个`),
    isActive: '在用', isActiveMeans: '取消后立即不能登录；以往的办理记录不变。', save: '保存', saving: '正在保存…', cancel: '取消', saved: (name) => `已保存：${name}`,
    takesAway: '权限有变时，此人在所有屏幕上的登录立即结束。',
    missing: { id: '请填写工号。', idForm: '工号只能用字母、数字、- 和 _，最多 32 个。', idTaken: '这个工号已经有人，请在列表中修改。', name: '请填写姓名。', duties: '请至少选一项职责。' },
    ticketAsk: (number) => `此人手上还有 ${number}，这张号怎么处理？`, then: { putBack: '退回等候', park: '挂起', finish: '办结' }, saveThen: '照此处理并保存',
    give: '发放一次性密码', giveAgain: '重新发放一次性密码', giveWhat: '此人用它登录一次，随即设置自己的密码。14 天内有效。', giveAsk: (name) => `给 ${name} 发放新的一次性密码？`,
    giveEnds: '原密码和 PIN 立即失效，此人在各屏幕上的登录结束。', giveNow: '发放', givenTitle: (name) => `${name} 的一次性密码`, givenOnce: '只显示这一次，关闭后无法再看。',
    givenHow: '请当面或装在信封里交给本人。本人在工作屏幕上用工号和它登录，然后设置自己的密码。', copy: '复制', copied: '已复制', print: '打印', close: '我已记下，关闭',
    noPasswordsInTrial: '试用中没有密码：登录时只选工号。人员和权限可以照常维护。', away: '与服务器的连接中断，请稍后再试。',
    file: '导入文件', fileHint: '把 JSON 或 CSV 文件拖到这里，或', choose: '选择文件', fileForm: 'CSV 列：工号、姓名、职责、附加权限、队列、窗口、在用；一格内多项用分号隔开。文件里没有的人不变。',
    template: '下载现有人员（CSV）', fileNew: (count) => `新增 ${count} 人`, fileChanged: (count) => `修改 ${count} 人`, fileSame: (count) => `不变 ${count} 人`, fileFaults: (count) => `有 ${count} 处错误，请改好文件后重新选择；没有导入任何人。`,
    fileNone: '文件里没有人员。',
    fault: {
      noId: '没有工号', badId: '工号格式不对', noName: '没有姓名', badName: '姓名太长或含有不可见字符', unknownDuty: '没有这项职责', unknownExtra: '没有这项附加权限', unknownQueue: '没有这个队列',
      unknownCounter: '没有这个窗口', badActive: '“在用”应填 是 或 否', twice: '工号在文件里出现了两次', dutiesApart: '系统管理和审计不能是同一个人', unreadable: '不是可读的 JSON 或 CSV',
    },
    row: (nth) => `第 ${nth} 行`, takeOver: (count) => `导入 ${count} 人`, discard: '放弃', taken: (count) => `已导入 ${count} 人。`, backToList: '返回名单',
  },
  en: {
    page: 'People', notYours: 'People are kept by the administrator', notYoursWhy: (duties) => `Your duties: ${duties}. Adding people, changing rights and giving passwords needs the duty of an administrator.`,
    people: 'People of the hall', search: 'Find by number or name', all: 'All', active: 'Active', inactive: 'Inactive', found: (count) => (count === 1 ? '1 person' : `${count} people`), nobody: 'Nobody fits.',
    id: 'Number', name: 'Name', duties: 'Duties', extras: 'Extra rights', scope: 'May serve', queues: (ids) => `Queues ${ids}`, counters: (ids) => `Counters ${ids}`, anyQueue: 'all queues and counters',
    state: 'State', password: 'Password', passwords: { none: 'none', oneTime: 'one-time, to be changed', set: 'set' }, hasPin: 'has a PIN', atCounter: (id) => `at counter ${id} now`,
    edit: 'Change', add: 'Add a person', addTitle: 'Add a person', editTitle: (name) => `Change ${name}`,
    dutyMeans: { clerk: 'calls and serves at a counter', guide: 'tickets, searches and appointments at the guide desk', manager: 'the hall, the day, stops, releasing counters', system: 'people, devices, the plan', audit: 'reads the audit trail and nothing else' },
    extraMeans: { pick: 'calls a ticket out of turn, with a reason', look: 'sees the full name and numbers of a visitor, with a reason, leaving a trace' },
    apart: 'Administrator and auditor cannot be one person.', queueChoice: 'Queues (none chosen: all)', counterChoice: 'Counters (none chosen: all)', chosen: (count) => (count === 0 ? 'all' : `${count} chosen`),
    isActive: 'Active', isActiveMeans: 'Without it nobody signs in with this number, at once; what was done stays on record.', save: 'Save', saving: 'Saving…', cancel: 'Cancel', saved: (name) => `Saved: ${name}`,
    takesAway: 'When rights change, the person is signed out of every screen at once.',
    missing: { id: 'Enter a staff number.', idForm: 'A staff number has letters, digits, - and _, at most 32.', idTaken: 'Somebody has this number already; change that person in the list.', name: 'Enter a name.', duties: 'Choose at least one duty.' },
    ticketAsk: (number) => `This person has ${number} in hand. What becomes of it?`, then: { putBack: 'Back to waiting', park: 'Park', finish: 'Finish' }, saveThen: 'Do so and save',
    give: 'Give a one-time password', giveAgain: 'Give another one-time password', giveWhat: 'It signs in once; then the person sets a password of their own. Good for 14 days.', giveAsk: (name) => `Give ${name} a new one-time password?`,
    giveEnds: 'The old password and PIN end at once, and the person is signed out everywhere.', giveNow: 'Give', givenTitle: (name) => `One-time password of ${name}`, givenOnce: 'Shown this once; it cannot be seen again after closing.',
    givenHow: 'Hand it over in person or in an envelope. The person signs in with number and this password at a work screen and then sets another.', copy: 'Copy', copied: 'Copied', print: 'Print', close: 'Noted, close',
    noPasswordsInTrial: 'A trial has no passwords: people sign in with their number alone. People and rights can be kept all the same.', away: 'The server cannot be reached. Please try again.',
    file: 'Import a file', fileHint: 'Drop a JSON or CSV file here, or', choose: 'Choose a file', fileForm: 'CSV columns: id, name, duties, extras, queues, counters, active; several in one cell are parted by semicolons. Who is not in the file stays as is.',
    template: 'Download people (CSV)', fileNew: (count) => `${count} new`, fileChanged: (count) => `${count} changed`, fileSame: (count) => `${count} unchanged`, fileFaults: (count) => (count === 1 ? 'There is a fault. Mend the file and choose it again; nobody was imported.' : `There are ${count} faults. Mend the file and choose it again; nobody was imported.`),
    fileNone: 'There is nobody in the file.',
    fault: {
      noId: 'no staff number', badId: 'not a staff number', noName: 'no name', badName: 'name too long or with invisible signs', unknownDuty: 'no such duty', unknownExtra: 'no such extra right', unknownQueue: 'no such queue',
      unknownCounter: 'no such counter', badActive: '“active” is yes or no', twice: 'this number stands in the file twice', dutiesApart: 'administrator and auditor cannot be one person', unreadable: 'not readable as JSON or CSV',
    },
    row: (nth) => `Row ${nth}`, takeOver: (count) => (count === 1 ? 'Import 1 person' : `Import ${count} people`), discard: 'Discard', taken: (count) => (count === 1 ? '1 person was imported.' : `${count} people were imported.`), backToList: 'Back to the list',
  },
};
