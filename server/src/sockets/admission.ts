// Who may come in: protocol, form of the hello, credential. The answer is a place in the hall or one refusal.
import type { Refusal } from '@hall/core/domain/refusals';
import { helloSchema, type Hello } from '@hall/core/protocol/messages';
import { protocolVersion } from '@hall/core/protocol/version';
import type { Place } from '../people/senders.ts';
import { malformed } from './refusalOf.ts';

export type Admission =
  | { readonly admitted: true; readonly hello: Hello; readonly who: Place }
  | { readonly admitted: false; readonly refusal: Refusal };

/** `whoHolds` knows the credentials; `auth` is whatever the other side sent. */
export function admit(auth: unknown, whoHolds: (credential: string) => Place | null): Admission {
  // The version first: a screen of another version must hear that, whatever else its hello looks like.
  const claimed = typeof auth === 'object' && auth !== null && 'protocol' in auth ? auth.protocol : null;
  const client = Number.isSafeInteger(claimed) ? (claimed as number) : null;
  if (client !== null && client !== protocolVersion) return { admitted: false, refusal: { code: 'otherProtocol', facts: { server: protocolVersion, client } } };
  const hello = helloSchema.safeParse(auth);
  if (!hello.success) return { admitted: false, refusal: malformed(hello.error) };
  const who = whoHolds(hello.data.credential);
  if (who === null) return { admitted: false, refusal: { code: 'badCredential', facts: {} } };
  return { admitted: true, hello: hello.data, who };
}
