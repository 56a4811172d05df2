// The faults of a plan in words a manager reads. The rules tell them in English with their place (planFaults.ts,
// planConflicts.ts), what has the wrong form comes as an issue of its schema; here each is put into both languages.
// What is not known here stays as it is told.

export interface PlanFaultText {
  /** As in `services[12].queueId`; empty: the whole file. */
  readonly place: string;
  readonly zh: string;
  readonly en: string;
}

const whats: Readonly<Record<string, string>> = { department: '部门', queue: '队列', hours: '开放时间', booking: '预约时段', zone: '区域' };

const known: readonly (readonly [pattern: RegExp, zh: (...parts: readonly string[]) => string])[] = [
  [/^range (\d+)–(\d+) is empty$/u, (from, to) => `号段 ${from}–${to} 是空的`],
  [/^(\S+)–(\S+) is empty$/u, (from, to) => `时段 ${from}–${to} 是空的`],
  [/^spans must follow each other without meeting$/u, () => '各时段须依次排列，互不重叠'],
  [/^slots must follow each other without meeting$/u, () => '各预约时段须依次排列，互不重叠'],
  [/^ranges must follow each other without meeting$/u, () => '各号段须依次排列，互不重叠'],
  [/^(\S+) is after (\S+)$/u, (time, than) => `${time} 晚于 ${than}`],
  [/^(\S+) is not after (\S+)$/u, (time, than) => `${time} 不晚于 ${than}`],
  [/^(\S+) is there twice$/u, (id) => `${id} 出现了两次`],
  [/^no (department|queue|hours|booking|zone) (.*)$/u, (what = '', id) => `没有${whats[what] ?? what} ${id}`],
  [/^a closed date has none, any other has some$/u, () => '停止办公的日期不写时段，其他日期须写时段'],
  [/^(\S+) belongs to another queue$/u, (prefix) => `字母 ${prefix} 已属于另一个队列`],
  [/^(\d+) has more than (\d+) digits$/u, (number, digits) => `${number} 超过 ${digits} 位`],
  [/^the five levels stand from 5 to 1$/u, () => '五个评价等级须从 5 到 1 排列'],
  [/^(\d+) calls needed, but a ticket has at most (\d+)$/u, (needed, most) => `要求呼叫 ${needed} 次，但每张号票最多呼叫 ${most} 次`],
  [/^(\S+) is not known$/u, (zone) => `不认识 ${zone}`],
  [/^cannot change while a day is open$/u, () => '业务日进行中不能更改，请选择“下一业务日起”'],
  [/^(\S+) is at work at (\S+) and may not serve all that it would call$/u, (person, counter) => `工号 ${person} 正在 ${counter} 号窗口，不能办理该窗口调整后的全部业务`],
  [/^(\S+) is at work and would be gone$/u, (counter) => `${counter} 号窗口正在使用，不能删除`],
  [/^counter (\S+) is paused for (\S+), which would be gone$/u, (counter, reason) => `${counter} 号窗口正以原因 ${reason} 暂停服务，该原因不能删除`],
  [/^issuing is stopped for (\S+), which would be gone$/u, (reason) => `正以原因 ${reason} 暂停取号，该原因不能删除`],
  [/^(\S+) would be gone, and (\d+) tickets? needs? it$/u, (id, count) => `${id} 不能删除：还有 ${count} 张号票需要它`],
  [/^(\S+) would be gone, and (\d+) appointments? needs? it$/u, (id, count) => `${id} 不能删除：还有 ${count} 个预约需要它`],
  [/^no counter would serve it, and (\d+) tickets? needs? it$/u, (count) => `将没有窗口办理，而还有 ${count} 张号票在此队列`],
];

/** `fault`: place, colon, what is wrong. */
export function planFaultText(fault: string): PlanFaultText {
  const colon = fault.indexOf(': ');
  const place = colon < 0 ? '' : fault.slice(0, colon);
  const en = colon < 0 ? fault : fault.slice(colon + 2);
  for (const [pattern, zh] of known) {
    const parts = pattern.exec(en);
    if (parts !== null) return { place, zh: zh(...parts.slice(1)), en };
  }
  return { place, zh: en, en };
}

/** What a schema finds wrong at one place, as far as words need it. */
export interface FormIssue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly expected?: unknown;
  readonly input?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly values?: unknown;
  readonly keys?: unknown;
  readonly format?: unknown;
  readonly pattern?: unknown;
}
type Words = Pick<PlanFaultText, 'zh' | 'en'>;

const kinds: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ['文字', 'a text'], number: ['数字', 'a number'], int: ['整数', 'a whole number'], boolean: ['true 或 false', 'true or false'], array: ['列表', 'a list'], object: ['一组有名称的内容', 'an object'],
};
/** Forms of texts by what a text of that form looks like; the first that fits, so that the widest goes first. */
const shapes: readonly (readonly [example: string, zh: string, en: string])[] = [
  ['S012-a', '只能用字母、数字、- 和 _，最多 32 位', 'may only have letters, digits, - and _, 32 at most'],
  ['09:30', '应为时间，如 09:30', 'must be a time such as 09:30'], ['2026-03-02', '应为日期，如 2026-03-02', 'must be a date such as 2026-03-02'],
  ['AA', '应为 1–3 个大写字母', 'must be 1 to 3 capital letters'], ['501', '应为三位数字', 'must be three digits'], ['12', '应为 1–999 的窗口号', 'must be a counter from 1 to 999'],
];

/** An issue of the plan's form in plain words. */
export function formFaultText(issue: FormIssue): Words {
  const { code, expected, input, origin, minimum, maximum, values, pattern, format, message } = issue;
  if (code === 'invalid_type') {
    if (input === undefined) return { zh: '缺少这一项', en: 'is missing' };
    const [zh, en] = kinds[String(expected)] ?? [String(expected), String(expected)];
    return { zh: `应为${zh}`, en: `must be ${en}` };
  }
  if (code === 'too_small' || code === 'too_big') return size(String(origin), code === 'too_small', String(code === 'too_small' ? minimum : maximum));
  if (code === 'invalid_value' && Array.isArray(values)) return { zh: `应为：${values.join('、')}`, en: `must be ${values.length === 1 ? '' : 'one of '}${values.join(', ')}` };
  if (code === 'invalid_union') return { zh: '种类不对', en: 'is of no known kind' };
  if (code === 'invalid_format') {
    const fits = typeof pattern === 'string' ? new RegExp(pattern.replace(/^\/|\/[a-z]*$/gu, ''), 'u') : null;
    const [, zh, en] = shapes.find(([example]) => (format === 'date' ? example === '2026-03-02' : fits?.test(example) === true)) ?? ['', '格式不对', 'has a wrong form'];
    return { zh, en };
  }
  if (message === 'signs that are no text') return { zh: '含有不可见的控制字符，或改变书写方向的字符', en: 'holds invisible control signs, or signs that turn the direction of writing' };
  return { zh: message, en: message };
}

function size(origin: string, isSmall: boolean, limit: string): Words {
  if (origin === 'string') return isSmall ? { zh: `至少 ${limit} 个字`, en: `must have at least ${limit} signs` } : { zh: `最多 ${limit} 个字`, en: `must have at most ${limit} signs` };
  if (origin === 'array') return isSmall ? { zh: `至少 ${limit} 项`, en: `must have at least ${limit} entries` } : { zh: `最多 ${limit} 项`, en: `must have at most ${limit} entries` };
  return isSmall ? { zh: `不能小于 ${limit}`, en: `must not be below ${limit}` } : { zh: `不能大于 ${limit}`, en: `must not be above ${limit}` };
}
