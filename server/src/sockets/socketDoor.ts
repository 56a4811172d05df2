// Socket.IO: takes connections, hands every message to the session, and carries what fanOut.ts says to two audiences.
// Every handler is wrapped: no message of any kind ends the process.
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { maxMessageBytes, pulseEveryMs } from '@hall/core/protocol/limits';
import type { Answer, FromServer } from '@hall/core/protocol/messages';
import { audienceOf } from '@hall/core/protocol/rights';
import type { Place } from '../people/trialCredentials.ts';
import { admit, type Admission } from './admission.ts';
import { createFanOut } from './fanOut.ts';
import { openSession, type SessionParts } from './session.ts';

export interface SocketDoor {
  connected(): number;
  stop(): Promise<void>;
}

export interface DoorParts extends SessionParts {
  readonly http: HttpServer;
  readonly whoHolds: (credential: string) => Place | null;
  readonly warn: (facts: Record<string, unknown>, what: string) => void;
}

interface SocketData {
  admission: Extract<Admission, { admitted: true }>;
}
type ScreenSocket = Socket<Record<string, never>, FromServer, Record<string, never>, SocketData>;

export function openSocketDoor(parts: DoorParts): SocketDoor {
  const { http, whoHolds, keeper, recent, now, warn } = parts;
  const io = new Server<Record<string, never>, FromServer, Record<string, never>, SocketData>(http, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: maxMessageBytes,
    perMessageDeflate: false,
    connectTimeout: 5_000,
    pingInterval: 3_000,
    pingTimeout: 2_000,
    allowRequest: (request, allow) => { allow(null, isOwnOrigin(request.headers.origin, request.headers.host)); },
  });

  io.use((socket, next) => {
    const admission = admit(socket.handshake.auth, whoHolds);
    if (admission.admitted) {
      socket.data.admission = admission;
      next();
    } else next(Object.assign(new Error(admission.refusal.code), { data: admission.refusal }));
  });

  io.on('connection', (socket) => welcomeIn(socket, parts));
  io.engine.on('connection_error', ({ code, message }: { code: number; message: string }) => warn({ code, message }, 'connection refused by the transport'));

  // What leaves together for one screen leaves in one write: a turn's answers and its batch are several packets.
  io.engine.on('flush', ({ request }: ScreenSocket['conn']) => { request.socket.cork(); });
  io.engine.on('drain', ({ request }: ScreenSocket['conn']) => { request.socket.uncork(); });

  const fanOut = createFanOut({
    keeper, recent, now,
    send: (audience, batch) => { io.to(audience).emit('events', batch); },
    sendPulse: (pulse) => { io.emit('pulse', pulse); },
  });
  const pulse = setInterval(() => fanOut.pulse(), pulseEveryMs);

  return {
    connected: () => io.engine.clientsCount,
    async stop() {
      clearInterval(pulse);
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

function welcomeIn(socket: ScreenSocket, parts: DoorParts): void {
  const { hello, who } = socket.data.admission;
  const session = openSession(hello, who, parts, {
    refused: (refused) => { socket.emit('refused', refused); },
    cut: () => { socket.disconnect(true); },
  });
  socket.onAny((name: string, ...content: unknown[]) => {
    const last = content.at(-1);
    const answer = typeof last === 'function' ? (last as (answer: Answer) => void) : null;
    try {
      session.receive(name, content[0] === last && answer !== null ? undefined : content[0], answer === null ? null : once(answer));
    } catch (error) {
      // A mistake of ours: this screen is cut and comes back; the hall goes on.
      parts.warn({ name, error: String(error) }, 'a message could not be handled');
      socket.disconnect(true);
    }
  });
  socket.on('error', (error) => parts.warn({ error: String(error) }, 'socket error'));
  socket.emit('welcome', session.welcome);
  // Joined in the same moment as the welcome was made: no turn can fall between them.
  void socket.join(audienceOf(who.role));
}

/** An acknowledgement can be called once; the library would send a second packet. */
function once(answer: (answer: Answer) => void): (answer: Answer) => void {
  let done = false;
  return (given) => {
    if (done) return;
    done = true;
    answer(given);
  };
}

/** Pages of this server send its own host as origin; programs that are not browsers send none. */
function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
