// The slip as a document (rule S1): plan, ticket and language give lines of text with their sizes.
// Paper, preview and tests read the same document. It knows no person: nothing personal can be printed.
import type { QueueId, ServiceId } from '../domain/ids.ts';
import type { Plan } from '../domain/plan.ts';
import type { Language } from '../text/language.ts';
import { slipTexts } from '../text/slipText.ts';
import { counterRange } from './counterRange.ts';

export interface SlipLine {
  /** Empty: a line of space. */
  readonly text: string;
  /** Times the height and width of normal print. */
  readonly size: 1 | 2 | 6;
  readonly bold: boolean;
  readonly align: 'left' | 'center';
}

export interface SlipDocument {
  readonly language: Language;
  readonly lines: readonly SlipLine[];
}

/** What the event `ticketIssued` tells about the ticket, and its moment. */
export interface SlipFacts {
  readonly number: string;
  readonly serviceId: ServiceId;
  readonly queueId: QueueId;
  readonly ahead: number;
  /** Moment of issue, ms of hall time. */
  readonly issuedAt: number;
}

/** Names that the plan no longer knows are left out: the number counts, and a slip is never refused. */
export function slipDocument(plan: Plan, facts: SlipFacts, language: Language): SlipDocument {
  const words = slipTexts[language];
  const service = plan.services.find(({ id }) => id === facts.serviceId);
  const queue = plan.queues.find(({ id }) => id === facts.queueId);
  const zone = plan.zones.find(({ id }) => id === queue?.zoneId);
  const counters = plan.counters.filter(({ ownQueues }) => ownQueues.includes(facts.queueId)).map(({ id }) => id);
  const lines: (SlipLine | null)[] = [
    centred(plan.name[language], 1, true),
    space,
    centred(facts.number, 6, true),
    space,
    service === undefined ? null : centred(service.name[language], 2, true),
    centred(words.ahead(facts.ahead), 1, true),
    space,
    zone === undefined ? null : centred(`${zone.floor[language]} ${zone.name[language]}`, 2, true),
    counters.length === 0 ? null : centred(words.counters(counterRange(counters, language)), 2, true),
    space,
    centred(`${momentText(facts.issuedAt, plan.timeZone, language)}  ${words.validToday}`, 1, false),
    left(words.wait),
    left(words.missed(plan.calling.missAfterCalls, queue?.returnPolicy ?? null)),
  ];
  return { language, lines: lines.filter((line) => line !== null) };
}

const centred = (text: string, size: SlipLine['size'], bold: boolean): SlipLine => ({ text, size, bold, align: 'center' });
const left = (text: string): SlipLine => ({ text, size: 1, bold: false, align: 'left' });
const space: SlipLine = { text: '', size: 1, bold: false, align: 'left' };

/** Date and time in the hall's own time zone, wherever the machine thinks it is (N3). */
function momentText(at: number, timeZone: string, language: Language): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const time = `${part['hour']}:${part['minute']}`;
  return language === 'zh' ? `${part['year']}年${part['month']}月${part['day']}日 ${time}` : `${part['year']}-${part['month']}-${part['day']} ${time}`;
}
