// The server's process in the simulator: the real keeper, sessions, fan-out and hall clock over a memory disk and the
// fake network. It can die at any of the moments that matter, and a restart folds what the disk holds.
import type { Random } from '@hall/core/base/random';
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { CommandId } from '@hall/core/domain/ids';
import type { Person } from '@hall/core/domain/person';
import type { Plan } from '@hall/core/domain/plan';
import { pulseEveryMs } from '@hall/core/protocol/limits';
import { trusted, type Sender } from '@hall/core/protocol/rights';
import type { CommandMessage } from '@hall/core/protocol/messages';
import { dueOrder } from '@hall/server/hall/hallClock';
import { createKeeper, type HallKeeper } from '@hall/server/hall/hallKeeper';
import { systemActor } from '@hall/server/hall/systemCommand';
import { createRecentEvents } from '@hall/server/sockets/recentEvents';
import { createSnapshots } from '@hall/server/sockets/snapshots';
import { visitorQueries } from '@hall/server/visitors/visitorQueries';
import { foldDisk, memoryJournal, type MemoryDisk } from './memoryJournal.ts';
import { memoryVisitors } from './memoryVisitors.ts';
import { mortalJournal, PowerCut, type CrashPoint } from './mortalJournal.ts';
import type { FakeNet } from './net/fakeNet.ts';
import { openNetDoor } from './net/netDoor.ts';
import type { VirtualClock } from './virtualClock.ts';

/** What the laws look at; called synchronously. */
export interface ServerWatch {
  /** One event was folded into the live hall. */
  folded(hall: Readonly<Hall>, event: HallEvent): void;
  /** A turn is about to be carried out, and was; `committed` are the events it made. */
  beforeTurn(hall: Readonly<Hall>): void;
  afterTurn(hall: Readonly<Hall>, committed: readonly HallEvent[]): void;
  /** A process came up with this hall. */
  started(hall: Readonly<Hall>): void;
}

export interface SimServer {
  /** The committed hall of the running process; null while none runs. */
  readonly hall: Readonly<Hall> | null;
  readonly disk: MemoryDisk;
  start(): void;
  /** An order that comes beside the sockets, from a manager; nothing happens while no process runs. */
  give(command: CommandMessage, reply: () => void): void;
  /** Ends the process now. */
  crash(silently: boolean): void;
  /** Ends the process at that point of its next turn that changes something; null calls it off. */
  crashNextTurn(at: CrashPoint | null): void;
}

export interface ServerParts {
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly net: FakeNet;
  readonly disk: MemoryDisk;
  readonly plan: Plan;
  readonly people: readonly Person[];
  readonly ids: () => CommandId;
  /** Events kept for screens that come back; fewer make more snapshots. */
  readonly recentEvents: number;
  /** How often the clock asks whether a day must open or close. */
  readonly clockEveryMs: number;
  readonly watch: ServerWatch;
}

export function createSimServer({ clock, random, net, disk, plan, people, ids, recentEvents, clockEveryMs, watch }: ServerParts): SimServer {
  let process: { readonly hall: Hall; keeper: HallKeeper | null } | null = null;
  let crashAt: CrashPoint | null = null;

  function crash(silently: boolean): void {
    process = null;
    crashAt = null;
    net.serverDied(silently);
  }

  function start(): void {
    const recent = createRecentEvents(recentEvents);
    const hall = foldDisk(disk, { each: (event) => recent.add([event]) });
    const me: NonNullable<typeof process> = { hall, keeper: null };
    process = me;
    const alive = (): boolean => process === me;
    const whileAlive = (ms: number, run: () => void): void => { clock.after(ms, () => { if (alive()) run(); }); };
    let committed: readonly HallEvent[] = [];
    const keeper = createKeeper({
      journal: mortalJournal(memoryJournal(disk), () => crashAt, (event) => watch.folded(hall, event)),
      hall,
      now: clock.now,
      soon: (run) => whileAlive(random.below(4), () => {
        committed = [];
        watch.beforeTurn(hall);
        run();
        if (alive()) watch.afterTurn(hall, committed);
      }),
      fatal(error) {
        if (!(error instanceof PowerCut)) throw error;
        crash(random.chance(0.3));
      },
    });
    keeper.onTurn((events) => { committed = events; });
    const mortal: HallKeeper = {
      ...keeper,
      order: (actor, command, reply) => keeper.order(actor, command, (outcome) => {
        if (!alive()) return;
        reply(outcome);
        if (crashAt === null || typeof crashAt === 'string') return;
        if (crashAt.afterAnswers <= 1) crash(false);
        else crashAt = { afterAnswers: crashAt.afterAnswers - 1 };
      }),
    };
    me.keeper = mortal;
    const visitors = memoryVisitors();
    const { door, pulse } = openNetDoor({
      keeper: mortal, recent, snapshots: createSnapshots(hall), now: clock.now, visitors, sessions: { of: () => null }, answerQuery: { ...visitorQueries(visitors, hall) },
    });
    const order = <T extends CommandType>(place: 'install' | 'clock', type: T, data: CommandData<T>): void => {
      const command = { id: ids(), pressedAt: clock.now(), type, data } as unknown as CommandMessage;
      keeper.order(systemActor(place), command, () => undefined);
    };
    if (hall.seq === 0) order('install', 'openJournal', { hallId: ids(), journalId: ids() });
    if (hall.plan === null) order('install', 'adoptPlan', { plan, from: 'now' });
    if (hall.staff.people.size === 0) order('install', 'setPeople', { people: [...people], then: null });
    const tick = (): void => {
      const due = dueOrder(hall, clock.now(), false);
      if (due !== null) order('clock', due.type, due.data);
      whileAlive(clockEveryMs, tick);
    };
    const beat = (): void => {
      pulse();
      whileAlive(pulseEveryMs, beat);
    };
    watch.started(hall);
    whileAlive(20, () => {
      net.door = door;
      tick();
      beat();
    });
  }

  return {
    get hall() {
      return process?.hall ?? null;
    },
    disk,
    start,
    crash,
    give(command, reply) {
      process?.keeper?.order(senderOf(command), command, reply);
    },
    crashNextTurn(at) {
      crashAt = at;
    },
  };
}

/** Who gives such an order beside the sockets. */
function senderOf({ type }: CommandMessage): Sender {
  if (type === 'doubtDevice') return trusted('system', 'M1');
  return type === 'leaseNumbers' || type === 'mergeTickets' ? trusted('kiosk', 'K1') : trusted('manager', 'M1');
}
