// Composition root: everything of a running hall is built here, passed in, and stopped here in reverse order.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server as HttpsServer } from 'node:https';
import { pino, type Logger } from 'pino';
import { must } from '@hall/core/base/assert';
import { isDayOpen } from '@hall/core/domain/questions';
import { resumableEvents } from '@hall/core/protocol/limits';
import { protocolVersion } from '@hall/core/protocol/version';
import { createAppointmentBook } from './appointments/appointmentBook.ts';
import { certificateFor, type Reach } from './certificates/certificateFor.ts';
import { createChallenges } from './devices/challenges.ts';
import { createDeviceDoor, isLoopback } from './devices/deviceDoor.ts';
import { createEnrolments } from './devices/enrolments.ts';
import { createForecastService } from './forecast/forecastService.ts';
import { fewWarnings } from './gate/fewWarnings.ts';
import { createGate } from './gate/gate.ts';
import { lanLimits, loopbackLimits, type GateLimits } from './gate/gateLimits.ts';
import { createHallTime } from './hall/hallTime.ts';
import { createKeeper } from './hall/hallKeeper.ts';
import { keepHouse, orderAs } from './hall/housekeeping.ts';
import { openHall } from './hall/openHall.ts';
import { createHttp } from './http/httpServer.ts';
import { startPage } from './http/startPage.ts';
import { openPlanHistory } from './journal/planHistory.ts';
import { readPlan } from './plan/readPlan.ts';
import { createRecentEvents } from './sockets/recentEvents.ts';
import { createSnapshots } from './sockets/snapshots.ts';
import { openSocketDoor } from './sockets/socketDoor.ts';
import { openVisitors } from './visitors/sqliteVisitors.ts';
import { visitorQueries } from './visitors/visitorQueries.ts';

export interface HallConfig {
  readonly data: string;
  readonly port: number;
  readonly reach: Reach;
  /** Plan file for a new hall. */
  readonly plan: string;
  /** Folder with the screens' rooms. */
  readonly screens: string;
  /** Called when the process must end because a commit failed (J5). */
  readonly fatal: (error: unknown) => void;
  /** How much one address may ask; absent: what its kind of hall allows. */
  readonly limits?: GateLimits;
}

export interface RunningHall {
  readonly address: string;
  readonly trialSecret: string;
  stop(): Promise<void>;
}

/** Throws JournalRefused, PlanRefused, CertificateRefused, or a listen error; then nothing is left running. */
export async function startHall({ data, port, reach, plan, screens, fatal, limits = reach.kind === 'trial' ? loopbackLimits : lanLimits }: HallConfig): Promise<RunningHall> {
  const recent = createRecentEvents(resumableEvents);
  const { folder, hall, journal, hallId, trialSecret, release } = openHall(data, (event) => recent.add([event]));
  const undo: (() => unknown)[] = [release, () => journal.close()];
  const stopAll = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const log = await openLog(folder.log);
    const visitors = openVisitors(folder, (facts, what) => log.warn(facts, what));
    undo.push(() => visitors.close());
    const { now, offMs } = createHallTime(hall.at);
    const forecast = createForecastService({ file: folder.journal, now, warn: (facts, what) => log.warn(facts, what) });
    undo.push(() => forecast.stop());
    const keeper = createKeeper({
      journal, hall, now, expected: forecast.expected,
      soon: (run) => { setImmediate(run); },
      fatal(error) {
        log.fatal({ error: String(error) }, 'a commit failed; the process ends so that a restart reads the journal');
        fatal(error);
      },
    });
    const certificate = await certificateFor(reach, folder.path, now(), log);
    // Read first: a plan that cannot be used leaves an empty journal empty. A hall on a LAN has its plan since `hall init`.
    const adopted = hall.plan === null ? readPlan(plan, { trial: true }) : null;
    if (hall.seq === 0) await orderAs('install', { keeper, now }, 'openJournal', { hallId, journalId: randomUUID() });
    if (adopted !== null) await orderAs('install', { keeper, now }, 'adoptPlan', { plan: adopted, from: 'now' });
    const house = await keepHouse({ keeper, journal, folder, visitors, now, log });
    undo.push(() => house.stop());
    const history = openPlanHistory(folder.journal);
    undo.push(() => { history.close(); });
    const isTrial = reach.kind === 'trial';
    const challenges = createChallenges(() => performance.now());
    const enrolments = createEnrolments(() => performance.now());
    // On a LAN only this machine's own commands may use the hall's secret; every screen proves its key.
    const whoHolds = createDeviceDoor({ hall, hallId, challenges, secret: trialSecret, trusts: isLoopback });
    const gate = createGate({ hosts: isTrial ? thisMachine : [...thisMachine, ...reach.names.map(inHostHeader)], limits, now: () => performance.now() });
    const warn = fewWarnings((facts, what) => log.warn(facts, what), () => performance.now());
    const http = await createHttp({
      screens, keeper, history, now, book: createAppointmentBook({ keeper, visitors, now }), whoHolds, devices: { hallId, challenges, enrolments },
      tls: certificate, gate, warn,
      startPage: isTrial ? () => startPage(must(hall.plan, 'plan of a started hall'), trialSecret) : null,
      health: () => ({
        status: 'ok', protocol: protocolVersion, journalId: hall.journalId, epoch: hall.epoch, seq: hall.seq,
        day: hall.day?.date ?? null, dayOpen: isDayOpen(hall), screens: door.connected(), clockOffMs: Math.round(offMs()), verified: house.verified(),
      }),
    });
    undo.push(() => http.close());
    // A server that runs for years has a good certificate all the same.
    const renewal = setInterval(() => {
      certificateFor(reach, folder.path, now(), log).then((fresh) => {
        if (fresh !== null && 'setSecureContext' in http.server) (http.server as HttpsServer).setSecureContext(fresh);
      }, (error: unknown) => { log.error({ error: String(error) }, 'the certificate could not be looked at'); });
    }, renewalEveryMs);
    undo.push(() => { clearInterval(renewal); });
    const door = openSocketDoor({
      http: http.server, gate, whoHolds, keeper, recent, snapshots: createSnapshots(hall), now,
      visitors,
      // What answers each query of protocol/queries.ts.
      answerQuery: { ...visitorQueries(visitors) },
      warn, forecast,
    });
    undo.push(() => door.stop());
    const address = await http.listen({ host: reach.kind === 'trial' ? '127.0.0.1' : reach.host, port });
    // First of all when stopping: what has arrived is carried out and answered, then nothing more is taken.
    undo.push(() => keeper.stop());
    forecast.start();
    log.info({ address, seq: hall.seq, epoch: hall.epoch }, 'hall started');
    return { address, trialSecret, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

const renewalEveryMs = 12 * 3_600_000;
/** What this machine calls itself. */
const thisMachine = ['127.0.0.1', 'localhost', '[::1]'];
/** As a `Host` header writes it. */
const inHostHeader = (name: string): string => (name.includes(':') ? `[${name.toLowerCase()}]` : name.toLowerCase());

/** Resolves when the file is open: before that the process could not end without an error of the log's own. */
async function openLog(file: string): Promise<Logger> {
  const lines = pino.destination({ dest: file, append: true, sync: false });
  await once(lines, 'ready');
  // A log that cannot be written is no reason to end: whether the disk still holds the journal is for the journal to say.
  lines.on('error', (error) => { console.error(`The log cannot be written: ${String(error)}`); });
  return pino(lines);
}
