// Socket.IO: takes connections, hands every message to the session, and carries what fanOut.ts says to two audiences.
// Every handler is wrapped: no message of any kind ends the process.
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Hall } from '@hall/core/domain/hall';
import type { Refusal } from '@hall/core/domain/refusals';
import { maxMessageBytes, pulseEveryMs } from '@hall/core/protocol/limits';
import type { Errand, FromServer } from '@hall/core/protocol/messages';
import { audienceOf, heldBack } from '@hall/core/protocol/rights';
import type { ForecastService } from '../forecast/forecastService.ts';
import type { Gate } from '../gate/gate.ts';
import type { WhoHolds } from '../devices/deviceDoor.ts';
import type { TwoPlaces } from '../devices/twoPlaces.ts';
import type { Place } from '../people/senders.ts';
import type { Sessions } from '../people/sessions.ts';
import { admit, type Admission } from './admission.ts';
import { createFanOut } from './fanOut.ts';
import { createForecastOut, type ForecastOut } from './forecastOut.ts';
import { openSession, type Acknowledge, type SessionParts } from './session.ts';
import { answersPing } from './ping.ts';
import { limitTransport, type TransportConnection } from './transportLimits.ts';

export interface SocketDoor {
  connected(): number;
  /** Asks that device; gives how many connections of it were told. */
  ask(deviceId: string, errand: Errand['errand']): number;
  stop(): Promise<void>;
}

export interface DoorParts extends SessionParts {
  readonly http: HttpServer;
  readonly gate: Gate;
  readonly whoHolds: WhoHolds;
  readonly sessions: Pick<Sessions, 'of' | 'onEnd'>;
  readonly twoPlaces: TwoPlaces;
  readonly warn: (facts: Record<string, unknown>, what: string) => void;
  /** Absent: this hall forecasts nothing. */
  readonly forecast?: Pick<ForecastService, 'onFigures'>;
}

interface SocketData {
  admission: Extract<Admission, { admitted: true }>;
}
type ScreenSocket = Socket<Record<string, never>, FromServer, Record<string, never>, SocketData>;

/** Time for answers that are on their way when the hall stops. */
const stopsWithinMs = 1_000;

export function openSocketDoor(parts: DoorParts): SocketDoor {
  const { http, gate, whoHolds, keeper, recent, now, warn, sessions } = parts;
  const io = new Server<Record<string, never>, FromServer, Record<string, never>, SocketData>(http, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: maxMessageBytes,
    perMessageDeflate: false,
    connectTimeout: 5_000,
    pingInterval: 3_000,
    pingTimeout: 2_000,
  });

  // Before anything of the library's own: it lets requests that name a living session pass its checks.
  io.engine.use((request: IncomingMessage, _response: unknown, next: (error?: Error) => void) => {
    const refusal = gate.refusesSocket(request);
    if (refusal !== null) warn({ refusal }, 'websocket refused at the gate');
    next(refusal === null ? undefined : new Error(refusal));
  });
  io.engine.on('connection', (connection: TransportConnection) => {
    limitTransport(connection, () => performance.now(), (why) => warn({ why }, 'connection cut'));
  });

  // One hello for each connection: whoever tries credentials, or wants one snapshot after another, knocks anew and is counted.
  const greeted = new WeakSet<object>();
  io.use((socket, next) => {
    const { conn } = socket;
    const admission: Admission = greeted.has(conn) ? { admitted: false, refusal: { code: 'malformed', facts: { place: '', problem: 'a second hello' } } } : admit(socket.handshake.auth, (credential) => whoHolds(credential, socket.handshake.address));
    greeted.add(conn);
    const refuse = (refusal: Refusal): void => {
      next(Object.assign(new Error(refusal.code), { data: refusal }));
      // Behind the refusal, which goes out in a moment.
      setImmediate(() => conn.close());
    };
    if (!admission.admitted) return refuse(admission.refusal);
    socket.data.admission = admission;
    // Asked when it is known whether the key is in use elsewhere: meanwhile the device may have been revoked, too.
    const enter = (): void => {
      const held = mayNotListen(keeper.hall, admission.who);
      if (held === null) next();
      else refuse(held);
    };
    const waits = sighted(parts.twoPlaces, socket, admission.who.deviceId);
    if (waits === null) enter();
    else void waits.then(enter);
  });

  const forecastOut = createForecastOut({
    hall: keeper.hall, now,
    send: (audience, forecast) => { io.to(audience).emit('forecast', forecast); },
  });
  parts.forecast?.onFigures((figures) => forecastOut.take(figures));

  io.on('connection', (socket) => welcomeIn(socket, parts, forecastOut));
  io.engine.on('connection_error', ({ code, message, context }: { code: number; message: string; context?: { name?: string } }) => {
    if (context?.name !== 'MIDDLEWARE_FAILURE') warn({ code, message }, 'connection refused by the transport');
  });

  // What leaves together for one screen leaves in one write: a turn's answers and its batch are several packets.
  io.engine.on('flush', ({ request }: ScreenSocket['conn']) => { request.socket.cork(); });
  io.engine.on('drain', ({ request }: ScreenSocket['conn']) => { request.socket.uncork(); });

  const fanOut = createFanOut({
    keeper, recent, now,
    send: (audience, batch) => { io.to(audience).emit('events', batch); },
    sendPulse: (pulse) => { io.emit('pulse', pulse); },
  });
  // A device that is revoked loses its connections in the same moment; one in doubt those that hear what is private; and one that
  // is trusted again proves itself anew, so that a key that is still in two places is doubted again.
  keeper.onTurn((events) => {
    for (const event of events) {
      if (event.type !== 'deviceRevoked' && event.type !== 'deviceDoubted' && event.type !== 'deviceTrusted') continue;
      if (event.type === 'deviceDoubted') warn({ deviceId: event.staff?.facts.deviceId }, 'a key is in use at two addresses');
      cutDevice(io.sockets.sockets.values(), event.staff?.facts.deviceId, (who) => event.type === 'deviceTrusted' || mayNotListen(keeper.hall, who) !== null);
    }
  });
  // Whose session ends, hears no more of what is private: the screen comes back as one where nobody is signed in.
  sessions.onEnd(({ deviceId }) => cutDevice(io.sockets.sockets.values(), deviceId));
  const pulse = setInterval(() => fanOut.pulse(), pulseEveryMs);

  return {
    connected: () => io.engine.clientsCount,
    ask(deviceId, errand) {
      const { journalId, epoch } = keeper.hall;
      const asked = [...io.sockets.sockets.values()].filter(({ data }) => data.admission.who.deviceId === deviceId);
      for (const socket of asked) socket.emit('errand', { journalId, epoch, errand });
      return asked.length;
    },
    async stop() {
      clearInterval(pulse);
      io.disconnectSockets(true);
      // It waits for requests that are under way; one that never ends must not keep the hall from stopping.
      const late = setTimeout(() => { http.closeAllConnections(); }, stopsWithinMs);
      await io.close();
      clearTimeout(late);
    },
  };
}

