// Who may come in, and the one refusal for whoever may not.
import { refusalSchema } from '@hall/core/domain/refusals';
import { protocolVersion } from '@hall/core/protocol/version';
import { expect, test } from 'vitest';
import { admit } from './admission.ts';

const who = { role: 'kiosk', place: 'K1', deviceId: null } as const;
const knows = (credential: string): typeof who | null => (credential === 'right' ? who : null);
const hello = { protocol: protocolVersion, credential: 'right', session: null, journalId: null, epoch: null, seq: null };

test('given a right hello, then it is admitted to its place', () => {
  expect(admit(hello, knows)).toEqual({ admitted: true, hello, who });
});

const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown;

test.each<[name: string, auth: unknown, code: string]>([
  ['nothing', undefined, 'malformed'],
  ['null', null, 'malformed'],
  ['a word', 'hello', 'malformed'],
  ['a list', [hello], 'malformed'],
  ['an empty object', {}, 'malformed'],
  ['no protocol', { ...hello, protocol: undefined }, 'malformed'],
  ['a protocol in words', { ...hello, protocol: '1' }, 'malformed'],
  ['half a protocol', { ...hello, protocol: 1.5 }, 'malformed'],
  ['an older protocol', { ...hello, protocol: protocolVersion - 1 }, 'otherProtocol'],
  ['a newer protocol with a hello of another form', { protocol: protocolVersion + 1, token: 'x' }, 'otherProtocol'],
  ['a protocol beyond all numbers', { ...hello, protocol: 1e300 }, 'malformed'],
  ['no credential', { ...hello, credential: undefined }, 'malformed'],
  ['an empty credential', { ...hello, credential: '' }, 'malformed'],
  ['a credential of 600 signs', { ...hello, credential: 'x'.repeat(600) }, 'malformed'],
  ['a credential that is a list', { ...hello, credential: ['right'] }, 'malformed'],
  ['a wrong credential', { ...hello, credential: 'wrong' }, 'badCredential'],
  ['a role of its own choosing', { ...hello, role: 'manager' }, 'malformed'],
  ['a negative sequence', { ...hello, seq: -1 }, 'malformed'],
  ['a sequence in words', { ...hello, seq: '7' }, 'malformed'],
  ['no sequence', { protocol: protocolVersion, credential: 'right' }, 'malformed'],
  ['a journal that is no UUID', { ...hello, journalId: '../../etc/passwd' }, 'malformed'],
  ['epoch nought', { ...hello, epoch: 0 }, 'malformed'],
  ['a list in a list 20,000 deep', deep, 'malformed'],
  ['a sequence 20,000 deep', { ...hello, seq: deep }, 'malformed'],
])('given %s, then it is refused once, in a form every client can read', (_name, auth, code) => {
  const admission = admit(auth, knows);
  expect(admission.admitted).toBe(false);
  if (admission.admitted) return;
  expect(admission.refusal.code).toBe(code);
  expect(refusalSchema.safeParse(admission.refusal).success).toBe(true);
});

test('given an own key named __proto__, then it is not taken as a hello', () => {
  const sly = JSON.parse(`{"protocol":${protocolVersion},"credential":"right","journalId":null,"epoch":null,"seq":null,"__proto__":{"role":"manager"}}`) as unknown;
  expect(admit(sly, knows)).toMatchObject({ admitted: false, refusal: { code: 'malformed' } });
});
