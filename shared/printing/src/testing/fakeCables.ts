// The cables of the fake printer: a TCP port, and a pseudo terminal in place of a serial or USB device.
import { spawn } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import type { FakeEngine } from './fakeEngine.ts';

export interface FakeTcp {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Port 0: any free one. Loopback only. */
export async function listenOnTcp(engine: FakeEngine, port = 0): Promise<FakeTcp> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    const connection = {
      answer: (bytes: Uint8Array): void => { if (!socket.destroyed) socket.write(bytes); },
      reset: (): void => { socket.resetAndDestroy(); },
    };
    if (engine.reads) socket.on('data', (bytes) => { engine.receive(bytes, connection); });
    socket.on('error', () => { socket.destroy(); });
    socket.on('close', () => { sockets.delete(socket); engine.lineEnded(); });
  });
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', () => { resolve(undefined); });
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  return {
    port: address.port,
    stop() {
      engine.stop();
      for (const socket of sockets) socket.destroy();
      const closed = Promise.withResolvers<void>();
      server.close(() => { closed.resolve(); });
      return closed.promise;
    },
  };
}

export interface FakePty {
  /** The device file a host opens. */
  readonly path: string;
  readonly stop: () => Promise<void>;
}

/** The program `script` of util-linux holds the other end; Node has no way of its own to make a terminal. */
export const ptyProgram = '/usr/bin/script';

export async function openPty(engine: FakeEngine): Promise<FakePty> {
  const child = spawn(ptyProgram, ['-qfec', 'stty raw -echo; tty; exec sleep 86400', '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.once('error', reject);
  child.once('exit', () => { reject(new Error('no pseudo terminal')); });
  let name = '';
  let isNamed = false;
  const connection = {
    answer: (bytes: Uint8Array): void => { child.stdin.write(bytes); },
    reset: (): void => { child.kill('SIGKILL'); },
  };
  child.stdout.on('data', (bytes: Buffer) => {
    if (isNamed) return engine.receive(bytes, connection);
    name += bytes.toString('latin1');
    const end = name.indexOf('\n');
    if (end < 0) return;
    isNamed = true;
    resolve(name.slice(0, end).trim());
  });
  const path = await promise;
  return {
    path,
    async stop() {
      engine.stop();
      const gone = Promise.withResolvers<void>();
      child.once('exit', () => { gone.resolve(); });
      if (child.exitCode !== null || child.signalCode !== null) gone.resolve();
      // The terminal goes with it, and the sleeper with the terminal.
      child.kill('SIGKILL');
      await gone.promise;
    },
  };
}
