// The audit trail in plain words: what happened, with names where the hall knows them. Used by the page and by its file.
import type { AccessKind, Person } from '../domain/person.ts';
import type { Role } from '../domain/actor.ts';
import type { Scope } from '../domain/scope.ts';
import type { Language, Texts } from './language.ts';
import { dutyTexts, extraRightTexts } from './peopleText.ts';

/** As protocol/audit.ts has it; its form is told there. */
export type AuditFact =
  | { readonly kind: 'access'; readonly access: AccessKind; readonly personId: string | null; readonly role: Role; readonly place: string }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'device'; readonly step: 'enrolled' | 'revoked' | 'doubted' | 'trusted'; readonly deviceId: string; readonly role: Role | null; readonly place: string | null; readonly name: string | null }
  | { readonly kind: 'plan'; readonly step: 'adopted' | 'scheduled' | 'withdrawn'; readonly changes: number }
  | { readonly kind: 'issuedAnyway' | 'returnedAnyway'; readonly ticketId: string; readonly number: string | null; readonly reasonId: string }
  | { readonly kind: 'picked'; readonly ticketId: string; readonly number: string | null; readonly counterId: string; readonly reasonId: string | null }
  | { readonly kind: 'reprinted'; readonly ticketId: string; readonly number: string | null; readonly nth: number }
  | { readonly kind: 'noted' | 'fileAttached'; readonly ticketId: string; readonly number: string | null }
  | { readonly kind: 'bookedAnyway'; readonly date: string; readonly from: string; readonly reasonId: string }
  | { readonly kind: 'visitor'; readonly step: 'seen' | 'erased' | 'excused'; readonly visitorId: string; readonly reasonId: string }
  | { readonly kind: 'visitorsErased'; readonly date: string; readonly reasonId: string }
  | { readonly kind: 'issuing'; readonly step: 'stopped' | 'resumed'; readonly scope: Scope; readonly reasonId: string | null }
  | { readonly kind: 'released'; readonly counterId: string }
  | { readonly kind: 'day'; readonly step: 'opened' | 'openedAgain' | 'closed'; readonly date: string }
  | { readonly kind: 'restored'; readonly epoch: number };

/** What the hall calls things now; null where it knows no name (any more). */
export interface AuditNames {
  readonly person: (id: string) => string | null;
  readonly device: (id: string) => string | null;
  readonly reason: (id: string) => string | null;
  readonly scope: (scope: Scope) => string;
}

interface AuditWords {
  readonly roles: Readonly<Record<Role | 'system', (place: string) => string>>;
  /** Parts of the server that order by themselves. */
  readonly parts: Readonly<Record<string, string>>;
  readonly access: Readonly<Record<AccessKind, (who: string, where: string) => string>>;
  /** The commands on the machine of the server. */
  readonly commandLine: string;
  readonly nobodyKnown: string;
  readonly somebody: string;
  readonly person: (who: string, what: string) => string;
  readonly personInactive: string;
  readonly onlyQueues: (ids: string) => string;
  readonly onlyCounters: (ids: string) => string;
  readonly enrolled: (name: string, where: string) => string;
  readonly device: Readonly<Record<'revoked' | 'doubted' | 'trusted', (name: string) => string>>;
  readonly plan: Readonly<Record<'adopted' | 'scheduled' | 'withdrawn', (changes: number) => string>>;
  readonly ticket: (number: string) => string;
  readonly oldTicket: string;
  readonly issuedAnyway: (ticket: string) => string;
  readonly returnedAnyway: (ticket: string) => string;
  readonly picked: (ticket: string, counterId: string) => string;
  readonly reprinted: (ticket: string, nth: number) => string;
  readonly noted: (ticket: string) => string;
  readonly fileAttached: (ticket: string) => string;
  readonly bookedAnyway: (date: string, from: string) => string;
  readonly visitor: Readonly<Record<'seen' | 'erased' | 'excused', (id: string) => string>>;
  readonly visitorsErased: (date: string) => string;
  readonly issuing: Readonly<Record<'stopped' | 'resumed', (scope: string) => string>>;
  readonly released: (counterId: string) => string;
  readonly day: Readonly<Record<'opened' | 'openedAgain' | 'closed', (date: string) => string>>;
  readonly restored: (epoch: number) => string;
  readonly reason: (reason: string) => string;
  readonly between: string;
}

