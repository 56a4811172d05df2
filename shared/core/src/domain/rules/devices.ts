// Which devices belong to the hall. Whether the person who confirmed one had its code in hand is asked before (server/devices).
import { accept, fact, refuse, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';

/** A role and a place for a key. A device that changes its place is revoked and enrolled anew, so that history stays true. */
export function enrolDevice(hall: Readonly<Hall>, data: CommandData<'enrolDevice'>): Decision {
  const { plan, staff } = hall;
  if (plan === null) return refuse('noPlan', {});
  const known = staff.devices.get(data.deviceId);
  if (known !== undefined) return refuse('deviceKnown', { name: known.name });
  const isAtCounter = data.role === 'counter' || data.role === 'pad';
  if (isAtCounter && !plan.counters.some(({ id }) => id === data.place)) return refuse('noSuchCounter', { counterId: data.place });
  for (const { role, place, name } of staff.devices.values()) {
    // Boards may show the same twice; whoever gives orders must be told apart.
    if (data.role !== 'display' && role === data.role && place === data.place) return refuse('placeTaken', { place, name });
  }
  return accept(fact('deviceEnrolled', {}, data));
}

/** Its next connection is refused, and an open one is cut by the server. */
export function revokeDevice({ staff }: Readonly<Hall>, { deviceId }: CommandData<'revokeDevice'>): Decision {
  return staff.devices.has(deviceId) ? accept(fact('deviceRevoked', {}, { deviceId })) : refuse('noSuchDevice', {});
}
