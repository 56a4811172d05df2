// Words of the page that shows the audit trail. What each line says is in auditText.ts.
import type { Texts } from './language.ts';

type Kind = 'access' | 'people' | 'devices' | 'plan' | 'tickets' | 'visitors' | 'hall';

interface ManagerAuditWords {
  readonly page: string;
  readonly title: string;
  readonly day: string;
  readonly anyDay: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly all: string;
  readonly when: string;
  readonly who: string;
  readonly where: string;
  readonly what: string;
  readonly older: string;
  readonly looking: string;
  readonly end: string;
  readonly nothing: string;
  readonly nothingYet: string;
  readonly refresh: string;
  readonly download: string;
  readonly leavesTrace: string;
  readonly away: string;
  readonly hint: string;
  readonly seq: string;
}

export const managerAuditTexts: Texts<ManagerAuditWords> = {
  zh: {
    page: '审计', title: '审计记录', day: '日期', anyDay: '不限日期', all: '全部',
    kinds: { access: '登录与密码', people: '人员与权限', devices: '设备', plan: '业务方案', tickets: '例外与选呼', visitors: '个人信息', hall: '大厅与业务日' },
    when: '时间', who: '人员', where: '位置', what: '事项', older: '更早的记录', looking: '正在查找…', end: '没有更早的记录。', nothing: '没有符合条件的记录。',
    nothingYet: '这一段里没有，请继续查找更早的记录。', refresh: '刷新', download: '导出 CSV', leavesTrace: '导出本身也会留下一条记录。', away: '与服务器的连接中断，请稍后再试。',
    hint: '记录来自大厅流水，不能修改，也不能删除。', seq: '序号',
  },
  en: {
    page: 'Audit', title: 'Audit trail', day: 'Date', anyDay: 'Any date', all: 'All',
    kinds: { access: 'Sign-in and passwords', people: 'People and rights', devices: 'Devices', plan: 'Plan', tickets: 'Exceptions and picks', visitors: 'Personal data', hall: 'Hall and day' },
    when: 'When', who: 'Who', where: 'Where', what: 'What', older: 'Earlier entries', looking: 'Looking…', end: 'There is nothing earlier.', nothing: 'No entry fits.',
    nothingYet: 'Nothing in this stretch; look for earlier entries.', refresh: 'Look again', download: 'Export CSV', leavesTrace: 'The export leaves an entry of its own.', away: 'The server cannot be reached. Please try again.',
    hint: 'The entries come from the journal of the hall; nobody can change or remove them.', seq: 'No.',
  },
};
