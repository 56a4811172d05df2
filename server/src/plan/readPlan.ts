// The plan file of a new hall: read, checked as a whole, or refused with one clear sentence.
// A trial keeps the plan's hours as they are and does not apply them, so that it can be tried at any hour.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { planSchema, type Plan } from '@hall/core/domain/plan';
import { planFaults } from '@hall/core/domain/planFaults';

/** A plan file that cannot be used; the message tells a person why. */
export class PlanRefused extends Error {
  override readonly name = 'PlanRefused';
}

/** Throws PlanRefused when the file is missing, is not a plan, or has faults. */
export function readPlan(file: string, { trial }: { readonly trial: boolean }): Plan {
  const refuse = (why: string): never => {
    throw new PlanRefused(`The plan ${file} cannot be used: ${why}`);
  };
  const { data, error } = planSchema.safeParse(parsed(file, refuse));
  if (data === undefined) return refuse(z.prettifyError(error).replaceAll('\n', ' ').slice(0, 300));
  const faults = planFaults(data);
  if (faults.length > 0) return refuse(faults.slice(0, 5).join('; '));
  return trial ? { ...data, hoursApply: false } : data;
}

function parsed(file: string, refuse: (why: string) => never): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
