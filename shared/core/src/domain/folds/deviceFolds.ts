// How facts about devices change the hall: who is let in, and who no longer. Everything is below `staff`.
import type { HallEvent } from '../events.ts';
import type { Hall } from '../hall.ts';

export function foldDeviceEnrolled(hall: Hall, { at, staff }: HallEvent<'deviceEnrolled'>): void {
  if (staff === undefined) return;
  const { deviceId: id, ...said } = staff.facts;
  hall.staff.devices.set(id, { id, ...said, enrolledAt: at });
}

export function foldDeviceRevoked(hall: Hall, { staff }: HallEvent<'deviceRevoked'>): void {
  if (staff !== undefined) hall.staff.devices.delete(staff.facts.deviceId);
}
