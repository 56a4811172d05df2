// Which devices belong to the hall, and which of them are in doubt. Whether the person who confirmed one had its code in hand is asked before (server/devices).
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

/** Two places hold its key, and nobody can say from here which is the true one. Told by the server, which sees addresses. */
export function doubtDevice({ staff }: Readonly<Hall>, { deviceId }: CommandData<'doubtDevice'>): Decision {
  const device = staff.devices.get(deviceId);
  if (device === undefined) return refuse('noSuchDevice', {});
  return device.doubtedAt === null ? accept(fact('deviceDoubted', {}, { deviceId })) : refuse('alreadyDoubted', { name: device.name });
}

/** A person has looked at the device; if its key is still in two places, the doubt comes back with the next connection. */
export function trustDevice({ staff }: Readonly<Hall>, { deviceId }: CommandData<'trustDevice'>): Decision {
  const device = staff.devices.get(deviceId);
  if (device === undefined) return refuse('noSuchDevice', {});
  return device.doubtedAt === null ? refuse('notDoubted', { name: device.name }) : accept(fact('deviceTrusted', {}, { deviceId }));
}
