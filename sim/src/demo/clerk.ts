// A clerk at a counter: signs in, calls, calls again, serves, gives up, takes a break, goes home.
// Looks at the hall and does the one thing that is due; remembers almost nothing, so it can join a hall at any moment.
import type { PersonId, CounterId, ReasonId } from '@hall/core/domain/ids';
import { activeTicket, isDayOpen, nextChoices, serviceOf } from '@hall/core/domain/questions';
import type { Ticket } from '@hall/core/domain/ticket';
import type { Answer } from '@hall/core/protocol/messages';
import { dayEnd, dayStart, lunch } from './arrivals.ts';
import { fateOf, randomOf } from './fate.ts';
import type { Person, World } from './person.ts';

/** A person needs this long between two presses however fast the hall lives, real ms. */
const handMs = 250;
const breakShare = 0.04;

/** `index` of the counter in the plan: decides who sits there and which lunch they take. */
export async function liveAsClerk(world: World, me: Person, index: number): Promise<void> {
  const { speed, over } = world;
  const counterId = me.place as CounterId;
  const random = randomOf(world.seed, `clerk ${me.place}`);
  const clerkId = String(1001 + index) as PersonId;
  const hallNap = (ms: number): Promise<void> => me.nap(Math.max(handMs, ms / speed));
  let wantsBreak = false;

  await me.awake();
  await hallNap(random.next() * 120_000);
  while (!over.aborted) await doWhatIsDue();

  async function doWhatIsDue(): Promise<void> {
    const hall = me.hall();
    const counter = hall.counters.get(counterId);
    if (me.link.status.kind !== 'live' || counter === undefined || !isDayOpen(hall)) return me.nap(1_000);
    const ticket = activeTicket(hall, counterId);
    if (ticket?.state === 'called') return attend(ticket);
    if (ticket?.state === 'serving') return serve(ticket);
    if (!counter.signedIn) {
      if (!atWork()) return hallNap(60_000);
      return heed(await me.press('signIn', { counterId, clerkId }));
    }
    if (!atWork()) return heed(await me.press('signOut', { counterId }));
    if (atLunch() || wantsBreak) return rest(counter.state);
    if (counter.state !== 'open') return heed(await me.press('openCounter', { counterId }));
    if (nextChoices(hall, counterId, me.link.serverNow(), 1).length === 0) return me.nap(handMs + random.next() * 500);
    await hallNap(random.lognormal(12_000, 0.5));
    return heed(await me.press('callNext', { counterId }));
  }

  function atWork(): boolean {
    const minute = world.minuteOfDay();
    return minute >= dayStart && minute < dayEnd - 15;
  }

  /** Two shifts, so that the hall is never empty. */
  function atLunch(): boolean {
    const minute = world.minuteOfDay();
    const middle = (lunch.from + lunch.to) / 2;
    return index % 2 === 0 ? minute >= lunch.from && minute < middle : minute >= middle && minute < lunch.to;
  }

  async function rest(state: 'closed' | 'open' | 'paused'): Promise<void> {
    const reasonId = (atLunch() ? 'lunch' : random.pick(['meeting', 'backoffice', 'rest'])) as ReasonId;
    if (state === 'open') await heed(await me.press('pauseCounter', { counterId, reasonId }));
    await hallNap(atLunch() ? 60_000 : 240_000 + random.next() * 480_000);
    wantsBreak = false;
  }

  async function attend({ id, version, calls, calledAt }: Ticket): Promise<void> {
    const { calling } = me.hall().plan ?? {};
    const fate = fateOf(world.seed, id, null);
    const since = me.link.serverNow() - (calledAt ?? 0);
    const onTicket = { counterId, ticketId: id, version };
    if (calling === undefined) return;
    if (calls >= fate.comesAtCall) {
      await me.nap(Math.max(handMs, fate.walkMs / speed - since));
      return heed(await me.press('startService', onTicket));
    }
    if (calls < calling.maxCalls) {
      await me.nap(Math.max(handMs, calling.recallGapMs - since + handMs, 20_000 / speed));
      return heed(await me.press('recallTicket', onTicket));
    }
    await me.nap(Math.max(handMs, calling.missAfterMs - since + handMs));
    return heed(await me.press('missTicket', onTicket));
  }

  async function serve(ticket: Ticket): Promise<void> {
    const { id, version, startedAt } = ticket;
    const fate = fateOf(world.seed, id, serviceOf(me.hall(), ticket));
    const served = me.link.serverNow() - (startedAt ?? 0);
    await me.nap(Math.max(handMs, fate.serviceMs / speed - served));
    wantsBreak = random.chance(breakShare);
    const goesOn = fate.onePress && !wantsBreak && !atLunch() && atWork();
    // Of several services now and then only the one at hand is done here, though this counter serves the others too.
    const done = ticket.laterServiceIds.length > 0 && random.chance(0.2) ? { services: [ticket.serviceId] } : {};
    await heed(await me.press(goesOn ? 'finishAndCallNext' : 'finishService', { counterId, ticketId: id, version, ...done }));
  }

  /** A refusal is read and waited out, as a person would. */
  async function heed(answer: Answer): Promise<void> {
    if (answer.ok) return me.nap(handMs);
    const { code, facts } = answer.refusal;
    await me.nap(code === 'tooSoon' ? facts.waitMs + 20 : 1_000);
  }
}
