// A network printer: raw bytes on port 9100. A printer takes one connection at a time, so each slip opens one and closes it.
import { connect, type Socket } from 'node:net';
import { LineFault, type Transport } from '../printer/line.ts';
import { byteLine, type ByteCable } from './byteLine.ts';

/** How long the other side may take to close; then the socket is dropped. */
const closeMs = 250;

export const tcpTransport = (host: string, port: number): Transport => ({
  name: `${host}:${port}`,
  async open(withinMs) {
    const socket = connect({ host, port, noDelay: true });
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => { reject(new LineFault('unreachable', `${host}:${port} does not answer`)); }, withinMs);
    socket.once('connect', () => { resolve(undefined); });
    socket.once('error', (error) => { reject(new LineFault('unreachable', error.message)); });
    try {
      await promise;
    } catch (error) {
      socket.on('error', () => socket.destroy());
      socket.destroy();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    socket.removeAllListeners('error');
    return byteLine(cableOf(socket));
  },
});

function cableOf(socket: Socket): ByteCable {
  let fault: LineFault | null = null;
  const losers = new Set<(fault: LineFault) => void>();
  const lose = (message: string): void => {
    if (fault !== null) return;
    fault = new LineFault('cutOff', message);
    for (const loser of [...losers]) loser(fault);
  };
  socket.on('error', (error) => { lose(error.message); });
  socket.on('end', () => { lose('the printer closed the connection'); });
  socket.on('close', () => { lose('the connection is closed'); });
  return {
    write(bytes, withinMs) {
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      if (fault !== null) return Promise.reject(fault);
      const timer = setTimeout(() => { reject(new LineFault('slow', 'the printer takes no more bytes')); }, Math.max(0, withinMs));
      losers.add(reject);
      socket.write(bytes, (error) => {
        if (error === null || error === undefined) resolve(undefined);
        else reject(new LineFault('cutOff', error.message));
      });
      return promise.finally(() => { clearTimeout(timer); losers.delete(reject); });
    },
    onBytes: (listener) => { socket.on('data', listener); },
    onLost: (listener) => {
      losers.add(listener);
      if (fault !== null) listener(fault);
    },
    async close() {
      if (socket.destroyed) return;
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const timer = setTimeout(() => socket.destroy(), closeMs);
      socket.once('close', () => { clearTimeout(timer); resolve(undefined); });
      socket.end();
      await promise;
    },
    // A reset: bytes that the kernel still holds are not delivered later.
    abort: () => { if (!socket.destroyed) socket.resetAndDestroy(); },
  };
}
