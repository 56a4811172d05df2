// Passwords: only the right one fits, no two hashes are alike, one at a time and no more, a flood is refused.
import { expect, test } from 'vitest';
import { createPasswords, isOutdated, TooManyHashes } from './passwords.ts';

test('given a hash, then only its own secret fits, and the same secret hashed again looks different', async () => {
  const passwords = createPasswords();
  const [one, two] = await Promise.all([passwords.hash('长江 2026 大厅'), passwords.hash('长江 2026 大厅')]);
  expect(one).not.toBe(two);
  expect(await passwords.fits('长江 2026 大厅', one)).toBe(true);
  expect(await passwords.fits('长江 2026 大厅 ', one)).toBe(false);
  expect(await passwords.fits('', one)).toBe(false);
});

test('given the same word in another Unicode form, then it fits: a keyboard chooses the form, not the person', async () => {
  const passwords = createPasswords();
  expect(await passwords.fits('ｐａｓｓｗｏｒｄ１２', await passwords.hash('password12'))).toBe(true);
});

test('given nobody of that name, then it says no and takes as long as for somebody', async () => {
  const passwords = createPasswords();
  const stored = await passwords.hash('some secret');
  const took = async (of: string | null): Promise<number> => {
    const began = performance.now();
    expect(await passwords.fits('another secret', of)).toBe(false);
    return performance.now() - began;
  };
  await took(stored);
  const [known, unknown] = [await took(stored), await took(null)];
  // Both are hundreds of times longer than an answer without a hash would be.
  expect(Math.min(known, unknown)).toBeGreaterThan(10);
});

test.each(['', 'plain', 'scrypt$15$8$3', 'bcrypt$1$2$3$4$5'])('given a stored text %j that is no hash of ours, then nothing fits and it is outdated', async (stored) => {
  expect(await createPasswords().fits('anything', stored)).toBe(false);
  expect(isOutdated(stored)).toBe(true);
});

test('given more at once than may wait, then one is hashed at a time, the line waits, and the next is refused', async () => {
  const passwords = createPasswords(3);
  const outcomes = Array.from({ length: 6 }, () => passwords.fits('x', null).catch((error: unknown) => error));
  expect(await outcomes[5]).toBeInstanceOf(TooManyHashes);
  expect(await outcomes[4]).toBeInstanceOf(TooManyHashes);
  expect(await Promise.all(outcomes.slice(0, 4))).toEqual([false, false, false, false]);
  expect(await passwords.fits('y', null)).toBe(false);
});