export const auditTexts: Texts<AuditWords> = {
  zh: {
    roles: {
      kiosk: (place) => `取号机 ${place}`, counter: (place) => `${place} 号窗口`, desk: (place) => `咨询台 ${place}`, display: (place) => `显示屏 ${place}`,
      pad: (place) => `评价器 ${place}`, manager: (place) => `管理台 ${place}`, system: (place) => `服务器（${place}）`,
    },
    parts: { install: '安装', clock: '时钟', restore: '恢复', autoCall: '自动叫号', doors: '入口', people: '登录' },
    access: {
      signedIn: (who, where) => `${who} 在 ${where} 登录`, signedOut: (who, where) => `${who} 在 ${where} 退出`, wrongPassword: (who, where) => `${who} 在 ${where} 输错密码或 PIN`,
      locked: (who, where) => `${who} 在 ${where} 锁屏`, unlocked: (who, where) => `${who} 在 ${where} 解锁`, passwordSet: (who, where) => `${who} 在 ${where} 设置了新密码`,
      passwordGiven: (who) => `给 ${who} 发放一次性密码`, pinSet: (who, where) => `${who} 在 ${where} 设置了 PIN`, auditExported: (who, where) => `${who} 在 ${where} 导出审计记录`,
    },
    commandLine: '服务器上的命令行', nobodyKnown: '不认识的工号', somebody: '有人', person: (who, what) => `人员 ${who}：${what}`, personInactive: '停用', onlyQueues: (ids) => `只办队列 ${ids}`, onlyCounters: (ids) => `只坐窗口 ${ids}`,
    enrolled: (name, where) => `登记设备“${name}”，用作 ${where}`,
    device: { revoked: (name) => `注销设备 ${name}`, doubted: (name) => `设备 ${name} 的密钥同时在两处使用，已暂停`, trusted: (name) => `确认并恢复设备 ${name}` },
    plan: { adopted: (changes) => `业务方案生效，改动 ${changes} 处`, scheduled: (changes) => `业务方案定于下一业务日生效，改动 ${changes} 处`, withdrawn: () => '撤回待生效的业务方案' },
    ticket: (number) => `号票 ${number}`, oldTicket: '较早的一张号票', issuedAnyway: (ticket) => `例外放号：${ticket}`, returnedAnyway: (ticket) => `例外恢复过号：${ticket}`,
    picked: (ticket, counterId) => `${counterId} 号窗口选呼：${ticket}`, reprinted: (ticket, nth) => `第 ${nth} 次补打：${ticket}`, noted: (ticket) => `给 ${ticket} 写了备注`, fileAttached: (ticket) => `给 ${ticket} 存了文件`,
    bookedAnyway: (date, from) => `例外预约：${date} ${from}`,
    visitor: { seen: (id) => `查看办事人 ${id} 的完整信息`, erased: (id) => `删除办事人 ${id} 的个人信息`, excused: (id) => `解除办事人 ${id} 的预约限制` },
    visitorsErased: (date) => `删除 ${date} 全部办事人的个人信息`,
    issuing: { stopped: (scope) => `暂停取号：${scope}`, resumed: (scope) => `恢复取号：${scope}` }, released: (counterId) => `释放 ${counterId} 号窗口`,
    day: { opened: (date) => `业务日 ${date} 开始`, openedAgain: (date) => `业务日 ${date} 重新开始`, closed: (date) => `业务日 ${date} 结束` },
    restored: (epoch) => `从备份恢复，进入第 ${epoch} 纪元`, reason: (reason) => `，原因：${reason}`, between: '、',
  },
  en: {
    roles: {
      kiosk: (place) => `kiosk ${place}`, counter: (place) => `counter ${place}`, desk: (place) => `guide desk ${place}`, display: (place) => `display ${place}`,
      pad: (place) => `pad ${place}`, manager: (place) => `manager desk ${place}`, system: (place) => `server (${place})`,
    },
    parts: { install: 'installation', clock: 'clock', restore: 'restore', autoCall: 'calls by itself', doors: 'doors', people: 'sign-in' },
    access: {
      signedIn: (who, where) => `${who} signed in at ${where}`, signedOut: (who, where) => `${who} signed out at ${where}`, wrongPassword: (who, where) => `${who} gave a wrong password or PIN at ${where}`,
      locked: (who, where) => `${who} locked ${where}`, unlocked: (who, where) => `${who} unlocked ${where}`, passwordSet: (who, where) => `${who} set a new password at ${where}`,
      passwordGiven: (who) => `Gave ${who} a one-time password`, pinSet: (who, where) => `${who} set a PIN at ${where}`, auditExported: (who, where) => `${who} exported the audit trail at ${where}`,
    },
    commandLine: 'commands on the server', nobodyKnown: 'an unknown number', somebody: 'Somebody', person: (who, what) => `Person ${who}: ${what}`, personInactive: 'inactive', onlyQueues: (ids) => `only queues ${ids}`, onlyCounters: (ids) => `only counters ${ids}`,
    enrolled: (name, where) => `Let in device “${name}” as ${where}`,
    device: { revoked: (name) => `Revoked device ${name}`, doubted: (name) => `The key of device ${name} was in use at two places; held`, trusted: (name) => `Trusts device ${name} again` },
    plan: { adopted: (changes) => `Plan adopted, ${changes} changes`, scheduled: (changes) => `Plan set for the next business day, ${changes} changes`, withdrawn: () => 'The waiting plan was withdrawn' },
    ticket: (number) => `ticket ${number}`, oldTicket: 'an earlier ticket', issuedAnyway: (ticket) => `Issued by way of exception: ${ticket}`, returnedAnyway: (ticket) => `Returned by way of exception: ${ticket}`,
    picked: (ticket, counterId) => `Counter ${counterId} called out of turn: ${ticket}`, reprinted: (ticket, nth) => `Reprinted (${nth}.): ${ticket}`, noted: (ticket) => `Wrote a note on ${ticket}`, fileAttached: (ticket) => `Kept a file with ${ticket}`,
    bookedAnyway: (date, from) => `Booked by way of exception: ${date} ${from}`,
    visitor: { seen: (id) => `Saw the full data of visitor ${id}`, erased: (id) => `Erased the data of visitor ${id}`, excused: (id) => `Excused visitor ${id} from being blocked` },
    visitorsErased: (date) => `Erased the data of all visitors of ${date}`,
    issuing: { stopped: (scope) => `Issuing stopped: ${scope}`, resumed: (scope) => `Issuing resumed: ${scope}` }, released: (counterId) => `Released counter ${counterId}`,
    day: { opened: (date) => `Business day ${date} opened`, openedAgain: (date) => `Business day ${date} opened again`, closed: (date) => `Business day ${date} closed` },
    restored: (epoch) => `Restored from a backup, epoch ${epoch}`, reason: (reason) => `, reason: ${reason}`, between: ', ',
  },
};

