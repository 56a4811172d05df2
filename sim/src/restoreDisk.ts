// A restore on the simulator's disk, as server/src/journal/restore.ts does it on a folder: an older journal becomes
// the journal again, in a new epoch, with numbers in the range kept for this (J9).
import type { HallEvent } from '@hall/core/domain/events';
import type { CommandId } from '@hall/core/domain/ids';
import type { CommandMessage } from '@hall/core/protocol/messages';
import { createKeeper } from '@hall/server/hall/hallKeeper';
import { localTime } from '@hall/core/base/localTime';
import { systemActor } from '@hall/server/hall/systemCommand';
import { newEpochs } from '@hall/server/journal/newEpochs';
import { foldDisk, memoryJournal, type MemoryDisk } from './memoryJournal.ts';

export interface RestoreOrder {
  /** Events of the backup; it must end with a whole command. */
  readonly upTo: number;
  /** Whether the journal that is replaced can still be read. */
  readonly readable: boolean;
  readonly ids: () => CommandId;
  readonly now: number;
}

/** Sequences at which a backup can end: between two commands, with the plan in it. */
export const backupPoints = ({ events }: MemoryDisk): number[] =>
  events.flatMap(({ seq, staff }, index) => (seq >= 2 && staff?.commandId !== events[index + 1]?.staff?.commandId ? [seq] : []));

/** The server must be down. Returns the events that are lost by it. */
export function restoreDisk(disk: MemoryDisk, { upTo, readable, ids, now }: RestoreOrder): HallEvent[] {
  const old = foldDisk(disk, { whole: true });
  const { plan } = old;
  const lost = disk.events.splice(upTo);
  const kept = new Set(disk.events.map(({ staff }) => staff?.commandId as string));
  for (const command of [...disk.commands.keys()]) if (!kept.has(command)) disk.commands.delete(command);
  for (const event of lost) if (event.type === 'ticketIssued') disk.numbers.delete(`${event.day} ${event.data.number}`);
  disk.snapshots.splice(0, disk.snapshots.length, ...disk.snapshots.filter(({ seq }) => seq <= upTo));
  disk.head = { ...disk.head, seq: upTo };
  const hall = foldDisk(disk, { whole: true });
  // An unreadable journal's epoch is still noted beside it. A day opened ahead of its date is known from the journal alone.
  const aheadOfTime = plan !== null && (old.day?.date ?? '') > localTime(now, plan.timeZone).date;
  const { at, orders } = newEpochs(hall, readable || aheadOfTime ? [old] : [], old.epoch, now);
  const keeper = createKeeper({ journal: memoryJournal(disk), hall, now: () => at, soon: (run) => run(), fatal: (error) => { throw error; } });
  for (const data of orders) {
    const command = { id: ids(), pressedAt: at, type: 'startEpoch', data } as unknown as CommandMessage;
    keeper.order(systemActor('restore'), command, (outcome) => { if (!outcome.ok) throw new Error(`no new epoch: ${outcome.refusal.code}`); });
  }
  return lost;
}
