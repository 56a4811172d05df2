// Puts what zod found into one refusal: the first place and problem, no more (a sender gets exactly one).
import type { ZodError } from 'zod';
import type { Refusal } from '@hall/core/domain/refusals';

export function malformed(error: ZodError): Refusal {
  const [issue] = error.issues;
  const place = issue?.path.map(String).join('.').slice(0, 120) ?? '';
  return { code: 'malformed', facts: { place, problem: (issue?.message ?? 'wrong form').slice(0, 200) } };
}
