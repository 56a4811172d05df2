// What the public may receive (rule V3). One mechanism: everything private lies below a key named `staff`,
// in events and in the hall alike, so that fold(redact(events)) = redact(fold(events)).
import type { HallEvent } from './events.ts';

/** The event as kiosks, boards and pads receive it. */
export function redactEvent(event: HallEvent): HallEvent {
  if (event.staff === undefined) return event;
  const { staff: _private, ...open } = event;
  return open;
}

/** A JSON replacer that drops every private part of the hall. */
export const withoutStaff = (key: string, value: unknown): unknown => (key === 'staff' ? undefined : value);
