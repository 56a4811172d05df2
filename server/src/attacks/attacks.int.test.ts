// Every attack on a hall that runs, one after the other; after each the hall is as well as before. What held is written to
// test-results/attacks.json, from which scripts/securityDocument.ts makes the table of docs/security.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allAttacks } from './allAttacks.ts';
import { takeGround, type Ground } from './ground.ts';

const results = join(import.meta.dirname, '../../../test-results');
const held: string[] = [];
const begun = new Map<string, Promise<unknown>>();
let ground: Ground;

beforeAll(async () => {
  ground = await takeGround();
  for (const { id, early, run } of allAttacks) {
    // Kept as a value: it is judged in its turn.
    if (early === true) begun.set(id, run(ground).then(() => null, (error: unknown) => error));
  }
});

afterAll(async () => {
  const { code, err } = await ground.stop();
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'attacks.json'), JSON.stringify(allAttacks.filter(({ id }) => held.includes(id)).map(({ run: _run, early: _early, ...row }) => row), null, 1));
  expect([code, err]).toEqual([0, '']);
});

test.each(allAttacks.map((attack) => [`${attack.id} ${attack.name}: ${attack.sent} → ${attack.mustHappen}`, attack] as const))('%s', async (_title, { id, run }) => {
  // Of an attack that failed something may be left.
  ground.takeRight();
  const before = await ground.seq();
  const failed = begun.has(id) ? await begun.get(id) : await run(ground).then(() => null, (error: unknown) => error);
  if (failed !== null) throw failed instanceof Error ? failed : new Error(String(failed));
  const tickets = await ground.stillWell();
  expect(await ground.seq() - before, 'events in the journal').toBe(ground.takeRight() + tickets);
  held.push(id);
}, 60_000);

test('every attack has a name of its own in the table', () => {
  expect(new Set(allAttacks.map(({ id }) => id)).size).toBe(allAttacks.length);
  expect(allAttacks.length).toBeGreaterThanOrEqual(45);
});
