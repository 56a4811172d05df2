// Words of the manager's page of devices: who asks to be let in, the form that lets one in, who belongs to the hall.
import type { Role } from '../domain/actor.ts';
import type { Texts } from './language.ts';

interface ManagerDeviceWords {
  readonly page: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly asking: string;
  readonly askingHint: string;
  readonly noneAsking: string;
  readonly askingAway: string;
  readonly waits: string;
  readonly address: string;
  readonly justNow: string;
  readonly minutes: (count: number) => string;
  readonly enrol: string;
  readonly steps: string;
  readonly code: string;
  readonly check: string;
  readonly role: string;
  readonly place: string;
  readonly name: string;
  readonly choose: string;
  readonly other: string;
  readonly otherPlace: string;
  readonly otherPlaceHint: string;
  readonly nameHint: string;
  readonly takenBy: (place: string, name: string) => string;
  readonly confirm: string;
  readonly confirming: string;
  readonly missing: Readonly<Record<'code' | 'letters' | 'check' | 'place' | 'placeForm' | 'name', string>>;
  readonly stranger: string;
  readonly strangerDo: string;
  readonly away: string;
  readonly enrolled: (name: string, role: string, place: string) => string;
  /** Groups of places in the list for displays. */
  readonly boards: string;
  readonly counterScreens: string;
  readonly wholeHall: string;
  readonly counter: (id: string, name: string) => string;
  readonly counterScreen: (id: string) => string;
  /** A name to begin with; `board`: the plan's own name of a board. */
  readonly suggested: {
    readonly kiosk: (place: string) => string;
    readonly counter: (id: string) => string;
    readonly pad: (id: string) => string;
    readonly desk: (place: string) => string;
    readonly manager: (place: string) => string;
    readonly counterScreen: (id: string) => string;
    readonly wholeHall: string;
  };
  readonly devices: string;
  readonly none: string;
  readonly all: string;
  readonly since: string;
  readonly notInPlan: string;
  readonly thisConsole: string;
  readonly restart: string;
  readonly testPrint: string;
  readonly errandTold: string;
  readonly errandAway: string;
  readonly revoke: string;
  readonly revokeAsk: (name: string) => string;
  readonly revokeWhat: (role: string, place: string, since: string) => string;
  readonly revokeEffect: string;
  readonly revokeOwn: string;
  readonly revokeConfirm: (name: string) => string;
  readonly cancel: string;
  /** On the button that leads to this page. */
  readonly doubtedPage: (count: number) => string;
  readonly doubted: string;
  readonly doubtedSince: (since: string) => string;
  readonly doubtedWhat: string;
  readonly doubtedDo: string;
  readonly onHold: string;
  readonly trust: (name: string) => string;
  readonly trustEffect: string;
}

