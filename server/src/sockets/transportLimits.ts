// Limits of one connection below all messages: how many packets it may send of whatever kind, and how much may wait for it
// when it does not read. Whoever goes beyond is cut off at once; screens come back by themselves.
import type { Socket } from 'node:net';
import { backlogBytes, packetBurst, packetsPerSecond } from '@hall/core/protocol/limits';
import { createBuckets } from '../gate/bucket.ts';

/** The part of the library's connection that is used here. */
export interface TransportConnection {
  readonly transport: { readonly writable: boolean };
  readonly request: { readonly socket: Pick<Socket, 'destroy'>; /** Its own pings come below every packet. */ readonly websocket?: { on(name: 'ping', heard: () => void): unknown } };
  on(name: 'packet' | 'flush', heard: () => void): unknown;
  on(name: 'packetCreate', heard: (packet: { readonly data?: unknown }) => void): unknown;
  once(name: 'close', heard: () => void): unknown;
}

/** What a closed connection may still take for its farewell, ms. */
const farewellMs = 1_000;

export function limitTransport(connection: TransportConnection, now: () => number, cut: (why: string) => void): void {
  const mayPass = createBuckets({ perSecond: packetsPerSecond, burst: packetBurst, keys: 1 }, now);
  let waiting = 0;
  let isCut = false;
  const end = (why: string): void => {
    if (isCut) return;
    isCut = true;
    cut(why);
    // Not closed in order: who does not read would never hear it.
    connection.request.socket.destroy();
  };
  const counted = (): void => { if (!mayPass('')) end('too many packets'); };
  connection.on('packet', counted);
  connection.request.websocket?.on('ping', counted);
  connection.on('packetCreate', ({ data }) => {
    // Counted only behind something that is not yet gone: one message may be of any size.
    if (connection.transport.writable) return;
    waiting += typeof data === 'string' ? Buffer.byteLength(data) : 0;
    if (waiting > backlogBytes) end('does not read');
  });
  connection.on('flush', () => { waiting = 0; });
  connection.once('close', () => { setTimeout(() => { connection.request.socket.destroy(); }, farewellMs).unref(); });
}
