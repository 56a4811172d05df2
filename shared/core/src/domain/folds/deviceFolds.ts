// How facts about devices change the hall: who is let in, who no longer, and who is in doubt. Everything is below `staff`.
import type { HallEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { DeviceId } from '../ids.ts';

export function foldDeviceEnrolled(hall: Hall, { at, staff }: HallEvent<'deviceEnrolled'>): void {
  if (staff === undefined) return;
  const { deviceId: id, ...said } = staff.facts;
  hall.staff.devices.set(id, { id, ...said, enrolledAt: at, doubtedAt: null });
}

export function foldDeviceRevoked(hall: Hall, { staff }: HallEvent<'deviceRevoked'>): void {
  if (staff !== undefined) hall.staff.devices.delete(staff.facts.deviceId);
}

export function foldDeviceDoubted(hall: Hall, { at, staff }: HallEvent<'deviceDoubted'>): void {
  if (staff !== undefined) setDoubted(hall, staff.facts.deviceId, at);
}

export function foldDeviceTrusted(hall: Hall, { staff }: HallEvent<'deviceTrusted'>): void {
  if (staff !== undefined) setDoubted(hall, staff.facts.deviceId, null);
}

function setDoubted({ staff: { devices } }: Hall, deviceId: DeviceId, doubtedAt: number | null): void {
  const device = devices.get(deviceId);
  if (device !== undefined) devices.set(deviceId, { ...device, doubtedAt });
}
