// Takes rows of appointments to the hall's own order, each alone: a row is booked wholly or leaves nothing (H3, V1).
// The same row again is told as it was booked before; a row that says something else under its old name changes nothing.
import { randomBytes, randomInt } from 'node:crypto';
import { uuidV7 } from '@hall/core/base/uuid';
import type { Appointment } from '@hall/core/domain/appointment';
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import type { AppointmentId, CommandId } from '@hall/core/domain/ids';
import type { MaskedVisitor } from '@hall/core/domain/masked';
import type { Refusal } from '@hall/core/domain/refusals';
import { planOn } from '@hall/core/domain/rules/book';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import type { CommandMessage } from '@hall/core/protocol/messages';
import { rowFault, rowFaultTexts } from '@hall/core/text/managerImportText';
import { refusalText } from '@hall/core/text/refusalText';
import type { HallKeeper, Outcome } from '../hall/hallKeeper.ts';
import type { Sender } from '@hall/core/protocol/rights';
import { nameVisitor } from '../visitors/visitorPart.ts';
import type { Visitors } from '../visitors/visitors.ts';
import { readRow, type RowFault, type WantedAppointment } from './appointmentRow.ts';
import { changedIn } from './changedRow.ts';

export interface RowResult {
  readonly row: number;
  readonly externalId: string | null;
  /** 201 booked, 200 was booked before, 409 meets another one, 422 cannot be booked as it stands, 503 try again. */
  readonly status: 200 | 201 | 409 | 422 | 503;
  readonly appointment: Appointment | null;
  readonly faults: readonly RowFault[];
}

/** Rows given to the hall at once: between two such parts counters and kiosks have their turn. */
const rowsAtOnce = 10;
/** Of a million codes a few thousand are in use on a day. */
const codesTried = 20;

interface Row { readonly row: number; readonly cells: unknown }

export interface AppointmentBook {
  book(rows: readonly Row[], who: Sender): Promise<RowResult[]>;
  cancel(appointment: Appointment, who: Sender): Promise<Outcome>;
  /** By the booking system's name. */
  named(externalId: string): Appointment | null;
  masked(appointments: readonly Appointment[]): Map<string, MaskedVisitor>;
}