function welcomeIn(socket: ScreenSocket, parts: DoorParts, forecastOut: ForecastOut): void {
  const { hello, who } = socket.data.admission;
  const session = openSession(hello, who, parts, {
    refused: (refused) => { socket.emit('refused', refused); },
    cut: () => { socket.disconnect(true); },
  });
  socket.onAny((name: string, ...content: unknown[]) => {
    const last = content.at(-1);
    const answer = typeof last === 'function' ? (last as Acknowledge) : null;
    try {
      session.receive(name, content[0] === last && answer !== null ? undefined : content[0], answer === null ? null : once(answer));
    } catch (error) {
      // A mistake of ours: this screen is cut and comes back; the hall goes on.
      parts.warn({ name: String(name).slice(0, 60), error: String(error) }, 'a message could not be handled');
      socket.disconnect(true);
    }
  });
  socket.on('error', (error) => parts.warn({ error: String(error) }, 'socket error'));
  // Who has said goodbye has gone: nothing more comes on this connection.
  socket.on('disconnect', () => { socket.conn.close(); });
  socket.emit('welcome', session.welcome);
  // Joined in the same moment as the welcome was made: no turn can fall between them.
  const { audience } = session;
  void socket.join(audience);
  const forecast = forecastOut.latest(audience);
  if (forecast !== null) socket.emit('forecast', forecast);
}

function cutDevice(sockets: Iterable<ScreenSocket>, deviceId: string | undefined, which: (who: Place) => boolean = () => true): void {
  for (const socket of sockets) {
    const { who } = socket.data.admission;
    if (deviceId !== undefined && who.deviceId === deviceId && which(who)) socket.disconnect(true);
  }
}

/** A screen of the public goes on showing what the public may see while its key is in doubt; a screen of staff shows nothing. */
function mayNotListen(hall: Readonly<Hall>, { role, deviceId }: Place): Refusal | null {
  const held = heldBack(hall, deviceId);
  return held?.code === 'deviceDoubted' && audienceOf(role) === 'public' ? null : held;
}

/** Tells that a device has come, and that it has gone when it has. */
function sighted(twoPlaces: TwoPlaces, { conn, handshake: { address } }: ScreenSocket, deviceId: string | null): Promise<void> | null {
  if (deviceId === null) return null;
  const sighting = { address, answers: (withinMs: number) => answersPing(conn, withinMs), cut: () => { conn.request.socket.destroy(); } };
  conn.once('close', () => twoPlaces.leaves(deviceId, sighting));
  return twoPlaces.comes(deviceId, sighting);
}

/** An acknowledgement can be called once; the library would send a second packet. */
function once(answer: Acknowledge): Acknowledge {
  let done = false;
  return (given) => {
    if (done) return;
    done = true;
    answer(given);
  };
}
