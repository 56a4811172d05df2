// Whether somebody is at the other end of a connection, asked of its websocket itself: browsers answer that even while their page
// is busy, and a nonce tells this answer from an older one that was under way.
import { randomBytes } from 'node:crypto';

interface Pinged {
  ping(data: Buffer): void;
  on(name: 'pong', heard: (data: Buffer) => void): unknown;
  off(name: 'pong', heard: (data: Buffer) => void): unknown;
}

/** The part of the library's connection that is used here. */
export interface PingedConnection {
  readonly request: object;
  once(name: 'close', heard: () => void): unknown;
  off(name: 'close', heard: () => void): unknown;
}

export function answersPing(connection: PingedConnection, withinMs: number): Promise<boolean> {
  const { websocket } = connection.request as { readonly websocket?: Pinged };
  if (websocket === undefined) return Promise.resolve(false);
  const nonce = randomBytes(8);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const pong = (data: Buffer): void => { if (nonce.equals(data)) resolve(true); };
  const gone = (): void => resolve(false);
  const timer = setTimeout(gone, withinMs);
  websocket.on('pong', pong);
  connection.once('close', gone);
  try {
    websocket.ping(nonce);
  } catch {
    // It is not open any more.
    gone();
  }
  return promise.finally(() => {
    clearTimeout(timer);
    websocket.off('pong', pong);
    connection.off('close', gone);
  });
}
