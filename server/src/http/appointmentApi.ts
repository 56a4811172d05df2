// The programs' door to appointments (H3): booking systems send, import, cancel and list them. Whatever is decided, the hall
// decides; here are only forms. Personal data comes in and goes to the side store; what goes out is masked (V1, V2).
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { localTime } from '@hall/core/base/localTime';
import { appointmentsOn, type Appointment } from '@hall/core/domain/appointment';
import type { BusinessDay } from '@hall/core/domain/ids';
import { businessDaySchema } from '@hall/core/domain/ids';
import type { MaskedVisitor } from '@hall/core/domain/masked';
import { refusalText } from '@hall/core/text/refusalText';
import type { AppointmentBook, RowResult } from '../appointments/appointmentBook.ts';
import { rowSchema } from '../appointments/appointmentRow.ts';
import { maxRows, readCsv } from '../appointments/csvTable.ts';
import type { HallKeeper } from '../hall/hallKeeper.ts';
import type { Access } from './access.ts';
import { Problem, problemSchema, toldSchema } from './problem.ts';

const maxJsonRows = 1_000;
const maxBytes = 2 * 1_024 * 1_024;

const masked = z.strictObject({ name: z.string().nullable(), phone: z.string().nullable(), idNumber: z.string().nullable() });
const appointmentSchema = z.strictObject({
  appointmentId: z.string(), externalId: z.string().nullable(), serviceId: z.string(), date: z.string(),
  from: z.string(), to: z.string(), code: z.string().describe('What the visitor types at the kiosk.'), state: z.enum(['booked', 'checkedIn', 'cancelled', 'missed']),
});
const listedSchema = appointmentSchema.extend({ visitor: masked.nullable().describe('Masked; null: nobody is named, or the data was erased.'), ticketNumber: z.string().nullable() });
const resultSchema = z.strictObject({
  row: z.int().describe('Of a file: as the spreadsheet counts, the header is 1. Of a list: from 1.'),
  externalId: z.string().nullable(),
  status: z.union([z.literal(201), z.literal(200), z.literal(409), z.literal(422), z.literal(503)]).describe('201 booked, 200 was booked before, 409 meets another one, 422 cannot be booked as it stands, 503 send again.'),
  appointment: appointmentSchema.nullable(),
  faults: z.array(toldSchema.extend({ field: z.string().nullable().describe('Null: the row as a whole.') })),
});
const importedSchema = z.strictObject({ booked: z.int(), same: z.int(), refused: z.int(), ignoredColumns: z.array(z.string()), results: z.array(resultSchema) });
const rowsSchema = z.union([rowSchema, z.array(rowSchema).min(1).max(maxJsonRows)]);
const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 413: problemSchema, 415: problemSchema, 429: problemSchema };

export interface AppointmentApiParts {
  readonly access: Access;
  readonly book: AppointmentBook;
  readonly keeper: HallKeeper;
  readonly now: () => number;
}

/** The form is for the documentation: every row is looked at field by field, so that one wrong row does not refuse the others. */
const looksAtRows: FastifySchemaCompiler<unknown> = () => (value) => ({ value });

