// Composition root: everything of a running hall is built here, passed in, and stopped here in reverse order.
import { randomUUID } from 'node:crypto';
import type { Server as HttpsServer } from 'node:https';
import { join } from 'node:path';
import { must } from '@hall/core/base/assert';
import type { DeviceId } from '@hall/core/domain/ids';
import { rightsOf } from '@hall/core/domain/person';
import { isDayOpen } from '@hall/core/domain/questions';
import { resumableEvents } from '@hall/core/protocol/limits';
import { protocolVersion } from '@hall/core/protocol/version';
import { createAppointmentBook } from './appointments/appointmentBook.ts';
import { certificateFor, type Reach } from './certificates/certificateFor.ts';
import { createChallenges } from './devices/challenges.ts';
import { createDeviceDoor, isLoopback } from './devices/deviceDoor.ts';
import { createEnrolments } from './devices/enrolments.ts';
import { createTwoPlaces } from './devices/twoPlaces.ts';
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
import { openAuditTrail } from './journal/auditTrail.ts';
import { openPlanHistory } from './journal/planHistory.ts';
import { createPasswords } from './people/passwords.ts';
import { readPeople } from './people/readPeople.ts';
import { secretStore } from './people/secretStore.ts';
import { createSessions } from './people/sessions.ts';
import { createSignInDelays } from './people/signInDelays.ts';
import { createSignIns } from './people/signIns.ts';
import { openLog } from './log/log.ts';
import { fewestDays } from './log/logDays.ts';
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
  /** File of people for a new trial hall; absent: the sample's. */
  readonly people?: string;
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
export async function startHall({ data, port, reach, plan, people: peopleFile = samplePeople, screens, fatal, limits = reach.kind === 'trial' ? loopbackLimits : lanLimits }: HallConfig): Promise<RunningHall> {
  const recent = createRecentEvents(resumableEvents);
  const { folder, hall, journal, hallId, trialSecret, release } = openHall(data, (event) => recent.add([event]));
  const undo: (() => unknown)[] = [release, () => journal.close()];
  const stopAll = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const hallLog = openLog({ folder: folder.log, now: Date.now, keptDays: () => hall.plan?.staff?.security.logKeptDays ?? fewestDays, complain: (text) => { console.error(text); } });
    const log = hallLog.logger;
    undo.push(() => hallLog.stop());
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
    if (reach.kind === 'trial' && hall.staff.people.size === 0) await orderAs('install', { keeper, now }, 'setPeople', { people: readPeople(peopleFile), then: null });
    const house = await keepHouse({ keeper, journal, folder, visitors, now, log });
    undo.push(() => house.stop());
    const history = openPlanHistory(folder.journal);
    undo.push(() => { history.close(); });
    const trail = openAuditTrail(folder.journal);
    undo.push(() => { trail.close(); });
    const isTrial = reach.kind === 'trial';
    const challenges = createChallenges(() => performance.now());
    const enrolments = createEnrolments(() => performance.now(), (deviceId) => hall.staff.devices.has(deviceId as DeviceId), certificate?.authorityPin ?? null);
    // On a LAN only this machine's own commands may use the hall's secret; every screen proves its key.
    const whoHolds = createDeviceDoor({ hall, hallId, challenges, secret: trialSecret, trusts: isLoopback });
    // What refuses has been overtaken: in doubt already, or revoked.
    const twoPlaces = createTwoPlaces({
      isDoubted: (deviceId) => typeof hall.staff.devices.get(deviceId as DeviceId)?.doubtedAt === 'number',
      doubt: (deviceId) => orderAs('doors', { keeper, now }, 'doubtDevice', { deviceId: deviceId as DeviceId }).catch(() => undefined),
    });
    const gate = createGate({ hosts: isTrial ? thisMachine : [...thisMachine, ...reach.names.map(inHostHeader)], limits, now: () => performance.now() });
    const warn = fewWarnings((facts, what) => log.warn(facts, what), () => performance.now());
    const store = secretStore(folder.people);
    undo.push(() => { store.close(); });
    const sessions = createSessions(store, now, () => hall.plan?.staff?.security.signOutAfterMs ?? longestSilenceMs);
    const rights = new Map([...hall.staff.people].map(([id, person]) => [id, rightsOf(person)]));
    // Nobody goes on with rights that were changed, nor at a device that was revoked.
    keeper.onTurn((events) => {
      for (const { type, staff } of events) {
        if (type === 'personSet' && staff !== undefined) {
          const { id } = staff.facts;
          if (rights.get(id) !== rightsOf(staff.facts)) sessions.endAllOf(id);
          rights.set(id, rightsOf(staff.facts));
        }
        if (type === 'deviceRevoked' && staff !== undefined) sessions.endAt(staff.facts.deviceId);
      }
    });
    const sessionWatch = setInterval(() => { sessions.endOver(); }, sessionsLookedAtEveryMs);
    undo.push(() => { clearInterval(sessionWatch); });
    const signIns = createSignIns({ keeper, store, sessions, passwords: createPasswords(), delays: createSignInDelays(() => performance.now()), now });
    const http = await createHttp({
      people: { signIns, store, sessions },
      screens, keeper, history, trail, now, visitors, book: createAppointmentBook({ keeper, visitors, now }), whoHolds, twoPlaces, devices: { hallId, challenges, enrolments, askDevice: (deviceId, errand) => door.ask(deviceId, errand) },
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
      http: http.server, gate, whoHolds, twoPlaces, keeper, recent, snapshots: createSnapshots(hall), now,
      visitors, sessions,
      // What answers each query of protocol/queries.ts.
      answerQuery: { ...visitorQueries(visitors, hall) },
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

const samplePeople = join(import.meta.dirname, '../plans/samplePeople.json');
/** Where the plan says nothing. */
const longestSilenceMs = 3_600_000;
const renewalEveryMs = 12 * 3_600_000;
const sessionsLookedAtEveryMs = 15_000;
/** What this machine calls itself. */
const thisMachine = ['127.0.0.1', 'localhost', '[::1]'];
/** As a `Host` header writes it. */
const inHostHeader = (name: string): string => (name.includes(':') ? `[${name.toLowerCase()}]` : name.toLowerCase());
