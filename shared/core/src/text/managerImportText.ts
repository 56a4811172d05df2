// Words about a list of appointments that is handed in from outside (H3): why a row was not taken, why a file was not read.
// The server answers with both languages, since it does not know who reads its answer.
import type { Texts } from './language.ts';

interface RowFaultWords {
  readonly missing: string;
  readonly wrongDate: string;
  readonly wrongTime: string;
  readonly wrongPhone: string;
  readonly wrongIdNumber: string;
  readonly wrongCode: string;
  readonly tooLong: (most: number) => string;
  readonly formula: string;
  readonly controlSigns: string;
  readonly shortenedNumber: string;
  readonly noSuchServiceName: string;
  readonly severalServices: (ids: string) => string;
  readonly tooManyCells: string;
  readonly noForm: string;
  readonly unknownField: string;
  /** Sent before with other content; `what` as `changedIn` has it. */
  readonly changed: (what: string) => string;
  readonly changedIn: { readonly service: string; readonly date: string; readonly time: string; readonly visitor: string; readonly code: string };
}
export type RowFaultCode = Exclude<keyof RowFaultWords, 'changedIn'>;

export const rowFaultTexts: Texts<RowFaultWords> = {
  zh: {
    missing: '必填，不能为空。',
    wrongDate: '不是日期，应如 2026-03-02。',
    wrongTime: '不是时间，应写时段的开始，如 09:30。',
    wrongPhone: '不是电话号码。',
    wrongIdNumber: '不是证件号码。',
    wrongCode: '预约码应为 4–16 位数字或字母。',
    tooLong: (most) => `超过 ${most} 个字。`,
    formula: '以 =、+、-、@ 开头，像是公式，不导入。',
    controlSigns: '含有不可见的控制字符。',
    shortenedNumber: '号码被表格软件改成了科学计数，请把该列设为文本后重新导出。',
    noSuchServiceName: '没有这个名称的事项。',
    severalServices: (ids) => `有几个同名事项，请改用事项编号：${ids}。`,
    tooManyCells: '列数比表头多。',
    noForm: '不是一个预约。',
    unknownField: '没有这个字段。',
    changed: (what) => `这个外部编号以前导入过，但${what}不同；原预约未改动。如需更改，请先取消，再用新的外部编号导入。`,
    changedIn: { service: '事项', date: '日期', time: '时段', visitor: '办事人', code: '预约码' },
  },
  en: {
    missing: 'Required.',
    wrongDate: 'Not a date such as 2026-03-02.',
    wrongTime: 'Not a time; the begin of the slot is needed, such as 09:30.',
    wrongPhone: 'Not a phone number.',
    wrongIdNumber: 'Not the number of a document.',
    wrongCode: 'A code has 4 to 16 digits or letters.',
    tooLong: (most) => `More than ${most} signs.`,
    formula: 'Begins with =, +, - or @ like a formula; it is not imported.',
    controlSigns: 'Holds invisible control signs.',
    shortenedNumber: 'The spreadsheet has shortened the number to an exponent; make the column text and export again.',
    noSuchServiceName: 'No service has this name.',
    severalServices: (ids) => `Several services have this name; use the service id: ${ids}.`,
    tooManyCells: 'More cells than the header has.',
    noForm: 'This is not an appointment.',
    unknownField: 'There is no such field.',
    changed: (what) => `This external id came before with another ${what}; that appointment was not changed. To change it, cancel it and send the new one under a new external id.`,
    changedIn: { service: 'service', date: 'date', time: 'slot', visitor: 'visitor', code: 'code' },
  },
};

interface ApiProblemWords {
  readonly noCredential: string;
  readonly wrongRole: (role: string) => string;
  readonly tooOften: (seconds: number) => string;
  readonly tooLarge: string;
  readonly wrongMediaType: (wanted: string) => string;
  readonly malformed: (place: string) => string;
  readonly notJson: string;
  readonly tooManyRows: (most: number) => string;
  readonly noRows: string;
  readonly isWorkbook: string;
  readonly notText: string;
  readonly unknownEncoding: string;
  readonly notCsv: (line: number) => string;
  readonly lineTooLong: (line: number) => string;
  readonly columnMissing: (columns: string) => string;
  readonly columnTwice: (column: string) => string;
  readonly noSuchAppointment: string;
  readonly notThatDay: (date: string) => string;
  readonly notFound: string;
  readonly ourFault: string;
}
export type ApiProblemCode = keyof ApiProblemWords;

