// The journal in memory, honest about crashes: the disk keeps what was committed, a journal that is dropped takes
// its open transaction with it. Refuses what SQLite's indexes refuse (N1, J6). Held to journalContract.ts.
import type { HallEvent } from '@hall/core/domain/events';
import { evolve } from '@hall/core/domain/evolve';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import { hallFromSnapshot } from '@hall/core/domain/snapshot';
import { chained, rowOf } from '@hall/server/journal/chain';
import { emptyHead, type Head, type Journal, type Remembered, type StoredSnapshot } from '@hall/server/journal/journal';

/** What a crash leaves. Change it only through a journal. */
export interface MemoryDisk {
  readonly events: HallEvent[];
  readonly commands: Map<string, Remembered>;
  readonly numbers: Set<string>;
  readonly snapshots: StoredSnapshot[];
  head: Head;
  /** With the hash chain of J2; without it faster, and every hash is zeros. */
  readonly chain: boolean;
}

export const emptyDisk = (chain = false): MemoryDisk =>
  ({ events: [], commands: new Map(), numbers: new Set(), snapshots: [], head: emptyHead, chain });

/** Opens the disk as a restarted process would. One journal per disk at a time. */
export function memoryJournal(disk: MemoryDisk): Journal {
  let head = disk.head;
  let events: HallEvent[] = [];
  const commands = new Map<string, Remembered & { events: HallEvent[] }>();
  const numbers = new Set<string>();
  let snapshots: StoredSnapshot[] = [];
  let part = 0;
  let lastCommand: string | null = null;

  function drop(): void {
    events = [];
    commands.clear();
    numbers.clear();
    snapshots = [];
    head = disk.head;
  }

  return {
    head: () => head,
    append(event, commandHash) {
      const { seq, day, staff } = event;
      if (seq !== head.seq + 1) throw new Error(`event ${seq} does not follow ${head.seq}`);
      if (staff === undefined) throw new Error(`event ${seq} without its staff part cannot be journaled`);
      const { commandId } = staff;
      part = commandId === lastCommand ? part + 1 : 0;
      lastCommand = commandId;
      if (part === 0 && (disk.commands.has(commandId) || commands.has(commandId))) throw new Error(`J6: command ${commandId} was already carried out`);
      if (event.type === 'ticketIssued') {
        const number = `${day} ${event.data.number}`;
        if (disk.numbers.has(number) || numbers.has(number)) throw new Error(`N1: ${number} was already given`);
        numbers.add(number);
      }
      const known = commands.get(commandId);
      if (known === undefined) commands.set(commandId, { commandHash, events: [event] });
      else known.events.push(event);
      events.push(event);
      head = { seq, hash: disk.chain ? chained(head.hash, rowOf(event, commandHash, part)) : emptyHead.hash };
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
    remembered: (id) => commands.get(id) ?? disk.commands.get(id) ?? null,
    *eventsAfter(seq, most = -1) {
      const wanted = [...disk.events.slice(seq), ...events.slice(Math.max(0, seq - disk.events.length))];
      for (const event of most < 0 ? wanted : wanted.slice(0, most)) yield copy(event);
    },
    close: drop,
  };
}

/** Read back from a disk nothing is shared with the process that wrote it. */
const copy = (event: HallEvent): HallEvent => JSON.parse(JSON.stringify(event)) as HallEvent;

/** The hall as the disk tells it: from the last day close, or with `whole` from the first event. */
export function foldDisk(disk: MemoryDisk, { whole = false, each = (_event: HallEvent): void => undefined } = {}): Hall {
  const anchor = whole ? undefined : disk.snapshots.at(-1);
  const hall = anchor === undefined ? emptyHall() : hallFromSnapshot(anchor.text);
  for (const written of disk.events.slice(hall.seq)) {
    const event = copy(written);
    evolve(hall, event);
    each(event);
  }
  return hall;
}
