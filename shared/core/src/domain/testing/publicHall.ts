// What the public's copy of a hall looks like, for comparing it with the hall itself (rule V3).
import type { Hall } from '../hall.ts';
import { withoutStaff } from '../redact.ts';
import { fullSnapshot } from '../snapshot.ts';

/** The hall as text without anything private. */
export const redactedText = (hall: Readonly<Hall>): string => JSON.stringify(JSON.parse(fullSnapshot(hall)), withoutStaff);

/** The text of a hall that was folded from public events alone; throws when anything private came into it. */
export function publicText(hall: Readonly<Hall>): string {
  const { appointments, noShows, blocks, erased, erasedDays, devices, people, nextPlan } = hall.staff;
  if (appointments.size + noShows.size + blocks.size + erased.size + erasedDays.size + devices.size + people.size > 0 || nextPlan !== null) throw new Error('the public knows an appointment, a visitor, a device, a person or the next plan');
  const { staff: _none, ...open } = JSON.parse(fullSnapshot(hall)) as Record<string, unknown>;
  const text = JSON.stringify(open);
  if (text.includes('"staff"')) throw new Error('the public knows something below `staff`');
  return text;
}