export const apiProblemTexts: Texts<ApiProblemWords> = {
  zh: {
    noCredential: '没有有效的凭据。请求头应有 Authorization: Bearer <凭据>。',
    wrongRole: (role) => `凭据的角色“${role}”没有这项权限。`,
    tooOften: (seconds) => `请求过于频繁，请 ${seconds} 秒后再试。`,
    tooLarge: '内容过大，没有处理。',
    wrongMediaType: (wanted) => `内容类型应为 ${wanted}。`,
    malformed: (place) => `请求格式不对：${place}。`,
    notJson: '不是 JSON。',
    tooManyRows: (most) => `一次最多 ${most} 行，没有导入任何一行。`,
    noRows: '没有数据行。',
    isWorkbook: '这是 Excel 工作簿或压缩包，请另存为 CSV 后导入。',
    notText: '文件含有空字节，不是文本文件。',
    unknownEncoding: '认不出文件的编码，请存为 UTF-8 或 GB18030。',
    notCsv: (line) => `第 ${line} 行不是 CSV（多半是引号没有配对），没有导入任何一行。`,
    lineTooLong: (line) => `第 ${line} 行过长，没有导入任何一行。`,
    columnMissing: (columns) => `表头缺少：${columns}。`,
    columnTwice: (column) => `表头中“${column}”出现了两次。`,
    noSuchAppointment: '没有这个外部编号的预约。',
    notThatDay: (date) => `${date} 没有开始过业务日。`,
    notFound: '没有这个地址。',
    ourFault: '服务器内部有误，没有处理；已记入日志。',
  },
  en: {
    noCredential: 'No valid credential. The request needs Authorization: Bearer <credential>.',
    wrongRole: (role) => `A credential of the role ${role} may not do this.`,
    tooOften: (seconds) => `Too many requests; try again in ${seconds} s.`,
    tooLarge: 'The content is too large; nothing was done.',
    wrongMediaType: (wanted) => `The content type must be ${wanted}.`,
    malformed: (place) => `The request has a wrong form: ${place}.`,
    notJson: 'This is not JSON.',
    tooManyRows: (most) => `At most ${most} rows at once; no row was imported.`,
    noRows: 'There are no rows.',
    isWorkbook: 'This is an Excel workbook or an archive; save it as CSV and import that.',
    notText: 'The file holds zero bytes and is no text.',
    unknownEncoding: 'The encoding of the file is not known; save it as UTF-8 or GB18030.',
    notCsv: (line) => `Line ${line} is not CSV (often a quote that is not closed); no row was imported.`,
    lineTooLong: (line) => `Line ${line} is too long; no row was imported.`,
    columnMissing: (columns) => `The header lacks: ${columns}.`,
    columnTwice: (column) => `The header has ${column} twice.`,
    noSuchAppointment: 'No appointment has this external id.',
    notThatDay: (date) => `${date} was no business day.`,
    notFound: 'There is nothing at this address.',
    ourFault: 'The server made a mistake; nothing was done, and the log has it.',
  },
};

/** What a caller is told: a code for programs, words for people. */
export interface Told { readonly code: string; readonly zh: string; readonly en: string }

/** Words of one catalogue in both languages; `facts` for words that need them, per language where they are words themselves. */
export function rowFault(code: RowFaultCode, facts: { readonly zh: string | number; readonly en: string | number } = { zh: '', en: '' }): Told {
  return { code, zh: put(rowFaultTexts.zh[code], facts.zh), en: put(rowFaultTexts.en[code], facts.en) };
}

export function apiProblem(code: ApiProblemCode, fact: string | number = ''): Told {
  return { code, zh: put(apiProblemTexts.zh[code], fact), en: put(apiProblemTexts.en[code], fact) };
}

const put = (words: string | ((fact: never) => string), fact: string | number): string => (typeof words === 'string' ? words : words(fact as never));