export const managerDeviceTexts: Texts<ManagerDeviceWords> = {
  zh: {
    page: '设备',
    roles: { kiosk: '取号机', counter: '窗口', desk: '咨询引导台', display: '显示屏', pad: '评价器', manager: '管理台' },
    asking: '等待登记的设备', askingHint: '登记码和核对号只显示在设备上，请到设备前查看。', noneAsking: '没有设备等待登记。新设备打开大厅网址后，会出现在这里。',
    askingAway: '服务器没有答复，以下是此前的情况。', waits: '已等待', address: '网络地址', justNow: '不到 1 分钟', minutes: (count) => `${count} 分钟`,
    enrol: '登记设备', steps: '照设备屏幕输入登记码和核对号，两者都相符才能登记。',
    code: '登记码', check: '核对号', role: '用途', place: '位置', name: '名称', choose: '请选择', other: '其他…', otherPlace: '位置编号', otherPlaceHint: '字母或数字开头，可含 - 和 _，例如 K21', nameHint: '大厅里怎样称呼它',
    takenBy: (place, name) => `${place}（已有“${name}”）`, confirm: '登记', confirming: '正在登记…',
    missing: {
      code: '请输入 8 位登记码', letters: '登记码里没有 0、O、1、I、L，请再看一遍', check: '请输入 6 位核对号', place: '请选择位置', placeForm: '位置编号不合要求', name: '请填写名称',
    },
    stranger: '警告：可能是陌生设备', strangerDo: '请到设备前再看一遍；仍然不符时，请报告，并查找是谁在用这个登记码。', away: '服务器没有答复，不知是否已登记。请先看右侧列表，没有这台设备时再试一次。',
    enrolled: (name, role, place) => `已登记“${name}”：${role}，${place}。设备会自动进入。`,
    boards: '综合屏', counterScreens: '窗口屏', wholeHall: '全厅', counter: (id, name) => `${id} 号 ${name}`, counterScreen: (id) => `${id} 号窗口屏`,
    suggested: {
      kiosk: (place) => `取号机 ${place}`, counter: (id) => `${id} 号窗口`, pad: (id) => `${id} 号窗口评价器`, desk: (place) => `咨询引导台 ${place}`, manager: (place) => `管理台 ${place}`,
      counterScreen: (id) => `${id} 号窗口屏`, wholeHall: '全厅综合屏',
    },
    devices: '大厅的设备', none: '还没有登记设备', all: '全部', since: '登记时间', notInPlan: '业务方案中没有', thisConsole: '本机',
    restart: '重启', testPrint: '测试打印', errandTold: '已通知设备', errandAway: '服务器没有答复',
    revoke: '注销…', revokeAsk: (name) => `注销“${name}”？`, revokeWhat: (role, place, since) => `${role} · ${place} · ${since} 登记`,
    revokeEffect: '连接立即断开，设备回到登记页面，重新登记后才能使用。操作记入流水。', revokeOwn: '这是您正在使用的管理台：注销后本页随即关闭，要由另一台管理台或在服务器上重新登记。',
    revokeConfirm: (name) => `注销“${name}”`, cancel: '取消',
    doubtedPage: (count) => `${count} 台停用待查`, doubted: '警报：同一把设备密钥在两个网络地址同时使用', doubtedSince: (since) => `${since} 起停用`,
    doubtedWhat: '可能有人复制了这台设备的浏览器数据。两处都已停止办理，窗口、导引台和管理台同时断开。',
    doubtedDo: '请到设备前核查：它是否只有一台，是否被搬动、更换网线或同时接了两个网络。查不清楚就注销，清除它的浏览器数据（换新密钥）后重新登记。', onHold: '停用待查',
    trust: (name) => `已核查，恢复“${name}”`, trustEffect: '恢复后两处都要重新连接；如果仍有两处在用，警报会再次出现。操作记入流水。',
  },
  en: {
    page: 'Devices',
    roles: { kiosk: 'Kiosk', counter: 'Counter', desk: 'Guide desk', display: 'Display', pad: 'Rating pad', manager: 'Manager' },
    asking: 'Devices asking to be let in', askingHint: 'Code and check number are shown by the device alone: read them there.', noneAsking: 'No device is asking. A new one appears here when it opens the address of the hall.',
    askingAway: 'The server does not answer. This is what was known before.', waits: 'Waiting', address: 'Address', justNow: 'under 1 min', minutes: (count) => `${count} min`,
    enrol: 'Let a device in', steps: 'Enter code and check number as the device shows them. Only if both fit is it the device before you.',
    code: 'Code', check: 'Check number', role: 'Role', place: 'Place', name: 'Name', choose: 'Choose', other: 'Other…', otherPlace: 'Place, in signs', otherPlaceHint: 'Begins with a letter or digit; - and _ may follow, as in K21', nameHint: 'What the hall calls it',
    takenBy: (place, name) => `${place} (“${name}” is there)`, confirm: 'Let in', confirming: 'Letting in…',
    missing: {
      code: 'Enter the 8 signs of the code', letters: 'Codes hold no 0, O, 1, I or L. Please look again', check: 'Enter the 6 digits of the check number', place: 'Choose a place', placeForm: 'This cannot be a place', name: 'Enter a name',
    },
    stranger: 'Warning: possibly the device of a stranger', strangerDo: 'Read both again at the device itself. If they still differ, report it, and find out who shows this code.', away: 'The server did not answer; whether the device was let in is not known. Look at the list, and try again if it is not there.',
    enrolled: (name, role, place) => `“${name}” was let in: ${role}, ${place}. The device goes on by itself.`,
    boards: 'Boards', counterScreens: 'Counter screens', wholeHall: 'Whole hall', counter: (id, name) => `${id} ${name}`, counterScreen: (id) => `Screen of counter ${id}`,
    suggested: {
      kiosk: (place) => `Kiosk ${place}`, counter: (id) => `Counter ${id}`, pad: (id) => `Pad of counter ${id}`, desk: (place) => `Guide desk ${place}`, manager: (place) => `Manager ${place}`,
      counterScreen: (id) => `Screen of counter ${id}`, wholeHall: 'Board of the whole hall',
    },
    devices: 'Devices of the hall', none: 'No device has been let in yet', all: 'All', since: 'Since', notInPlan: 'not in the plan', thisConsole: 'this one',
    restart: 'Restart', testPrint: 'Test print', errandTold: 'Device told', errandAway: 'The server did not answer',
    revoke: 'Revoke…', revokeAsk: (name) => `Revoke “${name}”?`, revokeWhat: (role, place, since) => `${role} · ${place} · since ${since}`,
    revokeEffect: 'It is cut off at once and shows a new code; it must be let in again before it works. This is journaled.', revokeOwn: 'This is the console you are using: this page ends with it, and another console or the server itself must let it in again.',
    revokeConfirm: (name) => `Revoke “${name}”`, cancel: 'Cancel',
    doubtedPage: (count) => `${count} on hold`, doubted: 'Alert: one device key in use at two network addresses', doubtedSince: (since) => `on hold since ${since}`,
    doubtedWhat: 'Somebody may have copied the browser data of this device. Neither of the two is served; a counter, desk or console is cut off.',
    doubtedDo: 'Go and look: is there one such device only, was it moved, was its cable changed, is it in two networks at once? If in doubt, revoke it, clear its browser data so that it makes a new key, and let it in anew.', onHold: 'on hold',
    trust: (name) => `Looked at: serve “${name}” again`, trustEffect: 'Both have to connect anew; if the key is still in two places, this alert comes back. This is journaled.',
  },
};
