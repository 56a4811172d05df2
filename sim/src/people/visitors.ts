// Visitors: they come over the day by the arrival curve and take a ticket at a kiosk, or at the desk when they have a slot
// that was promised elsewhere (4%) or a priority (9%). Some come for several services, some tell who they are, some press
// twice, some leave again. Those with an appointment of the hall's own list are in bookings.ts.
import { seededRandom } from '@hall/core/base/random';
import type { CommandData } from '@hall/core/domain/commands';
import type { CommandId, ReasonId, ServiceId, TicketId } from '@hall/core/domain/ids';
import type { Answer } from '@hall/core/protocol/messages';
import { dayEnd, dayStart, minutesToNext, wishes } from '../demo/arrivals.ts';
import { somebody, visitorIdOf } from '../memoryVisitors.ts';
import type { Screen } from '../screens.ts';
import { slipOf, type Printer } from './printer.ts';
import type { Stage } from './stage.ts';

export interface Door {
  readonly kiosks: readonly Screen[];
  readonly desk: Screen;
  readonly ids: () => CommandId;
  readonly printer: Printer;
}

/** So many visitors tell who they are, again and again. */
export const knownPeople = 12;

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

export function letVisitorsCome({ clock, random, plan, mischief }: Stage, { kiosks, desk, ids, printer }: Door, moments: readonly number[]): void {
  /** What people come for, by the plan their kiosk shows. */
  const wishesOf = new WeakMap<object, ReturnType<typeof wishes>>();
  for (const moment of moments) clock.after(moment, arrive);

  function wish(): ServiceId {
    const shown = desk.hall.plan ?? plan;
    const known = wishesOf.get(shown) ?? wishes(shown);
    wishesOf.set(shown, known);
    return known(random).id;
  }

  function arrive(): void {
    const serviceId = random.chance(mischief / 4) ? ('nowhere' as ServiceId) : wish();
    const order = { serviceId, alsoServiceIds: alsoFor(serviceId), priority: null, slotAt: null, override: null, visitorId: null };
    const luck = random.next();
    if (luck < 0.04) desk.order('issueTicket', { ...order, slotAt: Math.max(0, desk.hall.at + (random.below(40) - 20) * 60_000) }, leave);
    else if (luck < 0.13 && plan.classes.length > 0) {
      const priority = { classId: random.pick(plan.classes).id, reason: reason() };
      desk.order('issueTicket', { ...order, priority, visitorId: visitorIdOf(somebody(random.below(knownPeople))) }, leave);
    } else press(random.pick(kiosks), order);
  }

  /** One in five comes for more than one service; a few name the same one twice. */
  function alsoFor(serviceId: ServiceId): ServiceId[] {
    if (!random.chance(0.2)) return [];
    const also = Array.from({ length: 1 + random.below(2) }, wish);
    return random.chance(0.05) ? also : [...new Set(also)].filter((id) => id !== serviceId);
  }

  /** The id is born with the button: however often it is pressed, it is one order (N6). */
  function press(kiosk: Screen, order: CommandData<'issueTicket'>): void {
    const id = ids();
    const prints = once(print);
    const person = random.chance(0.1) ? somebody(random.below(knownPeople)) : undefined;
    kiosk.order('issueTicket', order, prints, id, person);
    if (random.chance(0.15)) clock.after(random.below(800), () => kiosk.order('issueTicket', order, prints, id, person));
  }

  const reason = (): ReasonId => random.pick(plan.grantReasons).id;

  /** Refused at the kiosk by hours, quota or a stop, some ask at the desk, and some of those get a ticket against the rule. */
  function insist({ refusal }: Answer & { ok: false }): void {
    if (refusal.code !== 'outOfHours' && refusal.code !== 'quotaReached' && refusal.code !== 'issuingStopped') return;
    if (!random.chance(0.3)) return;
    const serviceId = 'serviceId' in refusal.facts ? (refusal.facts.serviceId as ServiceId) : wish();
    clock.after(random.below(20_000), () => desk.order('issueTicket', { serviceId, alsoServiceIds: [], priority: null, slotAt: null, override: random.chance(0.8) ? reason() : null, visitorId: null }, leave));
  }

  function print(answer: Answer): void {
    printer.print(answer);
    const slip = slipOf(answer);
    if (slip !== null && random.chance(0.3)) clock.after(random.below(3_000), () => random.pick(kiosks).order('noteSlip', { ticketId: slip, nth: 0, paper: random.pick(['confirmed', 'failed', 'unknown']) }));
    leave(answer);
    if (!answer.ok) insist(answer);
  }

  /** One in thirty gives up; the desk takes the ticket back, in whatever state it then is. One in twenty wants the slip once more. */
  function leave(answer: Answer): void {
    const ticketId = slipOf(answer);
    if (ticketId === null) return;
    if (random.chance(1 / 20)) clock.after(random.below(60_000), () => random.pick([desk, ...kiosks]).order('reprintSlip', { ticketId }, printer.print));
    if (random.chance(1 / 30)) clock.after(random.below(60_000), () => giveUp(ticketId));
  }

  function giveUp(ticketId: TicketId): void {
    const ticket = desk.hall.tickets.get(ticketId);
    if (ticket !== undefined) desk.order('cancelTicket', { ticketId, version: ticket.version });
  }
}

/** Both presses of one button are answered by one promise; the screen acts on it once. */
export function once(run: (answer: Answer) => void): (answer: Answer) => void {
  let done = false;
  return (answer) => {
    if (!done) run(answer);
    done = true;
  };
}
