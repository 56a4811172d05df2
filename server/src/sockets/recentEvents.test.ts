// What a screen that comes back can still hear by sequence.
import type { HallEvent } from '@hall/core/domain/events';
import { expect, test } from 'vitest';
import { createRecentEvents } from './recentEvents.ts';

const event = (seq: number): HallEvent => ({
  seq, at: seq, day: null, v: 1, type: 'counterOpened', data: { counterId: '1' },
  staff: { by: { role: 'counter', place: '1', clerkId: '1001' }, commandId: 'x', facts: {} },
}) as unknown as HallEvent;
const events = (from: number, to: number): HallEvent[] => Array.from({ length: to - from + 1 }, (_, index) => event(from + index));
const seqs = (found: readonly HallEvent[] | null): number[] | null => found?.map(({ seq }) => seq) ?? null;

test('given nothing yet, then everyone needs a snapshot', () => {
  expect(createRecentEvents(4).after(0, 'staff')).toBeNull();
});

test('D1: given a screen some events behind, then it gets exactly those, in order', () => {
  const recent = createRecentEvents(10);
  recent.add(events(1, 5));
  recent.add(events(6, 7));
  expect(seqs(recent.after(4, 'staff'))).toEqual([5, 6, 7]);
  expect(seqs(recent.after(0, 'staff'))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(recent.after(7, 'staff')).toEqual([]);
});

test('D1: given a screen further behind than is kept, then it needs a snapshot, however the list was cut', () => {
  for (let length = 1; length <= 40; length += 1) {
    const recent = createRecentEvents(4);
    for (let seq = 101; seq < 101 + length; seq += 1) recent.add([event(seq)]);
    const newest = 100 + length;
    for (let seq = 95; seq <= newest; seq += 1) {
      const behind = newest - seq;
      const whole = behind <= 4 && behind <= length;
      expect(seqs(recent.after(seq, 'staff'))).toEqual(whole ? events(seq + 1, newest).map((one) => one.seq) : null);
    }
  }
});

test('given a turn larger than what is kept, then the newest of it are there', () => {
  const recent = createRecentEvents(4);
  recent.add(events(1, 100));
  expect(seqs(recent.after(96, 'staff'))).toEqual([97, 98, 99, 100]);
  expect(recent.after(95, 'staff')).toBeNull();
});

test('J9: given a screen that claims to be ahead, then it needs a snapshot', () => {
  const recent = createRecentEvents(4);
  recent.add(events(1, 3));
  expect(recent.after(4, 'staff')).toBeNull();
  expect(recent.after(Number.MAX_SAFE_INTEGER, 'staff')).toBeNull();
});

test('V3: given the public, then what it hears has no private part, and staff still hear it', () => {
  const recent = createRecentEvents(4);
  recent.add(events(1, 2));
  expect(JSON.stringify(recent.after(0, 'public'))).not.toContain('staff');
  expect(recent.after(0, 'staff')?.every(({ staff }) => staff !== undefined)).toBe(true);
});
