// What changed between two plans, place by place: kept with the event, so that the manager reads who changed what, and when.
import { z } from 'zod';
import type { Plan } from './plan.ts';

export const planChangeSchema = z.strictObject({
  /** As in `services[S012].quota.daily`; things with an id are named by it. */
  place: z.string(),
  /** JSON before and after, cut when long; null: it was not there. */
  was: z.string().nullable(),
  is: z.string().nullable(),
});
export type PlanChange = z.infer<typeof planChangeSchema>;

/** More than this is a new plan rather than a change; the last entry then says how many more. */
const most = 200;
const longestText = 160;

/** Empty when the two say the same. Without a plan before there is nothing to compare. */
export function planChanges(before: Plan | null, after: Plan): PlanChange[] {
  if (before === null) return [];
  const changes: PlanChange[] = [];
  compare('', before, after, changes);
  const rest = changes.length - most;
  return rest <= 0 ? changes : [...changes.slice(0, most), { place: `… ${rest}`, was: null, is: null }];
}

function compare(place: string, was: unknown, is: unknown, changes: PlanChange[]): void {
  const before = partsOf(was);
  const after = partsOf(is);
  if (before === null || after === null || Array.isArray(was) !== Array.isArray(is)) {
    if (JSON.stringify(was) !== JSON.stringify(is)) changes.push({ place, was: text(was), is: text(is) });
    return;
  }
  // Things with an id may stand in another order, which is what people see.
  const stays = (parts: Map<string, unknown>, others: Map<string, unknown>): string[] => [...parts.keys()].filter((key) => others.has(key));
  if (Array.isArray(is) && String(stays(before, after)) !== String(stays(after, before))) changes.push({ place, was: text([...before.keys()]), is: text([...after.keys()]) });
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const inner = Array.isArray(is) ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`;
    compare(inner, before.get(key), after.get(key), changes);
  }
}

/** The parts of a thing by name; null for a plain value. A list is told by the ids of its items, or by their places. */
function partsOf(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(value.map((item: unknown, index) => [idOf(item) ?? String(index), item]));
}

const idOf = (item: unknown): string | null =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : null;

function text(value: unknown): string | null {
  if (value === undefined) return null;
  const json = JSON.stringify(value);
  return json.length > longestText ? `${json.slice(0, longestText)}…` : json;
}
