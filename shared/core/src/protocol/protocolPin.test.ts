// Holds the form of the wire. Every message, command, event and refusal is written as JSON Schema; protocolPin.json
// keeps the fingerprint of each together with the protocol's version. A form that changes while the version does not
// fails here. To change a form on purpose: raise `protocolVersion` in version.ts, tell it in docs/protocol.md, then
//   npx -y pnpm@12.21.0 unit shared/core/src/protocol/protocolPin -u
// which writes the pin anew; while the version has not grown, nothing writes it.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { commandData } from '../domain/commands.ts';
import { eventFacts } from '../domain/events.ts';
import { refusalFacts } from '../domain/refusals.ts';
import { messageSchemas } from './messages.ts';
import pin from './protocolPin.json' with { type: 'json' };
import { protocolVersion } from './version.ts';

/** FNV-1a from two starts: enough to notice a change, and nothing here is secret. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x2f6e2b1d].map((start) => {
    let hash = start;
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  }).join('');
}
const formOf = (schema: z.ZodType): string => fingerprint(JSON.stringify(z.toJSONSchema(schema, { io: 'input' })));

/** Name of each form, such as `command.callNext`, and its fingerprint. */
const forms: Record<string, string> = {};
for (const [name, schema] of Object.entries(messageSchemas)) forms[`message.${name}`] = formOf(schema);
for (const [name, schema] of Object.entries(commandData)) forms[`command.${name}`] = formOf(schema);
for (const [name, { data, facts }] of Object.entries(eventFacts)) {
  forms[`event.${name}.data`] = formOf(data);
  forms[`event.${name}.facts`] = formOf(facts);
}
for (const [name, schema] of Object.entries(refusalFacts)) forms[`refusal.${name}`] = formOf(schema);

const pinned: { readonly version: number; readonly forms: Readonly<Record<string, string>> } = pin;

test('the form of the wire changes only together with its version', async () => {
  const changed = [...new Set([...Object.keys(forms), ...Object.keys(pinned.forms)])].filter((name) => forms[name] !== pinned.forms[name]);
  if (protocolVersion <= pinned.version) {
    expect(changed, 'these forms have changed: raise protocolVersion, then see the head of this test').toEqual([]);
    expect(protocolVersion, 'a version is never lowered').toBe(pinned.version);
  } else {
    await expect(`${JSON.stringify({ version: protocolVersion, forms }, null, 2)}\n`).toMatchFileSnapshot('./protocolPin.json');
  }
});

test('the pin notices a form that changes, also deep inside', () => {
  const other = { ...commandData.rateService.shape, level: z.int().min(1).max(6) };
  expect(formOf(z.strictObject(other))).not.toBe(forms['command.rateService']);
  expect(formOf(commandData.rateService)).toBe(forms['command.rateService']);
  expect(Object.keys(forms).length).toBeGreaterThan(100);
});
