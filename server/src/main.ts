// Composition root: everything of a running hall is built here, passed in, and stopped here in reverse order.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { planSchema } from '@hall/core/domain/plan';
import { isDayOpen } from '@hall/core/domain/questions';
import { must } from '@hall/core/base/assert';
import { resumableEvents } from '@hall/core/protocol/limits';
import { protocolVersion } from '@hall/core/protocol/version';
import { dueOrder } from './hall/hallClock.ts';
import { createHallTime } from './hall/hallTime.ts';
import { createKeeper } from './hall/hallKeeper.ts';
import { openHall } from './hall/openHall.ts';
import { systemActor, systemCommand } from './hall/systemCommand.ts';
import { createHttp } from './http/httpServer.ts';
import { startPage } from './http/startPage.ts';
import { writeOutsideHead } from './journal/folder.ts';
import { verifyWhole, type Verified } from './journal/verify.ts';
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

/** How often the clock asks whether a day must open or close. */
const clockEveryMs = 5_000;
/** How often the head is noted outside the journal; it is also noted at every day close and stop. */
const headEveryMs = 30_000;

/** Starts a trial hall on loopback. Throws JournalRefused or a listen error; then nothing is left running. */
export async function startHall({ data, port, plan, screens, fatal }: HallConfig): Promise<RunningHall> {
  const recent = createRecentEvents(resumableEvents);
  const opened = openHall(data, (event) => recent.add([event]));
  const { folder, hall, journal, hallId, trialSecret } = opened;
  const log = pino(pino.destination({ dest: folder.log, append: true, sync: false }));
  const { now, offMs } = createHallTime(hall.at);
  const keeper = createKeeper({
    journal, hall, now,
    soon: (run) => { setImmediate(run); },
    fatal(error) {
      log.fatal({ error: String(error) }, 'a commit failed; the process ends so that a restart reads the journal');
      fatal(error);
    },
  });
  const orderNow = (...[place, type, content]: Parameters<typeof systemOrder>): Promise<void> => systemOrder(place, type, content);
  function systemOrder(place: 'install' | 'clock', type: Parameters<typeof systemCommand>[0], content: Parameters<typeof systemCommand>[1]): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    keeper.order(systemActor(place), systemCommand(type, content, now()), (outcome) => {
      if (outcome.ok) resolve();
      else reject(new Error(`${type}: ${JSON.stringify(outcome.refusal)}`));
    });
    return promise;
  }

  let verified: (Verified & { at: number }) | null = null;
  const noteHead = (): void => {
    const { seq, hash } = journal.head();
    writeOutsideHead(folder, { journalId: hall.journalId, epoch: hall.epoch, seq, hash });
  };
  const verifyNow = async (): Promise<void> => {
    const found = await verifyWhole(folder.journal);
    verified = { ...found, at: now() };
    if (!found.ok) log.error(found, 'the journal does not verify');
  };
  keeper.onTurn((events) => {
    if (events.every(({ type }) => type !== 'dayClosed')) return;
    noteHead();
    // Nightly: after the day has closed, nobody waits for the disk.
    void verifyNow().catch((error: unknown) => { log.error({ error: String(error) }, 'verification could not run'); });
  });

  if (hall.seq === 0) await orderNow('install', 'openJournal', { hallId, journalId: randomUUID() });
  if (hall.plan === null) await orderNow('install', 'adoptPlan', { plan: planSchema.parse(JSON.parse(readFileSync(plan, 'utf8'))) });
  const clock = async (): Promise<void> => {
    for (let due = dueOrder(hall, now(), true); due !== null; due = dueOrder(hall, now(), true)) await orderNow('clock', due.type, due.data);
  };
  await clock();

  let stopping = false;
  const http = await createHttp({
    screens,
    startPage: () => startPage(must(hall.plan, 'plan of a started hall'), trialSecret),
    health: () => ({
      status: stopping ? 'stopping' : 'ok', protocol: protocolVersion, journalId: hall.journalId, epoch: hall.epoch, seq: hall.seq,
      day: hall.day?.date ?? null, dayOpen: isDayOpen(hall), screens: door.connected(), clockOffMs: Math.round(offMs()), verified,
    }),
  });
  const door = openSocketDoor({
    http: http.server, whoHolds: (credential) => whoHolds(trialSecret, credential), keeper, recent, snapshots: createSnapshots(hall), now,
    warn: (facts, what) => log.warn(facts, what),
  });
  // The trial answers on this machine only; a real hall is set up with certificates and enrolment.
  const address = await http.listen({ host: '127.0.0.1', port });
  const timers = [
    setInterval(() => { void clock().catch((error: unknown) => { log.error({ error: String(error) }, 'the clock was refused'); }); }, clockEveryMs),
    setInterval(noteHead, headEveryMs),
  ];
  log.info({ address, seq: hall.seq, epoch: hall.epoch }, 'hall started');

  return {
    address,
    trialSecret,
    async stop() {
      if (stopping) return;
      stopping = true;
      timers.forEach((timer) => { clearInterval(timer); });
      keeper.stop();
      await door.stop();
      await http.close();
      noteHead();
      journal.close();
      opened.release();
      log.info('hall stopped');
      log.flush();
    },
  };
}
