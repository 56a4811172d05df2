// The journal as the rest of the server sees it: append, commit, look back. SQLite is one form (sqliteJournal.ts),
// the simulator's memory another; both keep journalContract.ts. Nothing in it is ever changed or removed (J1).
import type { HallEvent } from '@hall/core/domain/events';
import type { CommandId } from '@hall/core/domain/ids';

/** Where the chain ends: sequence and hash of the last event (J2). */
export interface Head {
  readonly seq: number;
  /** SHA-256 in hex; of an empty journal 64 zeros. */
  readonly hash: string;
}

/** What an accepted command did, as first answered (J6). */
export interface Remembered {
  /** Fingerprint of the command's content. */
  readonly commandHash: string;
  readonly events: readonly HallEvent[];
}

/** The hall's whole state at a day close, so that a start folds one day at most. */
export interface StoredSnapshot {
  readonly seq: number;
  readonly text: string;
}

export interface Journal {
  head(): Head;
  /** Adds an event to the open transaction, opening one if there is none. The event must follow the head. */
  append(event: HallEvent, commandHash: string): void;
  /** Keeps the state after `seq`, in the open transaction. */
  keepSnapshot(seq: number, text: string): void;
  /** Makes everything appended durable with one fsync. Throws when the outcome is unknown (J5). */
  commit(): void;
  /** The first effect of this command id, also when it lies in the open transaction. */
  remembered(id: CommandId): Remembered | null;
  /** Events after `seq` in order, up to `most`. */
  eventsAfter(seq: number, most?: number): Iterable<HallEvent>;
  close(): void;
}

export const emptyHead: Head = { seq: 0, hash: '0'.repeat(64) };