export function appointmentApi(app: FastifyInstance, { access, book, keeper, now }: AppointmentApiParts): void {
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: maxBytes }, (_request, body, done) => { done(null, body); });
  const api = app.withTypeProvider<ZodTypeProvider>();
  const onRequest = access.allow(['manager', 'desk']);
  const tags = ['appointments'];
  const security = [{ bearer: [] }];

  api.post('/api/appointments', {
    onRequest, bodyLimit: maxBytes, validatorCompiler: looksAtRows,
    schema: {
      tags, security, body: rowsSchema, response: { 200: z.union([resultSchema, importedSchema]), 201: resultSchema, 409: resultSchema, 422: resultSchema, 503: resultSchema, ...problems },
      description: `Books one appointment, or a list of up to ${maxJsonRows}. One: the status of the answer is the status of the row. A list: 200, with a result for each row; rows are independent of each other.`,
    },
  }, async (request, reply) => {
    const body: unknown = request.body;
    if (!Array.isArray(body)) {
      const [result] = (await book.book([{ row: 1, cells: body }], access.who(request))).map(shownResult);
      if (result === undefined) throw new Error('a row without a result');
      return reply.code(result.status).send(result);
    }
    if (body.length > maxJsonRows) throw new Problem(413, 'tooManyRows', maxJsonRows);
    if (body.length === 0) throw new Problem(400, 'noRows');
    return imported(await book.book(body.map((cells: unknown, index) => ({ row: index + 1, cells })), access.who(request)), []);
  });

  api.post('/api/appointments/import', {
    onRequest, bodyLimit: maxBytes, validatorCompiler: looksAtRows,
    schema: {
      tags, security, consumes: ['text/csv'], body: z.string().describe('CSV: UTF-8 with or without a mark, GB18030 or UTF-16; a header row in Chinese or English.'), response: { 200: importedSchema, ...problems },
      description: `Imports a file of up to ${maxRows} rows and 2 MB. Good rows are booked, bad rows come back with their faults; a file that is no such table is refused whole and nothing is booked.`,
    },
  }, async (request) => {
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body)) throw new Problem(415, 'wrongMediaType', 'text/csv');
    const read = readCsv(body);
    if (read.table === null) throw new Problem(400, read.problem);
    return imported(await book.book(read.table.rows, access.who(request)), read.table.ignoredColumns);
  });

  api.delete('/api/appointments/:externalId', {
    onRequest,
    schema: {
      tags, security, params: z.strictObject({ externalId: z.string().min(1).max(64) }), response: { 200: appointmentSchema, 404: problemSchema, 409: problemSchema, 503: problemSchema, ...problems },
      description: 'Cancels an appointment. One that is cancelled already is told again; one that has become a ticket stays (409).',
    },
  }, async (request, reply) => {
    const appointment = book.named(request.params.externalId);
    if (appointment === null) throw new Problem(404, 'noSuchAppointment');
    if (appointment.state === 'cancelled') return shownAppointment(appointment);
    const outcome = await book.cancel(appointment, access.who(request));
    if (outcome.ok) return shownAppointment({ ...appointment, state: 'cancelled' });
    const { refusal } = outcome;
    return reply.code(refusal.code === 'stopping' ? 503 : 409).send({ error: { code: refusal.code, zh: refusalText(refusal, 'zh'), en: refusalText(refusal, 'en') } });
  });

  api.get('/api/appointments', {
    onRequest,
    schema: {
      tags, security, querystring: z.strictObject({ date: businessDaySchema.optional() }), response: { 200: z.strictObject({ date: z.string(), appointments: z.array(listedSchema) }), ...problems },
      description: 'The appointments of a day in order of their slots, visitors masked; without a date those of today. A day that has closed has none left.',
    },
  }, (request) => {
    const { hall } = keeper;
    const date = request.query.date ?? hall.day?.date ?? (localTime(now(), hall.plan?.timeZone ?? 'UTC').date as BusinessDay);
    const found = appointmentsOn(hall.staff.appointments, date);
    const visitors = book.masked(found);
    return { date, appointments: found.map((one) => ({
      ...shownAppointment(one), visitor: shownVisitor(one.visitorId === null ? undefined : visitors.get(one.visitorId)),
      ticketNumber: one.ticketId === null ? null : (hall.tickets.get(one.ticketId)?.number ?? null),
    })) };
  });
}

const shownAppointment = ({ id, externalId, serviceId, date, from, to, code, state }: Appointment): z.infer<typeof appointmentSchema> =>
  ({ appointmentId: id, externalId, serviceId, date, from, to, code, state });
const shownVisitor = (visitor: MaskedVisitor | undefined): z.infer<typeof masked> | null =>
  visitor === undefined ? null : { name: visitor.name, phone: visitor.phone, idNumber: visitor.idNumber };
const shownResult = ({ row, externalId, status, appointment, faults }: RowResult): z.infer<typeof resultSchema> =>
  ({ row, externalId, status, appointment: appointment === null ? null : shownAppointment(appointment), faults: [...faults] });

function imported(results: readonly RowResult[], ignoredColumns: readonly string[]): z.infer<typeof importedSchema> {
  const count = (status: number): number => results.filter((one) => one.status === status).length;
  const [booked, same] = [count(201), count(200)];
  return { booked, same, refused: results.length - booked - same, ignoredColumns: [...ignoredColumns], results: results.map(shownResult) };
}
