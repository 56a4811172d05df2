// What a stop of issuing covers: the whole hall, one zone, or one queue (rule H6).
import { z } from 'zod';
import { queueIdSchema, zoneIdSchema } from './ids.ts';
import type { Queue } from './plan.ts';

export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hall') }),
  z.strictObject({ kind: z.literal('zone'), zoneId: zoneIdSchema }),
  z.strictObject({ kind: z.literal('queue'), queueId: queueIdSchema }),
]);
export type Scope = z.infer<typeof scopeSchema>;

/** Identity of a scope: a stop is there once per scope. */
export function scopeKey(scope: Scope): string {
  if (scope.kind === 'hall') return 'hall';
  return scope.kind === 'zone' ? `zone ${scope.zoneId}` : `queue ${scope.queueId}`;
}

/** Whether the scope covers this queue. */
export const covers = (scope: Scope, queue: Queue): boolean =>
  scope.kind === 'hall' || (scope.kind === 'zone' ? scope.zoneId === queue.zoneId : scope.queueId === queue.id);
