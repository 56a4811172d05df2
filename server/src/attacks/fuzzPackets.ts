// Packets made by chance from a seed: right ones of the whole grammar (engine.io, socket.io, the hall's own messages), the same
// with something changed, and bytes that are nothing. The same seed makes the same packets.
import { commandTypes } from '@hall/core/domain/commands';
import { roleSchema } from '@hall/core/domain/actor';
import type { Random } from '@hall/core/base/random';
import { rightData } from '../testing/rightData.ts';
import { newId } from '../testing/testHall.ts';
import { frameOf } from './rawClient.ts';

export interface FuzzPacket {
  readonly kind: 'order' | 'query' | 'message' | 'mutated' | 'packet' | 'bytes' | 'frame';
  readonly bytes: Buffer;
  /** It may end the connection. */
  readonly mayEnd: boolean;
}

const strange: readonly unknown[] = [
  null, true, false, 0, -1, 1e308, -1e-308, 2 ** 53, '', ' ', '0', '-1', '张三', 'A001', '__proto__', 'constructor', '\0', '\u202E', '\uD800', "' OR 1=1", '<b>', '=1+1', '../..', [], [[]], {}, { __proto__: null }, { toString: 1 }, { length: 1e9 },
  { _placeholder: true, num: 0 }, 'x'.repeat(3_000), Array.from({ length: 300 }, () => 0), '2026-03-02', '1.1', '9.99999', '0'.repeat(32), [null], { then: 1 },
];
const names = ['command', 'query', 'presence', 'welcome', 'events', 'pulse', 'error', 'connect', 'disconnecting', '__proto__', '', 'x'];

/** A packet on a connection that has been welcomed; `now` in ms. */
export function fuzzPacket(random: Random, now: number): FuzzPacket {
  const one = <T>(of: readonly T[]): T => of[random.below(of.length)] as T;
  const chance = (of: number): boolean => random.below(of) === 0;
  const value = (): unknown => (chance(4) ? random.below(2 ** 31) : one(strange));

  function changed(of: unknown, depth = 0): unknown {
    if (typeof of !== 'object' || of === null || depth > 3 || chance(12)) return chance(2) ? value() : of;
    if (Array.isArray(of)) return chance(3) ? [...(of as unknown[]), value()] : of.map((part) => changed(part, depth + 1));
    const parts = Object.entries(of).flatMap(([key, part]): [string, unknown][] => (chance(15) ? [] : [[key, chance(4) ? changed(part, depth + 1) : part]]));
    if (chance(10)) parts.push([one([...names, 'actor', 'staff', 'data', 'id', 'counterId']), value()]);
    return Object.fromEntries(parts);
  }
  const order = (): object => {
    const type = one(commandTypes);
    return { id: newId(), pressedAt: now - random.below(90_000), type, data: rightData[type], ...(chance(8) ? { visitor: changed({ name: '张三', phone: '13800001234', idNumber: null }) } : {}) };
  };
  const query = (): object => (chance(2) ? { type: 'findVisitors', data: { text: one(['张', '1234', '13800001234', 'x']) } } : { type: 'visitorsOf', data: { visitorIds: ['0'.repeat(32)] } });
  const event = (name: unknown, content: unknown): string => `42${random.below(1_000_000)}${JSON.stringify([name, content])}`;
  const text = (payload: string): Buffer => frameOf(Buffer.from(payload));
  const mutated = (payload: string): Buffer => {
    const bytes = Buffer.from(payload);
    for (let times = 1 + random.below(4); times > 0 && bytes.length > 0; times -= 1) bytes[random.below(bytes.length)] = random.below(256);
    return chance(3) ? bytes.subarray(0, random.below(bytes.length + 1)) : chance(3) ? Buffer.concat([bytes, bytes.subarray(random.below(bytes.length))]) : bytes;
  };

  switch (random.below(10)) {
    case 0: case 1: case 2: return { kind: 'order', bytes: text(event('command', changed(order()))), mayEnd: false };
    case 3: return { kind: 'order', bytes: text(event('command', order())), mayEnd: false };
    case 4: return { kind: 'query', bytes: text(event('query', changed(query()))), mayEnd: false };
    case 5: case 6: return { kind: 'message', bytes: text(chance(3) ? `42${JSON.stringify([one(names.slice(0, 6)), changed(order())])}` : event(one(names.slice(0, 6)), value())), mayEnd: false };
    case 7: return { kind: 'mutated', bytes: frameOf(mutated(event('command', order())), chance(4) ? 2 : 1), mayEnd: true };
    case 8: {
      const packet = `${random.below(8)}${chance(3) ? '' : random.below(9)}${chance(4) ? `${random.below(20)}-` : ''}${chance(5) ? `/${one(names)},` : ''}${chance(2) ? random.below(1e9) : ''}${JSON.stringify(chance(2) ? [one(names), value(), value()] : changed({ protocol: 3, credential: `${one(roleSchema.options)}.K1.x` })) ?? ''}`;
      return { kind: 'packet', bytes: text(packet), mayEnd: true };
    }
    default: {
      const noise = Buffer.from(Array.from({ length: random.below(200) }, () => random.below(256)));
      if (chance(2)) return { kind: 'bytes', bytes: noise, mayEnd: true };
      return { kind: 'frame', bytes: frameOf(noise, random.below(16), { fin: !chance(4), rsv: chance(4) ? random.below(8) : 0, isMasked: !chance(6) }), mayEnd: true };
    }
  }
}
