// A printer on a serial port. The package is optional and asked for only where a hall has such a printer.
import { LineFault, type Transport } from '../printer/line.ts';
import { byteLine, type ByteCable } from './byteLine.ts';
import type { SerialPort } from 'serialport';

export const serialTransport = (path: string, baudRate: number): Transport => ({
  name: `${path}, ${baudRate} baud`,
  async open(withinMs) {
    const { SerialPort } = await import('serialport').catch((error: unknown) => {
      throw new LineFault('unreachable', `the package serialport is not installed: ${error instanceof Error ? error.message : String(error)}`);
    });
    const port = new SerialPort({ path, baudRate, autoOpen: false });
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => { reject(new LineFault('unreachable', `${path} does not open`)); }, withinMs);
    port.open((error) => {
      if (error === null) resolve(undefined);
      else reject(new LineFault('unreachable', error.message));
    });
    try {
      await promise;
    } finally {
      clearTimeout(timer);
    }
    return byteLine(cableOf(port));
  },
});

function cableOf(port: SerialPort): ByteCable {
  let fault: LineFault | null = null;
  let closing = false;
  const losers = new Set<(fault: LineFault) => void>();
  const lose = (message: string): void => {
    if (fault !== null || closing) return;
    fault = new LineFault('cutOff', message);
    for (const loser of [...losers]) loser(fault);
  };
  port.on('error', (error) => { lose(error.message); });
  port.on('close', () => { lose('the port is gone'); });
  const close = (): Promise<void> => {
    closing = true;
    const { promise, resolve } = Promise.withResolvers<void>();
    if (port.isOpen) port.close(() => { resolve(); });
    else resolve();
    return promise;
  };
  return {
    write(bytes, withinMs) {
      if (fault !== null) return Promise.reject(fault);
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const timer = setTimeout(() => { reject(new LineFault('slow', 'the port takes no more bytes')); }, Math.max(0, withinMs));
      losers.add(reject);
      port.write(Buffer.from(bytes));
      // Written is what has left the port.
      port.drain((error) => {
        if (error === null) resolve();
        else reject(new LineFault('cutOff', error.message));
      });
      return promise.finally(() => { clearTimeout(timer); losers.delete(reject); });
    },
    onBytes: (listener) => { port.on('data', (data: Buffer) => { listener(data); }); },
    onLost: (listener) => { losers.add(listener); },
    close,
    // What the port still holds is thrown away first.
    abort: () => { if (port.isOpen) port.flush(() => { void close(); }); },
  };
}
