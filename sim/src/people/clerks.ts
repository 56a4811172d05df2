// A clerk at a counter: looks at the own screen, thinks, presses. Knows nothing but what the screen shows,
// so a stale screen leads to stale presses, as in life.
import type { CounterId, ReasonId, ServiceId } from '@hall/core/domain/ids';
import type { Ticket } from '@hall/core/domain/ticket';
import type { Answer } from '@hall/core/protocol/messages';
import type { Screen } from '../screens.ts';
import { exceptionsAt } from './exceptions.ts';
import type { Stage } from './stage.ts';
import { pressAnything } from './mischief.ts';

export interface Clerk {
  readonly screen: Screen;
  readonly clerkId: string;
}

export function liveAsClerk(stage: Stage, { screen, clerkId }: Clerk): void {
  const { clock, random, plan, pace, crowd, mischief } = stage;
  const counterId = screen.place as CounterId;
  const at = { counterId };
  const exceptions = exceptionsAt(stage, screen);
  /** When the stretch in hand will be over. */
  const serviceEnds = new Map<string, number>();
  let restUntil = 0;

  const look = (): void => {
    const restMs = screen.waiting > 0 && !random.chance(0.05) ? 0 : act();
    clock.after(Math.max(restMs, pace.thinkMs * (0.3 + random.next())), look);
  };

  /** Presses what the screen suggests; how long until the next look, ms. */
  function act(): number {
    const { hall } = screen;
    const counter = hall.counters.get(counterId);
    if (counter === undefined || hall.day === null || hall.day.closedAt !== null) return pace.thinkMs * 2;
    if (random.chance(mischief)) {
      pressAnything(stage, screen);
      return 0;
    }
    if (!counter.signedIn) screen.order('signIn', { ...at, clerkId: clerkId as never });
    else if (counter.activeTicketId !== null) {
      const ticket = hall.tickets.get(counter.activeTicketId);
      if (ticket !== undefined) return attend(ticket);
    } else if (counter.state === 'closed') screen.order('openCounter', at);
    else if (counter.state === 'paused') {
      if (hall.at - counter.since > pace.pauseMs || random.chance(0.05)) screen.order('openCounter', at);
    } else return freeHands();
    return 0;
  }

  function freeHands(): number {
    const luck = random.next();
    if (random.chance(0.12) && exceptions.freeHands()) return 0;
    if (luck < 0.02) screen.order('pauseCounter', { ...at, reasonId: random.pick(plan.pauseReasons).id as ReasonId });
    else if (luck < 0.025) screen.order('closeCounter', at);
    else if (luck < 0.03) screen.order('signOut', at);
    else {
      screen.order('callNext', at, calmDown);
      // An impatient finger: the same button again, as a new press.
      if (random.chance(0.05)) screen.order('callNext', at);
    }
    return clock.now() < restUntil ? pace.thinkMs * 4 : 0;
  }

  /** "Nobody waits": no need to ask again at once. */
  function calmDown(answer: Answer): void {
    if (!answer.ok && answer.refusal.code === 'nobodyWaiting') restUntil = clock.now() + pace.thinkMs * 10;
  }

  function attend(ticket: Ticket): number {
    const on = { ...at, ticketId: ticket.id, version: ticket.version };
    if (random.chance(0.08) && exceptions.onTicket(ticket)) return 0;
    if (ticket.state === 'called') {
      if (crowd.comes(ticket) && random.chance(0.85)) {
        screen.order('startService', on);
        return pace.walkMs * random.next();
      }
      if (ticket.calls < plan.calling.missAfterCalls || random.chance(0.1)) screen.order('recallTicket', on);
      else screen.order('missTicket', on);
      return pace.thinkMs;
    }
    if (ticket.state !== 'serving') return 0;
    const service = plan.services.find(({ id }) => id === ticket.serviceId);
    const until = serviceEnds.get(`${ticket.id} ${ticket.recordId}`) ?? clock.now() + random.lognormal((service?.typicalMs ?? 600_000) * pace.serviceShare, service?.spread ?? 0.4);
    serviceEnds.set(`${ticket.id} ${ticket.recordId}`, until);
    if (until > clock.now()) return until - clock.now();
    screen.order(random.chance(0.5) ? 'finishAndCallNext' : 'finishService', { ...on, ...whatIsFinished(ticket) });
    return 0;
  }

  /** Mostly all that this counter serves; with several services some clerks say themselves which are finished (T4). */
  function whatIsFinished({ serviceId, laterServiceIds }: Ticket): { services?: ServiceId[] } {
    if (!random.chance(laterServiceIds.length === 0 ? 0.05 : 0.5)) return {};
    const services = [serviceId, ...laterServiceIds].filter(() => random.chance(0.6));
    if (random.chance(mischief)) services.push('nowhere' as ServiceId);
    return services.length === 0 ? {} : { services };
  }

  clock.after(random.below(3_000), look);
}
