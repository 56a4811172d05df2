// What one connection may send and leave unread before it is cut.
import { EventEmitter } from 'node:events';
import { backlogBytes, packetBurst, packetsPerSecond } from '@hall/core/protocol/limits';
import { expect, test } from 'vitest';
import { limitTransport, type TransportConnection } from './transportLimits.ts';

function connection(): { emitter: EventEmitter; cuts: string[]; destroyed: () => number; clock: { at: number }; reads: (isReading: boolean) => void } {
  const emitter = new EventEmitter();
  const transport = { writable: true };
  let destroyed = 0;
  const cuts: string[] = [];
  const clock = { at: 0 };
  limitTransport(Object.assign(emitter, { transport, request: { socket: { destroy: () => { destroyed += 1; } } } }) as unknown as TransportConnection, () => clock.at, (why) => cuts.push(why));
  return { emitter, cuts, destroyed: () => destroyed, clock, reads: (isReading) => { transport.writable = isReading; } };
}

test('given packets up to the limit, then nothing happens; one more, and the connection is cut once', () => {
  const { emitter, cuts, destroyed, clock } = connection();
  for (let packet = 0; packet < packetBurst; packet += 1) emitter.emit('packet');
  clock.at = 1_000;
  for (let packet = 0; packet < packetsPerSecond; packet += 1) emitter.emit('packet');
  expect([cuts, destroyed()]).toEqual([[], 0]);
  for (let packet = 0; packet < 9; packet += 1) emitter.emit('packet');
  expect([cuts, destroyed()]).toEqual([['too many packets'], 1]);
});

test('given a reader that reads, then it may be sent anything; given one that does not, then it is cut when too much waits', () => {
  const { emitter, cuts, reads } = connection();
  const send = (bytes: number): void => { emitter.emit('packetCreate', { data: '号'.repeat(bytes / 3) }); };
  for (let times = 0; times < 10; times += 1) send(backlogBytes);
  expect(cuts).toEqual([]);
  reads(false);
  send(backlogBytes / 2);
  emitter.emit('flush');
  send(backlogBytes / 2);
  send(backlogBytes / 4);
  expect(cuts).toEqual([]);
  send(backlogBytes / 2);
  expect(cuts).toEqual(['does not read']);
});
