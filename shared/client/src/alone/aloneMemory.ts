// What a kiosk remembers for the time without a server (rules O1, N1, J9): the numbers it was lent, and its own journal of
// the tickets it gave. Pure: every step makes a new memory, which is on disk before anything of it is shown or printed.
import type { BusinessDay, CommandId, QueueId, ServiceId } from '@hall/core/domain/ids';
import type { Lease, LonelyTicket } from '@hall/core/domain/lease';
import { numberText } from '@hall/core/domain/numbering';

type LentNumbers = Omit<Lease, 'leasedAt'>;

export interface GivenAlone extends LonelyTicket {
  readonly date: BusinessDay;
  readonly number: string;
  /** The order that told it to the server; null: not told yet. Kept before it is sent, so that a second telling is the same order. */
  readonly batchId: CommandId | null;
  readonly isMerged: boolean;
}

export interface AloneMemory {
  readonly storeId: string;
  /** The journal these numbers are of, and the epoch of it that was last heard of; null and 0: none yet. */
  readonly journalId: string | null;
  readonly epoch: number;
  readonly leases: readonly LentNumbers[];
  readonly given: readonly GivenAlone[];
}

/** A batch of the wire (commands.ts, `mergeTickets`). */
const batchSize = 20;
/** Yesterday's are kept for a server that comes back late. */
const daysKept = 7;

export const freshMemory = (storeId: string): AloneMemory => ({ storeId, journalId: null, epoch: 0, leases: [], given: [] });

/** Numbers that came with the answer, or were told again with a refusal. */
export const withLease = (memory: AloneMemory, lease: LentNumbers): AloneMemory =>
  lease.storeId !== memory.storeId || leaseOf(memory, lease.date) !== null ? memory : { ...memory, leases: [...memory.leases, lease] };

export const leaseOf = ({ leases }: AloneMemory, date: string): LentNumbers | null => leases.find((lease) => lease.date === date) ?? null;

/** How many numbers are left for that queue and day. */
export function leftFor(memory: AloneMemory, date: string, queueId: QueueId): number {
  return blocksOf(memory, date, queueId).reduce((sum, { prefix, from, to }) => sum + to - nextSerial(memory, date, prefix, from) + 1, 0);
}

/** The next lent number of the queue; null when none is left. Nothing is given before the new memory is on disk. */
export function giveAlone(memory: AloneMemory, wanted: { readonly date: BusinessDay; readonly queueId: QueueId; readonly serviceIds: readonly [ServiceId, ...ServiceId[]]; readonly now: number }): { readonly memory: AloneMemory; readonly ticket: GivenAlone } | null {
  const { date, queueId, serviceIds: [serviceId, ...alsoServiceIds], now } = wanted;
  for (const block of blocksOf(memory, date, queueId)) {
    const serial = nextSerial(memory, date, block.prefix, block.from);
    if (serial > block.to) continue;
    const ticket: GivenAlone = { date, prefix: block.prefix, serial, number: numberText(block, serial), serviceId, alsoServiceIds, givenAt: Math.max(0, Math.round(now)), batchId: null, isMerged: false };
    return { memory: { ...memory, given: [...memory.given, ticket] }, ticket };
  }
  return null;
}

const blocksOf = (memory: AloneMemory, date: string, queueId: QueueId): LentNumbers['blocks'] => leaseOf(memory, date)?.blocks.filter((block) => block.queueId === queueId) ?? [];
const nextSerial = ({ given }: AloneMemory, date: string, prefix: string, from: number): number =>
  given.reduce((next, ticket) => (ticket.date === date && ticket.prefix === prefix ? Math.max(next, ticket.serial + 1) : next), from);

export interface Batch {
  readonly id: CommandId;
  readonly date: BusinessDay;
  readonly tickets: LonelyTicket[];
}

/** What must be told next: a batch begun before as it was, else the oldest untold of one day under a new id. */
export function nextBatch(memory: AloneMemory, freshId: () => CommandId): { readonly memory: AloneMemory; readonly batch: Batch } | null {
  const untold = memory.given.filter(({ isMerged }) => !isMerged);
  const begun = untold.find(({ batchId }) => batchId !== null);
  if (begun?.batchId !== undefined && begun.batchId !== null) return { memory, batch: batchOf(untold, begun.batchId) };
  const [oldest] = [...untold].sort((one, other) => one.givenAt - other.givenAt);
  if (oldest === undefined) return null;
  const id = freshId();
  const some = new Set(untold.filter(({ date }) => date === oldest.date).sort((one, other) => one.givenAt - other.givenAt).slice(0, batchSize));
  const given = memory.given.map((ticket) => (some.has(ticket) ? { ...ticket, batchId: id } : ticket));
  return { memory: { ...memory, given }, batch: batchOf(given, id) };
}

function batchOf(given: readonly GivenAlone[], id: CommandId): Batch {
  const some = given.filter(({ batchId }) => batchId === id);
  const tickets = some.map(({ prefix, serial, serviceId, alsoServiceIds, givenAt }): LonelyTicket => ({ prefix, serial, serviceId, alsoServiceIds, givenAt }));
  return { id, date: some[0]?.date ?? ('' as BusinessDay), tickets };
}

/** The server has them. */
export const batchMerged = (memory: AloneMemory, id: CommandId): AloneMemory =>
  ({ ...memory, given: memory.given.map((ticket) => (ticket.batchId === id ? { ...ticket, isMerged: true } : ticket)) });

/** Refused for now: told again under another id, when there is reason to. */
export const batchRefused = (memory: AloneMemory, id: CommandId): AloneMemory =>
  ({ ...memory, given: memory.given.map((ticket) => (ticket.batchId === id ? { ...ticket, batchId: null } : ticket)) });

/**
 * A restored server may have lost what it was told (J9): everything of these days is told once more; what it still knows, it
 * knows. Another hall's journal never lent these numbers: they are let go of, with a store of a new name.
 */
export function inLife(memory: AloneMemory, { journalId, epoch }: { readonly journalId: string; readonly epoch: number }, newStoreId: () => string): AloneMemory {
  if (memory.journalId === null) return { ...memory, journalId, epoch };
  if (memory.journalId !== journalId) return { ...freshMemory(newStoreId()), journalId, epoch };
  return epoch <= memory.epoch ? memory : { ...memory, epoch, given: memory.given.map((ticket) => ({ ...ticket, batchId: null, isMerged: false })) };
}

/** Days long past are forgotten: leases with their day, tickets when the server has them, or after a week. */
export function forgetBefore(memory: AloneMemory, today: BusinessDay): AloneMemory {
  const oldest = new Date(Date.parse(`${today}T00:00:00Z`) - daysKept * 86_400_000).toISOString().slice(0, 10);
  const leases = memory.leases.filter(({ date }) => date >= today);
  const given = memory.given.filter(({ date, isMerged }) => date >= today || (!isMerged && date >= oldest));
  return leases.length === memory.leases.length && given.length === memory.given.length ? memory : { ...memory, leases, given };
}
