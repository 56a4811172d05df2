// Composition root: everything of a running hall is built here, passed in, and stopped here in reverse order.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { pino, type Logger } from 'pino';
import { must } from '@hall/core/base/assert';
import { isDayOpen } from '@hall/core/domain/questions';
import { resumableEvents } from '@hall/core/protocol/limits';
import { protocolVersion } from '@hall/core/protocol/version';
import { createHallTime } from './hall/hallTime.ts';
import { createKeeper } from './hall/hallKeeper.ts';
import { keepHouse, orderAs } from './hall/housekeeping.ts';
import { openHall } from './hall/openHall.ts';
import { createHttp } from './http/httpServer.ts';
import { startPage } from './http/startPage.ts';
import { readPlan } from './plan/readPlan.ts';
import { whoHolds } from './people/trialCredentials.ts';
import { createRecentEvents } from './sockets/recentEvents.ts';
import { createSnapshots } from './sockets/snapshots.ts';
import { openSocketDoor } from './sockets/socketDoor.ts';

export interface HallConfig {
  readonly data: string;
  readonly port: number;
  /** Plan file for a new hall. */
  readonly plan: string;
  /** Folder with the screens' rooms. */
  readonly screens: string;
  /** Called when the process must end because a commit failed (J5). */
  readonly fatal: (error: unknown) => void;
}

export interface RunningHall {
  readonly address: string;
  readonly trialSecret: string;
  stop(): Promise<void>;
}

/** Starts a trial hall on loopback. Throws JournalRefused, PlanRefused, or a listen error; then nothing is left running. */
export async function startHall({ data, port, plan, screens, fatal }: HallConfig): Promise<RunningHall> {
  const recent = createRecentEvents(resumableEvents);
  const { folder, hall, journal, hallId, trialSecret, release } = openHall(data, (event) => recent.add([event]));
  const undo: (() => unknown)[] = [release, () => journal.close()];
  const stopAll = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const log = await openLog(folder.log);
    const { now, offMs } = createHallTime(hall.at);
    const keeper = createKeeper({
      journal, hall, now,
      soon: (run) => { setImmediate(run); },
      fatal(error) {
        log.fatal({ error: String(error) }, 'a commit failed; the process ends so that a restart reads the journal');
        fatal(error);
      },
    });
    // Read first: a plan that cannot be used leaves an empty journal empty. Every hall is a trial so far.
    const adopted = hall.plan === null ? readPlan(plan, { trial: true }) : null;
    if (hall.seq === 0) await orderAs('install', { keeper, now }, 'openJournal', { hallId, journalId: randomUUID() });
    if (adopted !== null) await orderAs('install', { keeper, now }, 'adoptPlan', { plan: adopted });
    const house = await keepHouse({ keeper, journal, folder, now, log });
    undo.push(() => house.stop());
    const http = await createHttp({
      screens,
      startPage: () => startPage(must(hall.plan, 'plan of a started hall'), trialSecret),
      health: () => ({
        status: 'ok', protocol: protocolVersion, journalId: hall.journalId, epoch: hall.epoch, seq: hall.seq,
        day: hall.day?.date ?? null, dayOpen: isDayOpen(hall), screens: door.connected(), clockOffMs: Math.round(offMs()), verified: house.verified(),
      }),
    });
    undo.push(() => http.close());
    const door = openSocketDoor({
      http: http.server, whoHolds: (credential) => whoHolds(trialSecret, credential), keeper, recent, snapshots: createSnapshots(hall), now,
      warn: (facts, what) => log.warn(facts, what),
    });
    undo.push(() => door.stop());
    // The trial answers on this machine only; a real hall is set up with certificates and enrolment.
    const address = await http.listen({ host: '127.0.0.1', port });
    // First of all when stopping: what has arrived is carried out and answered, then nothing more is taken.
    undo.push(() => keeper.stop());
    log.info({ address, seq: hall.seq, epoch: hall.epoch }, 'hall started');
    return { address, trialSecret, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Resolves when the file is open: before that the process could not end without an error of the log's own. */
async function openLog(file: string): Promise<Logger> {
  const lines = pino.destination({ dest: file, append: true, sync: false });
  await once(lines, 'ready');
  // A log that cannot be written is no reason to end: whether the disk still holds the journal is for the journal to say.
  lines.on('error', (error) => { console.error(`The log cannot be written: ${String(error)}`); });
  return pino(lines);
}
