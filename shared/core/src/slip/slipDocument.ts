// The slip as a document (rule S1): plan, ticket and language give lines of text with their sizes.
// Paper, preview and tests read the same document. It knows no person: nothing personal can be printed.
import { localTime } from '../base/localTime.ts';
import type { ShownRange } from '../domain/forecast/shownRange.ts';
import type { ClassId, QueueId, ServiceId } from '../domain/ids.ts';
import type { Plan } from '../domain/plan.ts';
import type { Language } from '../text/language.ts';
import { slipTexts } from '../text/slipText.ts';
import { waitTexts } from '../text/waitText.ts';
import { columnsOf, paperColumns } from './columns.ts';
import { counterRange } from './counterRange.ts';
import { slotTimes } from './slotTimes.ts';

export interface SlipLine {
  /** Empty: a line of space. */
  readonly text: string;
  /** Times the height and width of normal print. */
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center';
  /** Instead of text: a QR code of this address. */
  readonly code?: string;
}

export interface SlipDocument {
  readonly language: Language;
  readonly lines: readonly SlipLine[];
}

/** What is known of the ticket when its slip is printed. */
export interface SlipFacts {
  readonly number: string;
  /** What it is called for first. */
  readonly serviceId: ServiceId;
  /** What comes after that, in order (T4). */
  readonly laterServiceIds: readonly ServiceId[];
  readonly queueId: QueueId;
  /** Null: it does not wait any more, as a slip printed again may find. */
  readonly ahead: number | null;
  /** The wait as told to the visitor; null: nothing could be said. */
  readonly wait: ShownRange | null;
  /** Moment of issue, ms of hall time. */
  readonly issuedAt: number;
  /** Begin of the slot of an appointment that came in time (H3). */
  readonly slotAt: number | null;
  /** Printed only where the plan says so, and given only when the visitor agrees. */
  readonly classId: ClassId | null;
  /** Which printing after the first this is, and when (S3). */
  readonly reprint: { readonly nth: number; readonly at: number } | null;
  /** Given by a kiosk that was alone (O1). */
  readonly isAlone?: boolean;
  /** Address of the ticket's own page, ASCII; null or left out: the hall has none on its LAN. */
  readonly pageUrl?: string | null;
}

/** Names that the plan no longer knows are left out: the number counts, and a slip is never refused. `columns`: width of the paper. */
export function slipDocument(plan: Plan, facts: SlipFacts, language: Language, columns = paperColumns): SlipDocument {
  const words = slipTexts[language];
  const waits = waitTexts[language];
  const nameOf = (serviceId: ServiceId): string | undefined => plan.services.find(({ id }) => id === serviceId)?.name[language];
  const service = nameOf(facts.serviceId);
  const later = facts.laterServiceIds.map(nameOf).filter((name) => name !== undefined);
  const queue = plan.queues.find(({ id }) => id === facts.queueId);
  const zone = plan.zones.find(({ id }) => id === queue?.zoneId);
  const counters = plan.counters.filter(({ ownQueues }) => ownQueues.includes(facts.queueId)).map(({ id }) => id);
  const className = plan.slip.showClass ? plan.classes.find(({ id }) => id === facts.classId)?.name[language] : undefined;
  const slot = facts.slotAt === null ? null : slotTimes(plan, facts.serviceId, facts.slotAt);
  const lines: (SlipLine | null)[] = [
    centred(plan.name[language], 1, true),
    space,
    facts.reprint === null ? null : centred(words.reprinted(facts.reprint.nth, localTime(facts.reprint.at, plan.timeZone).time), 2, true),
    centred(facts.number, largest(facts.number, columns), true),
    space,
    ...(service === undefined ? [] : [centred(service, serviceSize(service, columns), true), space]),
    className === undefined ? null : centred(words.className(className), 1, true),
    slot === null ? null : centred(words.slot(slot.from, slot.to), 2, true),
    className === undefined && slot === null ? null : space,
    facts.ahead === null ? null : centred(waits.ahead(facts.ahead), 2, true),
    facts.wait === null ? null : centred(waits.expected(facts.wait), 2, true),
    space,
    zone === undefined ? null : centred(`${zone.floor[language]} ${zone.name[language]}`, 2, true),
    counters.length === 0 ? null : centred(words.counters(counterRange(counters, language)), 2, true),
    space,
    ...(later.length === 0 ? [] : [left(words.later, true), ...later.map((name, index) => left(`${index + 2}. ${name}`)), left(words.laterHint), space]),
    ...(facts.pageUrl === undefined || facts.pageUrl === null ? [] : [qrCode(facts.pageUrl), centred(words.page, 1, false), space]),
    ...inOneRow([momentText(facts.issuedAt, plan.timeZone, language), words.validToday], columns), space,
    facts.isAlone === true ? left(words.alone, true) : null,
    left(words.wait),
    left(words.missed(plan.calling.missAfterCalls, queue?.returnPolicy ?? null)),
    plan.slip.complaintPhone === null ? null : left(words.complaints(plan.slip.complaintPhone)),
    plan.slip.footer === null ? null : centred(plan.slip.footer[language], 1, false),
  ];
  return { language, lines: lines.filter((line) => line !== null) };
}

const centred = (text: string, size: number, bold: boolean): SlipLine => ({ text, size, bold, align: 'center' });
const left = (text: string, bold = false): SlipLine => ({ text, size: 1, bold, align: 'left' });
const qrCode = (code: string): SlipLine => ({ text: '', size: 1, bold: false, align: 'center', code });
const space: SlipLine = { text: '', size: 1, bold: false, align: 'left' };

/** Side by side where the paper is wide enough, else below each other. */
const inOneRow = (texts: readonly string[], columns: number): SlipLine[] =>
  (columnsOf(texts.join('  ')) <= columns ? [texts.join('  ')] : texts).map((text) => centred(text, 1, false));

/** Large unless the name would take more than four rows so. */
const serviceSize = (name: string, columns: number): number => (columnsOf(name) * 2 <= columns * 4 ? 2 : 1);

/** The largest size, of the eight a printer has, at which the number stands in one row with some white beside it, and always more than the lines around it. */
const largest = (number: string, columns: number): number => Math.max(3, Math.min(8, Math.floor((columns - 2) / columnsOf(number))));

/** Date and time in the hall's own time zone, wherever the machine thinks it is (N3). */
function momentText(at: number, timeZone: string, language: Language): string {
  const { date, time } = localTime(at, timeZone);
  const [year, month, day] = date.split('-');
  return language === 'zh' ? `${year}年${month}月${day}日 ${time}` : `${date} ${time}`;
}
