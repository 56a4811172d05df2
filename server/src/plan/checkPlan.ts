// A plan as it came from a file or over the network: all that is wrong in it at once, each fault with its place.
import type { z } from 'zod';
import { planSchema, type Plan } from '@hall/core/domain/plan';
import { planFaults } from '@hall/core/domain/planFaults';
import { formFaultText, planFaultText, type PlanFaultText } from '@hall/core/text/managerPlanFaultText';

export type CheckedPlan = { readonly plan: Plan } | { readonly plan: null; readonly faults: readonly PlanFaultText[] };

/** A file with more is no plan; the last entry says how many there are. */
const faultsTold = 500;

/** `text` as it stands in the file. */
export function parsePlan(text: string): CheckedPlan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // What stands in the file is not repeated: it may be any file.
    const where = /\(line (\d+) column (\d+)\)/u.exec(said);
    const [, line = '?', column = '?'] = where ?? [];
    return { plan: null, faults: [{ place: '', zh: where === null ? '不是 JSON 文件' : `不是 JSON 文件：第 ${line} 行第 ${column} 列有误`, en: where === null ? 'this is not JSON' : `this is not JSON: line ${line}, column ${column}` }] };
  }
  return checkPlan(value);
}

export function checkPlan(value: unknown): CheckedPlan {
  const { data, error } = planSchema.safeParse(value, { reportInput: true });
  const faults = data === undefined ? [...error.issues.flatMap(formFaults), ...secondLook(value, error.issues)] : planFaults(data).map(planFaultText);
  if (data !== undefined && faults.length === 0) return { plan: data };
  const rest = faults.length - faultsTold;
  return { plan: null, faults: rest <= 0 ? faults : [...faults.slice(0, faultsTold), { place: '', zh: `……另有 ${rest} 处错误`, en: `… and ${rest} more` }] };
}

/** A field too many is told at its own place. */
function formFaults(issue: z.core.$ZodIssue): PlanFaultText[] {
  if (issue.code !== 'unrecognized_keys') return [{ place: placeOf(issue.path), ...formFaultText(issue) }];
  return issue.keys.map((key) => ({ place: placeOf([...issue.path, key]), zh: '没有这一项，多余或拼写有误', en: 'is not known here' }));
}

/** What contradicts itself, told together with what has the wrong form, as far as the form allows to look. */
function secondLook(value: unknown, issues: readonly z.core.$ZodIssue[]): PlanFaultText[] {
  const told = new Set(issues.map(({ path }) => placeOf(path)));
  try {
    // A place that was told already is not told again, nor is what follows from a name that is missing.
    return planFaults(value as Plan).map(planFaultText).filter(({ place, en }) => !told.has(place) && !/\b(?:undefined|null|NaN)\b|\[object /u.test(en));
  } catch (error) {
    // Its form ends the second look: then the form is what has to be mended first.
    if (error instanceof TypeError) return [];
    throw error;
  }
}

/** `services[12].queueId` */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`)).join('');