/** Ids that only machines read are cut: they tell apart, and mean nothing. */
const short = (id: string): string => (id.length > 12 ? `${id.slice(0, 8)}…` : id);

export interface AuditLine {
  readonly by: { readonly role: Role | 'system'; readonly place: string; readonly personId: string | null };
  readonly what: AuditFact;
}

/** Who did it and where: the person where one was signed in. What the server noted of a sign-in was done by whoever signed in. */
export function auditWho({ by, what }: AuditLine, names: AuditNames, language: Language): { person: string; place: string } {
  const words = auditTexts[language];
  const { role, place, personId } = by.role === 'system' && what.kind === 'access' ? what : by;
  const name = personId === null ? null : names.person(personId);
  return { person: personId === null ? '' : name === null ? personId : `${name} ${personId}`, place: role === 'manager' && place === 'cli' ? words.commandLine : words.roles[role](role === 'system' ? (words.parts[place] ?? place) : place) };
}

/** One line: what was done. Who did it and when stand beside it. */
export function auditLine(what: AuditFact, names: AuditNames, language: Language): string {
  const words = auditTexts[language];
  const named = (id: string | null): string => {
    const name = id === null ? null : names.person(id);
    if (id !== null) return name === null ? id : `${name} ${id}`;
    return what.kind === 'access' && what.access === 'wrongPassword' ? words.nobodyKnown : words.somebody;
  };
  const ticketOf = (number: string | null): string => (number === null ? words.oldTicket : words.ticket(number));
  const because = (reasonId: string | null): string => (reasonId === null ? '' : words.reason(names.reason(reasonId) ?? reasonId));
  switch (what.kind) {
    case 'access': return words.access[what.access](named(what.personId), words.roles[what.role](what.place));
    case 'person': return words.person(`${what.person.name} ${what.person.id}`, rightsIn(what.person, language));
    case 'device': return what.step === 'enrolled'
      ? words.enrolled(what.name ?? short(what.deviceId), what.role === null ? '' : words.roles[what.role](what.place ?? ''))
      : words.device[what.step](what.name ?? names.device(what.deviceId) ?? short(what.deviceId));
    case 'plan': return words.plan[what.step](what.changes);
    case 'issuedAnyway': return words.issuedAnyway(ticketOf(what.number)) + because(what.reasonId);
    case 'returnedAnyway': return words.returnedAnyway(ticketOf(what.number)) + because(what.reasonId);
    case 'picked': return words.picked(ticketOf(what.number), what.counterId) + because(what.reasonId);
    case 'reprinted': return words.reprinted(ticketOf(what.number), what.nth);
    case 'noted': return words.noted(ticketOf(what.number));
    case 'fileAttached': return words.fileAttached(ticketOf(what.number));
    case 'bookedAnyway': return words.bookedAnyway(what.date, what.from) + because(what.reasonId);
    case 'visitor': return words.visitor[what.step](short(what.visitorId)) + because(what.reasonId);
    case 'visitorsErased': return words.visitorsErased(what.date) + because(what.reasonId);
    case 'issuing': return words.issuing[what.step](names.scope(what.scope)) + because(what.reasonId);
    case 'released': return words.released(what.counterId);
    case 'day': return words.day[what.step](what.date);
    case 'restored': return words.restored(what.epoch);
  }
}

/** Everything a person may from then on. */
function rightsIn({ duties, extras, queueIds, counterIds, isActive }: Person, language: Language): string {
  const words = auditTexts[language];
  return [
    ...(isActive ? [] : [words.personInactive]), ...duties.map((duty) => dutyTexts[language][duty]), ...extras.map((extra) => extraRightTexts[language][extra]),
    ...(queueIds.length > 0 ? [words.onlyQueues(queueIds.join(' '))] : []), ...(counterIds.length > 0 ? [words.onlyCounters(counterIds.join(' '))] : []),
  ].join(words.between);
}
