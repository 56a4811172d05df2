// Words for duties and rights of the people who work in the hall.
import type { Duty, ExtraRight } from '../domain/person.ts';
import type { Texts } from './language.ts';

export const dutyTexts: Texts<Readonly<Record<Duty, string>>> = {
  zh: { clerk: '窗口办事', guide: '咨询引导', manager: '大厅管理', system: '系统管理', audit: '审计' },
  en: { clerk: 'counter clerk', guide: 'guide desk', manager: 'hall manager', system: 'administrator', audit: 'auditor' },
};

export const extraRightTexts: Texts<Readonly<Record<ExtraRight, string>>> = {
  zh: { pick: '选呼', look: '查看办事人完整信息' },
  en: { pick: 'call out of turn', look: 'see visitors’ full data' },
};
