// Visitors: they come over the day by the arrival curve and take a ticket at a kiosk, or at the desk when they have an
// appointment (12%) or a priority (9%). Some press twice; some leave again.
import { seededRandom } from '@hall/core/base/random';
import type { CommandId, ReasonId, ServiceId, TicketId } from '@hall/core/domain/ids';
import type { Answer } from '@hall/core/protocol/messages';
import { dayEnd, dayStart, minutesToNext, wishes } from '../demo/arrivals.ts';
import type { FaultBook } from '../laws/faultBook.ts';
import { visitorKeyStart } from '../laws.ts';
import type { Screen } from '../screens.ts';
import type { Stage } from './stage.ts';

export interface Door {
  readonly kiosks: readonly Screen[];
  readonly desk: Screen;
  readonly ids: () => CommandId;
  readonly book: FaultBook;
}

/** Moments of arrival in a day of so many visitors, in ms from its beginning, stretched or pressed into `lengthMs`. */
export function arrivalsOf(seed: number, visitors: number, lengthMs: number): number[] {
  const random = seededRandom(seed);
  const moments: number[] = [];
  for (let minute = dayStart; ;) {
    minute += minutesToNext(random, visitors, minute);
    if (minute === Infinity) return moments;
    moments.push(((minute - dayStart) / (dayEnd - dayStart)) * lengthMs);
  }
}

export function letVisitorsCome({ clock, random, plan, mischief }: Stage, { kiosks, desk, ids, book }: Door, moments: readonly number[]): void {
  const wish = wishes(plan);
  /** Slips that came out of a printer, by ticket (law 8). */
  const printed = new Set<string>();

  for (const moment of moments) clock.after(moment, arrive);

  function arrive(): void {
    const serviceId = random.chance(mischief / 4) ? ('nowhere' as ServiceId) : wish(random).id;
    const luck = random.next();
    if (luck < 0.12) {
      const slotAt = Math.max(0, desk.hall.at + (random.below(40) - 20) * 60_000);
      desk.order('issueTicket', { serviceId, priority: null, slotAt, override: null, visitorKey: null }, leave);
    } else if (luck < 0.21 && plan.classes.length > 0) {
      const granted = { classId: random.pick(plan.classes).id, reason: reason() };
      desk.order('issueTicket', { serviceId, priority: granted, slotAt: null, override: null, visitorKey: keyOf(random.below(12)) }, leave);
    } else press(random.pick(kiosks), serviceId);
  }

  /** The id is born with the button: however often it is pressed, it is one order (N6). */
  function press(kiosk: Screen, serviceId: ServiceId): void {
    const id = ids();
    const prints = once(print);
    kiosk.order('issueTicket', { serviceId, priority: null, slotAt: null, override: null, visitorKey: null }, prints, id);
    if (random.chance(0.15)) clock.after(random.below(800), () => kiosk.order('issueTicket', { serviceId, priority: null, slotAt: null, override: null, visitorKey: null }, prints, id));
  }

  const reason = (): ReasonId => random.pick(plan.grantReasons).id;
  const keyOf = (person: number): string => visitorKeyStart + String(person).padStart(24, '0');

  /** Refused at the kiosk by hours, quota or a stop, some ask at the desk, and some of those get a ticket against the rule. */
  function insist({ refusal }: Answer & { ok: false }): void {
    if (refusal.code !== 'outOfHours' && refusal.code !== 'quotaReached' && refusal.code !== 'issuingStopped') return;
    if (!random.chance(0.3)) return;
    const serviceId = 'serviceId' in refusal.facts ? (refusal.facts.serviceId as ServiceId) : wish(random).id;
    clock.after(random.below(20_000), () => desk.order('issueTicket', { serviceId, priority: null, slotAt: null, override: random.chance(0.8) ? reason() : null, visitorKey: null }, leave));
  }

  function print(answer: Answer): void {
    leave(answer);
    if (!answer.ok) insist(answer);
    const ticketId = ticketOf(answer);
    if (ticketId === null) return;
    if (printed.has(ticketId)) book.report('law 8', `a second slip for ${ticketId}`);
    printed.add(ticketId);
  }

  /** One in thirty gives up; the desk takes the ticket back, in whatever state it then is. */
  function leave(answer: Answer): void {
    const ticketId = ticketOf(answer);
    if (ticketId === null || !random.chance(1 / 30)) return;
    clock.after(random.below(60_000), () => {
      const ticket = desk.hall.tickets.get(ticketId);
      if (ticket !== undefined) desk.order('cancelTicket', { ticketId, version: ticket.version });
    });
  }
}

function ticketOf(answer: Answer): TicketId | null {
  const [event] = answer.ok ? answer.events : [];
  return event?.type === 'ticketIssued' ? event.data.ticketId : null;
}

/** Both presses of one button are answered by one promise; the screen acts on it once. */
function once(run: (answer: Answer) => void): (answer: Answer) => void {
  let done = false;
  return (answer) => {
    if (!done) run(answer);
    done = true;
  };
}
