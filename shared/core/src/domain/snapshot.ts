// The hall as JSON: for the journal's snapshot at day close, and for a screen that comes late.
// `live` leaves out tickets and records that are final: a screen folds on without them.
import { emptyHall, type Hall } from './hall.ts';
import type { Appointment } from './appointment.ts';
import type { Device } from './device.ts';
import type { Person } from './person.ts';
import type { Ticket } from './ticket.ts';
import { buildLines } from './lines.ts';
import { withoutStaff } from './redact.ts';

/** Form of the text; a reader refuses another one and folds the journal instead. */
export const snapshotFormat = 3;

/** Everything, for the journal. */
export const fullSnapshot = (hall: Readonly<Hall>): string => JSON.stringify(plain(hall, () => true));
/** What staff screens need: live tickets with their private parts. */
export const staffSnapshot = (hall: Readonly<Hall>): string => JSON.stringify(plain(hall, isLive));
/** What public screens need: live tickets without private parts. */
export const publicSnapshot = (hall: Readonly<Hall>): string => JSON.stringify(plain(hall, isLive), withoutStaff);

/** Not final, or the last one finished at a counter: that finish can still be taken back (T1). */
const isLive = ({ id, state, counterId }: Ticket, { counters }: Readonly<Hall>): boolean =>
  state === 'waiting' || state === 'called' || state === 'serving' || state === 'missed' || state === 'parked' ||
  (state === 'done' && counterId !== null && counters.get(counterId)?.lastRecord?.ticketId === id);

function plain(hall: Readonly<Hall>, keep: (ticket: Ticket, hall: Readonly<Hall>) => boolean): Record<string, unknown> {
  const { lines: _derived, counterLines: _alsoDerived, ...stored } = hall;
  return {
    format: snapshotFormat,
    ...stored,
    numbers: [...hall.numbers],
    tickets: [...hall.tickets.values()].filter((ticket) => keep(ticket, hall)),
    // A finished record that can still be rated is only kept in full; counters carry the last one.
    records: keep === isLive ? [] : [...hall.records.values()],
    counters: [...hall.counters.values()],
    queueTallies: [...hall.queueTallies],
    counterTallies: [...hall.counterTallies],
    issued: [...hall.issued],
    leases: [...hall.leases],
    loneNumbers: [...hall.loneNumbers],
    stops: [...hall.stops],
    staff: {
      appointments: [...hall.staff.appointments.values()], noShows: [...hall.staff.noShows], blocks: [...hall.staff.blocks], erased: [...hall.staff.erased], erasedDays: [...hall.staff.erasedDays], devices: [...hall.staff.devices.values()],
      people: [...hall.staff.people.values()], mergeConflicts: hall.staff.mergeConflicts, nextPlan: hall.staff.nextPlan,
    },
  };
}

/** Rebuilds a hall from its text; throws when the text is not a snapshot of this format. */
export function hallFromSnapshot(text: string): Hall {
  const stored = JSON.parse(text) as Omit<Hall, 'tickets' | 'records' | 'counters' | 'staff'> & {
    staff?: StoredStaffPart;
    format: number; tickets: Ticket[]; records: [...Hall['records'] extends Map<string, infer R> ? R[] : never]; counters: [...Hall['counters'] extends Map<string, infer C> ? C[] : never];
  };
  const { format, ...rest } = stored;
  if (format !== snapshotFormat) throw new Error(`snapshot of format ${format}, expected ${snapshotFormat}`);
  const hall: Hall = {
    ...emptyHall(),
    ...rest,
    numbers: new Map(stored.numbers),
    tickets: byId(stored.tickets),
    records: byId(stored.records),
    counters: byId(stored.counters),
    queueTallies: new Map(stored.queueTallies),
    counterTallies: new Map(stored.counterTallies),
    issued: new Map(stored.issued),
    leases: new Map(stored.leases),
    loneNumbers: new Map(stored.loneNumbers),
    stops: new Map(stored.stops),
    staff: staffPartFrom(stored.staff),
    lines: new Map(),
    counterLines: new Map(),
  };
  buildLines(hall);
  return hall;
}

type Entries<M> = M extends Map<infer K, infer V> ? [K, V][] : never;
interface StoredStaffPart {
  readonly appointments: readonly Appointment[];
  readonly noShows: Entries<Hall['staff']['noShows']>;
  readonly blocks: Entries<Hall['staff']['blocks']>;
  readonly erased: Entries<Hall['staff']['erased']>;
  readonly erasedDays: Entries<Hall['staff']['erasedDays']>;
  readonly devices: readonly Device[];
  readonly people: readonly Person[];
  readonly mergeConflicts: Hall['staff']['mergeConflicts'];
  readonly nextPlan: Hall['staff']['nextPlan'];
}

/** Absent in what the public received. */
function staffPartFrom(stored: StoredStaffPart | undefined): Hall['staff'] {
  if (stored === undefined) return emptyHall().staff;
  const { appointments, noShows, blocks, erased, erasedDays, devices, people, mergeConflicts, nextPlan } = stored;
  return { appointments: byId(appointments), noShows: new Map(noShows), blocks: new Map(blocks), erased: new Map(erased), erasedDays: new Map(erasedDays), devices: byId(devices), people: byId(people), mergeConflicts, nextPlan };
}

const byId = <T extends { id: unknown }>(list: readonly T[]): Map<T['id'], T> => new Map(list.map((one) => [one.id, one]));
