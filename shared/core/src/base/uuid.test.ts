// Command ids: UUIDv7, in the order of their moments.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { uuidV7 } from './uuid.ts';

test('the example of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.from([0xcc, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('N6 ids fall in the order of their moments and are taken as UUIDs', () => {
  const ids = [0, 1, 999, 1_767_571_200_000, 1_767_571_200_001.7, 8_640_000_000_000].map((at) => uuidV7(at, new Uint8Array(10).fill(0xff)));
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true);
});

test('other random bytes give another id in the same millisecond', () => {
  expect(uuidV7(5, new Uint8Array(10).fill(1))).not.toBe(uuidV7(5, new Uint8Array(10).fill(2)));
});
