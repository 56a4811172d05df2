// The slips whose bytes and pictures are pinned in golden/: both widths, both languages, and what is hard to print.
// The hall is made up; the same facts give the same bytes on every machine.
import type { ClassId, QueueId, ServiceId } from '@hall/core/domain/ids';
import { planSchema, type Plan } from '@hall/core/domain/plan';
import { realLimits, smallPlan } from '@hall/core/domain/testing/smallPlan';
import { guideSlip } from '@hall/core/slip/guideSlip';
import { slipDocument, type SlipDocument, type SlipFacts } from '@hall/core/slip/slipDocument';
import type { Language } from '@hall/core/text/language';
import { profiles, type PrinterProfile } from '../profiles.ts';

export interface GoldenSlip {
  readonly name: string;
  readonly profile: PrinterProfile;
  readonly document: SlipDocument;
}

const names = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const longName = names('建设工程消防设计审查、消防验收与备案（特殊建设工程除外，含既有建筑改造利用）', 'Fire safety review, acceptance and filing of construction projects, existing buildings included');

export function goldenPlan(): Plan {
  const { queues: [queue], services: [service], counters: [counter], classes, ...small } = smallPlan();
  const of = (id: string, name: { zh: string; en: string }, more: object = {}): object => ({ ...service, id, queueId: 'A', name, ...more });
  return planSchema.parse({
    ...small, name: names('示范区政务服务中心', 'Model District Government Service Center'), calling: realLimits,
    departments: [{ id: 'd1', name: names('市场监管局', 'Market Regulation Bureau') }],
    zones: [{ id: 'A', name: names('A区', 'Zone A'), floor: names('一层', 'Floor 1') }],
    queues: [{ ...queue, zoneId: 'A', returnPolicy: { kind: 'afterPlaces', places: 3, withinMs: 600_000 } }],
    services: [
      of('S001', names('企业设立登记', 'Company establishment'), {
        promiseDays: 1,
        materials: [names('登记申请书', 'Application form'), names('公司章程', 'Articles of association'), names('股东主体资格证明', 'Proof of identity of the shareholders'), names('住所使用证明', 'Proof of the right to use the premises'), names('法定代表人、董事、监事和经理的任职文件', 'Documents of appointment')],
        guide: { steps: [names('取号，到窗口提交材料', 'Take a number and hand in the documents'), names('窗口审核，材料不全的一次告知', 'The clerk checks them and tells at once what is missing'), names('领取营业执照', 'Receive the licence')], basis: [names('《中华人民共和国市场主体登记管理条例》', 'Regulations on Registration of Market Entities')], fee: names('不收费', 'Free of charge') },
      }),
      of('S002', names('税务登记', 'Tax registration')), of('S003', names('社保登记', 'Social insurance registration')),
      of('S004', longName), of('S005', names('龚䶮𠮷工作室设立登记', 'Studio 龚䶮𠮷: establishment')),
    ],
    counters: ['1', '2', '3', '4', '5', '9'].map((id) => ({ ...counter, id, zoneId: 'A', ownQueues: ['A'], helperQueues: [] })),
    classes: [{ ...classes[0], id: 'elderly', name: names('60 周岁以上老年人', 'Aged 60 and over') }],
    slip: { ...small.slip, showClass: true, footer: names('感谢您的配合', 'Thank you') },
  });
}

const ids = (...list: string[]): ServiceId[] => list as ServiceId[];
const facts: SlipFacts = {
  number: 'A012', serviceId: 'S001' as ServiceId, laterServiceIds: [], queueId: 'A' as QueueId, ahead: 12, wait: { fromMinutes: 15, toMinutes: 25 },
  issuedAt: Date.UTC(2026, 2, 2, 1, 5), slotAt: null, classId: null, reprint: null,
};

export function goldenSlips(): GoldenSlip[] {
  const plan = goldenPlan();
  const { paper80, paper58, plain58 } = profiles;
  const slip = (name: string, profile: PrinterProfile, language: Language, of: Partial<SlipFacts> = {}): GoldenSlip =>
    ({ name, profile, document: slipDocument(plan, { ...facts, ...of }, language, profile.columns) });
  const guide = (name: string, profile: PrinterProfile, language: Language, id: string): GoldenSlip => {
    const document = guideSlip(plan, id as ServiceId, language, facts.issuedAt);
    if (document === null) throw new Error(`no service ${id}`);
    return { name, profile, document };
  };
  const appointment: Partial<SlipFacts> = { slotAt: Date.UTC(2026, 2, 2, 1, 0), ahead: 0, wait: { fromMinutes: 0, toMinutes: 10 }, pageUrl: 'https://hall.example.lan/t/1.12' };
  const priority: Partial<SlipFacts> = { classId: 'elderly' as ClassId, ahead: 2, wait: { fromMinutes: 5, toMinutes: 10 } };
  return [
    slip('80-zh', paper80, 'zh'), slip('80-en', paper80, 'en'), slip('58-zh', paper58, 'zh'), slip('58-en', paper58, 'en'),
    slip('80-zh-rare', paper80, 'zh', { serviceId: 'S005' as ServiceId }), slip('58-zh-rare', paper58, 'zh', { serviceId: 'S005' as ServiceId }),
    slip('80-zh-long', paper80, 'zh', { serviceId: 'S004' as ServiceId, number: 'AA00012' }), slip('58-en-long', paper58, 'en', { serviceId: 'S004' as ServiceId, number: 'AAA00012' }),
    slip('80-zh-appointment', paper80, 'zh', appointment), slip('58-zh-appointment', paper58, 'zh', appointment),
    slip('80-zh-priority', paper80, 'zh', priority), slip('58-en-priority', paper58, 'en', priority),
    slip('80-zh-reprint', paper80, 'zh', { ahead: 9, wait: null, reprint: { nth: 2, at: Date.UTC(2026, 2, 2, 1, 25) } }),
    slip('58-zh-reprint', paper58, 'zh', { ahead: 11, wait: null, reprint: { nth: 1, at: Date.UTC(2026, 2, 2, 1, 10) } }),
    slip('80-zh-several', paper80, 'zh', { laterServiceIds: ids('S003', 'S002') }),
    slip('plain58-zh-appointment', plain58, 'zh', appointment), slip('plain58-zh-rare', plain58, 'zh', { serviceId: 'S005' as ServiceId }),
    guide('80-zh-guide', paper80, 'zh', 'S001'), guide('58-en-guide', paper58, 'en', 'S001'), guide('58-zh-guide-bare', paper58, 'zh', 'S002'),
  ];
}
