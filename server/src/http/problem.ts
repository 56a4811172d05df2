// What a program is told when its request comes to nothing: a status, a code, and words in both languages.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { apiProblem, type ApiProblemCode, type Told } from '@hall/core/text/managerImportText';

export const toldSchema = z.strictObject({ code: z.string(), zh: z.string(), en: z.string() });
export const problemSchema = z.strictObject({ error: toldSchema });

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly told: Told;
  constructor(status: number, code: ApiProblemCode | Told, fact?: string | number) {
    const told = typeof code === 'string' ? apiProblem(code, fact) : code;
    super(told.en);
    this.status = status;
    this.told = told;
  }
}

/** Puts every error of the programs' door into one form. `warn` hears of our own mistakes. */
export const problemHandler = (warn: (facts: Record<string, unknown>, what: string) => void) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const problem = problemOf(error);
    if (problem === null) warn({ method: request.method, route: request.routeOptions.url ?? '', error: `${error.name}: ${error.code ?? ''}` }, 'a request could not be handled');
    const { status, told } = problem ?? new Problem(500, 'ourFault');
    void reply.code(status).send({ error: told });
  };

function problemOf(error: FastifyError): Problem | null {
  if (error instanceof Problem) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem(413, 'tooLarge');
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem(415, 'wrongMediaType', 'application/json, text/csv');
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error instanceof SyntaxError) return new Problem(400, 'notJson');
  if (error.validation !== undefined) return new Problem(400, 'malformed', error.validation.map(({ instancePath }) => instancePath.slice(0, 60)).join(' '));
  return (error.statusCode ?? 500) < 500 ? new Problem(error.statusCode ?? 400, 'malformed', error.code) : null;
}
