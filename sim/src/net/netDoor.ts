// The server's door on the fake network: the same admission, sessions and fan-out as behind Socket.IO (socketDoor.ts),
// with lines in place of sockets.
import { roleSchema } from '@hall/core/domain/actor';
import { audienceOf, type Audience } from '@hall/core/protocol/rights';
import { admit } from '@hall/server/sockets/admission';
import { createFanOut } from '@hall/server/sockets/fanOut';
import { openSession, type SessionParts } from '@hall/server/sockets/session';
import type { Place } from '@hall/server/people/senders';
import type { TrialPlace } from '@hall/server/people/trialCredentials';
import type { Line, NetDoor } from './fakeNet.ts';
import { parcel } from './parcel.ts';

/** Credentials of the simulated hall say in plain what they are for. */
export const credentialOf = ({ role, place }: TrialPlace): string => `${role}.${place}`;

function whoHolds(credential: string): Place | null {
  const [roleText, place] = credential.split('.');
  const role = roleSchema.safeParse(roleText);
  return role.success && place !== undefined ? { role: role.data, place, deviceId: null } : null;
}

export function openNetDoor(parts: SessionParts): { readonly door: NetDoor; readonly pulse: () => void } {
  const lines: Record<Audience, Set<Line>> = { public: new Set(), staff: new Set() };
  const fanOut = createFanOut({
    ...parts,
    send(audience, batch) {
      const given = parcel('events', batch, audience);
      for (const line of lines[audience]) line.send(given);
    },
    sendPulse(pulse) {
      const given = parcel('pulse', pulse, 'public');
      for (const audience of [lines.public, lines.staff]) for (const line of audience) line.send(given);
    },
  });
  return {
    pulse: () => fanOut.pulse(),
    door: {
      connect(auth, line) {
        const admission = admit(auth, whoHolds);
        if (!admission.admitted) return { refusal: admission.refusal };
        const audience = audienceOf(admission.who.role);
        const session = openSession(admission.hello, admission.who, parts, {
          refused: (refused) => line.send(parcel('refused', refused, 'one')),
          cut: () => line.cut(),
        });
        line.send(parcel('welcome', session.welcome, audience));
        lines[audience].add(line);
        return { receive: session.receive, gone: () => { lines[audience].delete(line); } };
      },
    },
  };
}
