// docs/protocol.md is enough to write a client from: nothing that travels is missing in it.
// The names come from the pin of the protocol, which protocolPin.test.ts keeps equal to the forms in code.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './screens.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const protocol = read('docs/protocol.md');
const pin = JSON.parse(read('shared/core/src/protocol/protocolPin.json')) as { version: number; forms: Record<string, string> };
const namesOf = (kind: string): string[] => [...new Set(Object.keys(pin.forms).filter((name) => name.startsWith(`${kind}.`)).map((name) => name.split('.')[1] ?? ''))];

test.each([['message', 8], ['command', 19], ['event', 19], ['refusal', 46]])('every %s is in the document', (kind, atLeast) => {
  expect(namesOf(kind).length).toBeGreaterThanOrEqual(atLeast);
  expect(namesOf(kind).filter((name) => !protocol.includes(`\`${name}\``))).toEqual([]);
});

test('the document tells the version that is spoken, and the limits that hold', () => {
  expect(protocol).toContain(`version ${pin.version} of the protocol`);
  const limits = read('shared/core/src/protocol/limits.ts');
  const limit = (name: string): number => Number(new RegExp(`${name} = ([0-9_]+)`, 'u').exec(limits)?.[1]?.replaceAll('_', ''));
  for (const name of ['messagesPerSecond', 'messageBurst', 'refusedTooFastBeforeCut', 'resumableEvents']) {
    expect(protocol).toContain(limit(name).toLocaleString('en'));
  }
});
