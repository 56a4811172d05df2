// The guide of a service on paper (办事指南): what to bring, how it goes, how long, what it costs, where. It is no ticket and says so.
import { localTime } from '../base/localTime.ts';
import type { ServiceId } from '../domain/ids.ts';
import type { Plan } from '../domain/plan.ts';
import { guideSlipTexts } from '../text/guideSlipText.ts';
import type { Language } from '../text/language.ts';
import { slipTexts } from '../text/slipText.ts';
import { counterRange } from './counterRange.ts';
import type { SlipDocument, SlipLine } from './slipDocument.ts';

/** Null: the plan does not know the service. What the plan does not tell is said to be missing. `at`: moment of printing, ms of hall time. */
export function guideSlip(plan: Plan, serviceId: ServiceId, language: Language, at: number): SlipDocument | null {
  const service = plan.services.find(({ id }) => id === serviceId);
  if (service === undefined) return null;
  const words = guideSlipTexts[language];
  const department = plan.departments.find(({ id }) => id === service.departmentId);
  const queue = plan.queues.find(({ id }) => id === service.queueId);
  const zone = plan.zones.find(({ id }) => id === queue?.zoneId);
  const counters = plan.counters.filter(({ ownQueues }) => ownQueues.includes(service.queueId)).map(({ id }) => id);
  const places = [zone === undefined ? null : `${zone.floor[language]} ${zone.name[language]}`, counters.length === 0 ? null : slipTexts[language].counters(counterRange(counters, language))];
  const part = (title: string, texts: readonly string[], numbered: boolean): SlipLine[] => [
    left(title, true),
    ...(texts.length === 0 ? [left(words.notGiven)] : texts.map((text, nth) => left(numbered ? `${nth + 1}. ${text}` : text))),
    space,
  ];
  const { materials, promiseDays, guide } = service;
  return {
    language,
    lines: [
      centred(plan.name[language], 1, true), space, centred(words.title, 2, true), space, centred(service.name[language], 2, true), space,
      ...(department === undefined ? [] : [left(words.department(department.name[language])), space]),
      ...part(words.bring, materials.map((name) => name[language]), true),
      ...part(words.steps, guide.steps.map((name) => name[language]), true),
      ...part(words.time, [words.days(promiseDays)], false),
      ...part(words.fee, guide.fee === null ? [] : [guide.fee[language]], false),
      ...part(words.place, places.filter((place) => place !== null), false),
      ...(guide.basis.length === 0 ? [] : part(words.basis, guide.basis.map((name) => name[language]), false)),
      centred(words.noTicket, 1, true),
      centred(words.printed(localTime(at, plan.timeZone).date), 1, false),
      ...(plan.slip.complaintPhone === null ? [] : [centred(slipTexts[language].complaints(plan.slip.complaintPhone), 1, false)]),
    ],
  };
}

const centred = (text: string, size: number, bold: boolean): SlipLine => ({ text, size, bold, align: 'center' });
const left = (text: string, bold = false): SlipLine => ({ text, size: 1, bold, align: 'left' });
const space: SlipLine = { text: '', size: 1, bold: false, align: 'left' };
