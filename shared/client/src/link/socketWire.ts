// The wire over Socket.IO: websocket only, reconnecting for ever, nothing buffered by the library
// (a buffered order would be sent behind the outbox's back).
import { io, type Socket } from 'socket.io-client';
import type { Refusal } from '@hall/core/domain/refusals';
import type { Answer, CommandMessage, FromScreen, FromServer } from '@hall/core/protocol/messages';
import type { Wire, WireEvents } from './wire.ts';

/** `url` is the server's origin; `credential`: asked anew for each connection, because a proof is good once; absent: the link's own. */
export function socketWire(url: string, credential?: () => Promise<string>): Wire {
  let socket: Socket<FromServer, FromScreen> | null = null;
  let events: WireEvents | null = null;
  let knocks = 0;
  return {
    open(hello, toScreen) {
      events = toScreen;
      socket = io(url, {
        transports: ['websocket'],
        // The server takes nobody who does not say where he comes from; browsers say it by themselves.
        extraHeaders: { origin: new URL(url).origin },
        auth: (give) => {
          if (credential === undefined) return give(hello());
          // A proof that comes when the connection was opened anew meanwhile would be a second hello on it.
          const nth = (knocks += 1);
          return void credential().then((proof) => { if (nth === knocks) give({ ...hello(), credential: proof }); }, () => {
            // No challenge just now: knock again, rather than be refused as a stranger.
            setTimeout(() => { if (nth === knocks) socket?.disconnect().connect(); }, 1_000);
          });
        },
        reconnectionDelay: 300,
        reconnectionDelayMax: 3_000,
        randomizationFactor: 0.6,
        timeout: 5_000,
        forceNew: true,
      });
      socket.on('welcome', (welcome) => toScreen.welcome(welcome));
      socket.on('events', (batch) => toScreen.events(batch));
      socket.on('pulse', (pulse) => toScreen.pulse(pulse));
      socket.on('forecast', (forecast) => toScreen.forecast(forecast));
      socket.on('errand', (errand) => toScreen.errand(errand));
      socket.on('refused', (refused) => toScreen.refused(refused));
      socket.on('disconnect', (reason) => {
        toScreen.closed();
        // The library comes back by itself except when one side closed on purpose; the server does so when it cuts or stops.
        if (reason === 'io server disconnect') socket?.connect();
      });
      socket.on('connect_error', (error) => {
        toScreen.closed();
        const refusal = (error as Error & { data?: Refusal }).data;
        if (refusal === undefined) return;
        toScreen.rejected(refusal);
        // Refused at the door: the library gives up, a screen on a wall must not.
        setTimeout(() => socket?.connect(), 5_000);
      });
    },
    command(message) {
      if (socket?.connected === true) socket.emit('command', message, (answer) => events?.answer(answerTo(message, answer)));
    },
    ask(message, answer) {
      if (socket?.connected === true) socket.emit('query', message, answer);
    },
    presence(presence) {
      if (socket?.connected === true) socket.volatile.emit('presence', presence);
    },
    reopen() {
      socket?.disconnect().connect();
    },
    close() {
      socket?.disconnect();
    },
  };
}

/** An acknowledgement belongs to its message, also when the server could not read the order's id. */
export const answerTo = ({ id }: CommandMessage, answer: Answer): Answer => (answer.id === null ? { ...answer, id } : answer);
