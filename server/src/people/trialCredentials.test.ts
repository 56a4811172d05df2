// Who is believed: only the exact credential that was given out.
import { expect, test } from 'vitest';
import { trialCredential, whoHolds } from './trialCredentials.ts';

const secret = 'a secret of at least thirty-two characters';
const held = trialCredential(secret, { role: 'counter', place: '12' });
const [, , proof = ''] = held.split('.');

test('given a credential as it was given out, then it names its role and place', () => {
  expect(whoHolds(secret, held)).toEqual({ role: 'counter', place: '12', deviceId: null });
});

test.each([
  ['another role', `manager.12.${proof}`],
  ['another place', `counter.13.${proof}`],
  ['the role of the hall itself', trialCredential(secret, { role: 'system' as 'manager', place: 'clock' })],
  ['an unknown role', trialCredential(secret, { role: 'boss' as 'manager', place: '12' })],
  ['another secret', trialCredential(`${secret}!`, { role: 'counter', place: '12' })],
  ['no proof', 'counter.12'],
  ['an empty proof', 'counter.12.'],
  ['a proof cut short', held.slice(0, -2)],
  ['a proof with one sign changed', `${held.slice(0, -4)}${held.at(-4) === 'A' ? 'B' : 'A'}${held.slice(-3)}`],
  ['something behind the proof', `${held}.more`],
  ['signs that base64 passes over', `${held}=`],
  ['white space', ` ${held}`],
  ['nothing', ''],
  ['dots', '..'],
  ['many dots', '.'.repeat(500)],
  ['a name of every object', '__proto__.constructor.toString'],
])('given %s, then nobody is believed', (_name, credential) => {
  expect(whoHolds(secret, credential)).toBeNull();
});

test('given two parts that read the same when joined, then their proofs differ', () => {
  expect(trialCredential(secret, { role: 'pad', place: '1' })).not.toBe(trialCredential(secret, { role: 'pad', place: '11' }));
});
