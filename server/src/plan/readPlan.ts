// The plan file of a new hall: read, checked as a whole, or refused with all that is wrong in it: one sentence, or a line for each fault.
// A trial keeps the plan's hours as they are and does not apply them, so that it can be tried at any hour.
import { readFileSync } from 'node:fs';
import type { Plan } from '@hall/core/domain/plan';
import { parsePlan, type CheckedPlan } from './checkPlan.ts';

/** A plan file that cannot be used; the message tells a person why. */
export class PlanRefused extends Error {
  override readonly name = 'PlanRefused';
}

/** Throws PlanRefused when the file is missing, is not a plan, or has faults. */
export function readPlan(file: string, { trial }: { readonly trial: boolean }): Plan {
  const checked = checkPlanFile(file);
  const [first = '', ...others] = faultLines(checked);
  if (checked.plan === null) throw new PlanRefused(`The plan ${file} cannot be used: ${others.length === 0 ? first.trim() : `${others.length + 1} faults\n${[first, ...others].join('\n')}`}`);
  return trial ? { ...checked.plan, hoursApply: false } : checked.plan;
}

/** Throws PlanRefused when the file cannot be read. */
export function checkPlanFile(file: string): CheckedPlan {
  return parsePlan(textOf(file));
}

/** One line for each fault: its place, and what is wrong. */
export const faultLines = (checked: CheckedPlan): string[] =>
  checked.plan === null ? checked.faults.map(({ place, en }) => `  ${place === '' ? '' : `${place}: `}${en}`) : [];

function textOf(file: string): string {
  try {
    // Some editors put a byte order mark in front.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    throw new PlanRefused(`The plan ${file} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}