export function createAppointmentBook({ keeper, visitors, now }: { readonly keeper: HallKeeper; readonly visitors: Visitors; readonly now: () => number }): AppointmentBook {
  const named = (externalId: string): Appointment | null => {
    for (const one of keeper.hall.staff.appointments.values()) if (one.externalId === externalId) return one;
    return null;
  };

  function order<T extends CommandType>(type: T, data: CommandData<T>, who: Sender, visitor: ToldVisitor | null = null): Promise<Outcome> {
    const at = now();
    const message = { id: uuidV7(at, randomBytes(10)) as CommandId, pressedAt: at, type, data, ...(visitor === null ? {} : { visitor }) } as unknown as CommandMessage;
    const told = nameVisitor(message, visitors, keeper.hall, at);
    if (told.named === null) return Promise.resolve({ ok: false, refusal: told.refusal });
    const { command, settled } = told.named;
    return new Promise((resolve) => {
      keeper.order(who, command, (outcome) => {
        settled(outcome.ok);
        resolve(outcome);
      });
    });
  }

  async function bookRow(row: number, cells: unknown, who: Sender): Promise<RowResult> {
    const { plan } = keeper.hall;
    if (plan === null) return notTaken(row, null, { code: 'noPlan', facts: {} }, null);
    const read = readRow(cells, (date) => (date === null ? plan : (planOn(keeper.hall, date) ?? plan)));
    if (read.wanted === null) return { row, externalId: externalIdOf(cells), status: 422, appointment: null, faults: read.faults };
    const { wanted } = read;
    const before = named(wanted.externalId);
    if (before !== null) return sentBefore(row, wanted, before);
    const { externalId, serviceId, date, from, code } = wanted;
    for (let tried = 1; ; tried += 1) {
      const outcome = await order('bookAppointment', { serviceId, date, from, visitorId: null, code: code ?? freshCode(), externalId, override: null }, who, wanted.visitor);
      if (outcome.ok) {
        const [event] = outcome.events;
        const id = event?.type === 'appointmentBooked' ? event.staff?.facts.appointmentId : undefined;
        return { row, externalId, status: 201, appointment: byId(id), faults: [] };
      }
      if (outcome.refusal.code === 'codeTaken' && code === null && tried < codesTried) continue;
      const now = outcome.refusal.code === 'appointmentExists' ? named(externalId) : null;
      return now === null ? notTaken(row, externalId, outcome.refusal, fieldOf(outcome.refusal)) : sentBefore(row, wanted, now);
    }
  }

  const byId = (id: AppointmentId | undefined): Appointment | null => (id === undefined ? null : (keeper.hall.staff.appointments.get(id) ?? null));

  function sentBefore(row: number, wanted: WantedAppointment, before: Appointment): RowResult {
    const { externalId } = wanted;
    const what = changedIn(wanted, before, before.visitorId === null ? null : visitors.full(before.visitorId));
    if (what === null) return { row, externalId, status: 200, appointment: before, faults: [] };
    const words = { zh: rowFaultTexts.zh.changedIn[what], en: rowFaultTexts.en.changedIn[what] };
    return { row, externalId, status: 409, appointment: before, faults: [{ field: what === 'visitor' ? null : what, ...rowFault('changed', words) }] };
  }

  return {
    async book(rows, who) {
      const results: RowResult[] = [];
      for (const part of partsOf(rows)) {
        results.push(...await Promise.all(part.map(({ row, cells }) => bookRow(row, cells, who))));
        // Reading and recognising hold the one thread; whoever came meanwhile goes first.
        await new Promise((next) => { setImmediate(next); });
      }
      return results;
    },
    cancel: ({ id }, who) => order('cancelAppointment', { appointmentId: id }, who),
    named,
    masked: (appointments) => {
      const ids = appointments.flatMap(({ visitorId }) => (visitorId === null ? [] : [visitorId]));
      return new Map(visitors.masked(ids).map((one) => [one.visitorId, one]));
    },
  };
}

/** A name that comes twice is never in one part: the second row must find what became of the first. */
function partsOf(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  let names = new Set<string | null>();
  for (const one of rows) {
    const name = externalIdOf(one.cells);
    const part = parts.at(-1);
    if (part === undefined || part.length === rowsAtOnce || (name !== null && names.has(name))) {
      parts.push([one]);
      names = new Set();
    } else part.push(one);
    names.add(name);
  }
  return parts;
}

const freshCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

function notTaken(row: number, externalId: string | null, refusal: Refusal, field: string | null): RowResult {
  const status = refusal.code === 'stopping' ? 503 : refusal.code === 'appointmentExists' || refusal.code === 'slotFull' || refusal.code === 'codeTaken' || refusal.code === 'appointmentsBlocked' ? 409 : 422;
  return { row, externalId, status, appointment: null, faults: [{ field, code: refusal.code, zh: refusalText(refusal, 'zh'), en: refusalText(refusal, 'en') }] };
}

/** Which field of the row a refusal of the hall is about. */
function fieldOf({ code }: Refusal): string | null {
  if (code === 'noSuchService' || code === 'noAppointments') return 'serviceId';
  if (code === 'noSuchSlot' || code === 'slotPassed' || code === 'slotFull') return 'time';
  return code === 'codeTaken' ? 'code' : null;
}

/** What a row that cannot be read calls itself. */
function externalIdOf(cells: unknown): string | null {
  const id = typeof cells === 'object' && cells !== null && 'externalId' in cells ? cells.externalId : null;
  return typeof id === 'string' || typeof id === 'number' ? String(id).replaceAll(/\p{C}/gu, '').slice(0, 64) || null : null;
}
