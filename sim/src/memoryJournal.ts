// The journal in memory, honest about crashes: the disk keeps what was committed, a journal that is dropped takes
// its open transaction with it. Refuses what SQLite's indexes refuse (N1, J6). Held to journalContract.ts.
import type { HallEvent } from '@hall/core/domain/events';
import { evolve } from '@hall/core/domain/evolve';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import { hallFromSnapshot } from '@hall/core/domain/snapshot';
import { chained, rowOf } from '@hall/server/journal/chain';
import { emptyHead, type Head, type Journal, type StoredSnapshot } from '@hall/server/journal/journal';

/** Where a command's events stand: from this index, so many. */
interface Effect {
  readonly commandHash: string;
  readonly from: number;
  count: number;
}

/** What a crash leaves. Change it only through a journal. */
export interface MemoryDisk {
  readonly events: HallEvent[];
  readonly commands: Map<string, Effect>;
  readonly numbers: Set<string>;
  readonly snapshots: StoredSnapshot[];
  head: Head;
  /** With the hash chain of J2; without it faster, and every hash is zeros. */
  readonly chain: boolean;
  /** Keeps its own copy of each event, so that a mistake in the process cannot reach what was written. */
  readonly copies: boolean;
}

export const emptyDisk = ({ chain = false, copies = true } = {}): MemoryDisk =>
  ({ events: [], commands: new Map(), numbers: new Set(), snapshots: [], head: emptyHead, chain, copies });

/** Opens the disk as a restarted process would. One journal per disk at a time. */
export function memoryJournal(disk: MemoryDisk): Journal {
  let head = disk.head;
  let events: HallEvent[] = [];
  const commands = new Map<string, Effect>();
  const numbers = new Set<string>();
  let snapshots: StoredSnapshot[] = [];
  let last: Effect | null = null;
  let lastCommand: string | null = null;

  function drop(): void {
    if (events.length > 0) events = [];
    if (commands.size > 0) commands.clear();
    if (numbers.size > 0) numbers.clear();
    if (snapshots.length > 0) snapshots = [];
    last = null;
    lastCommand = null;
    head = disk.head;
  }

  return {
    head: () => head,
    append(event, commandHash) {
      const { seq, day, staff } = event;
      if (seq !== head.seq + 1) throw new Error(`event ${seq} does not follow ${head.seq}`);
      if (staff === undefined) throw new Error(`event ${seq} without its staff part cannot be journaled`);
      const { commandId } = staff;
      if (commandId !== lastCommand || last === null) {
        if (disk.commands.has(commandId) || commands.has(commandId)) throw new Error(`J6: command ${commandId} was already carried out`);
        last = { commandHash, from: seq - 1, count: 0 };
        lastCommand = commandId;
        commands.set(commandId, last);
      }
      if (event.type === 'ticketIssued') {
        const number = `${day} ${event.data.number}`;
        if (disk.numbers.has(number) || numbers.has(number)) throw new Error(`N1: ${number} was already given`);
        numbers.add(number);
      }
      events.push(disk.copies ? copy(event) : event);
      head = { seq, hash: disk.chain ? chained(head.hash, rowOf(event, commandHash, last.count)) : emptyHead.hash };
      last.count += 1;
    },
    keepSnapshot: (seq, text) => { snapshots.push({ seq, text }); },
    commit() {
      for (const event of events) disk.events.push(event);
      for (const [id, known] of commands) disk.commands.set(id, known);
      for (const number of numbers) disk.numbers.add(number);
      for (const snapshot of snapshots) disk.snapshots.push(snapshot);
      disk.head = head;
      drop();
    },
    remembered(id) {
      const effect = disk.commands.get(id) ?? commands.get(id);
      if (effect === undefined) return null;
      const { commandHash, from, count } = effect;
      const before = disk.events.length;
      return { commandHash, events: from < before ? disk.events.slice(from, from + count) : events.slice(from - before, from - before + count) };
    },
    *eventsAfter(seq, most = -1) {
      const wanted = [...disk.events.slice(seq), ...events.slice(Math.max(0, seq - disk.events.length))];
      yield* most < 0 ? wanted : wanted.slice(0, most);
    },
    close: drop,
  };
}

const copy = (event: HallEvent): HallEvent => JSON.parse(JSON.stringify(event)) as HallEvent;

/** The hall as the disk tells it to a starting process: from the last day close, or with `whole` from the first event. */
export function foldDisk(disk: MemoryDisk, { whole = false, each = (_event: HallEvent): void => undefined } = {}): Hall {
  const anchor = whole ? undefined : disk.snapshots.at(-1);
  const hall = anchor === undefined ? emptyHall() : hallFromSnapshot(anchor.text);
  for (let seq = hall.seq; seq < disk.events.length; seq += 1) {
    const event = disk.events[seq] as HallEvent;
    evolve(hall, event);
    each(event);
  }
  return hall;
}
