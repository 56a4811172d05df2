// `--busy`: brings a quiet hall to the middle of a busy hour within about 40 seconds, by the same buttons as ever.
// The plan's limits hold: two quick rounds of service, some tickets missed after three calls, some counters paused.
import type { PersonId, CounterId, ReasonId } from '@hall/core/domain/ids';
import { activeTicket, waitingTotal } from '@hall/core/domain/questions';
import type { Answer } from '@hall/core/protocol/messages';
import { randomOf } from './fate.ts';
import type { Crew } from './hallLife.ts';
import type { Person, World } from './person.ts';
import { visit } from './visitors.ts';

export interface BusyHour {
  readonly waiting: number;
  readonly paused: number;
  readonly missed: number;
  readonly ratings: number;
}

const wanted: BusyHour = { waiting: 180, paused: 4, missed: 6, ratings: 60 };

/** Returns when the hall is busy; the crew then goes on living. */
export async function fillBusyHour(world: World, crew: Crew, { waiting, paused, missed, ratings }: BusyHour = wanted): Promise<void> {
  const random = randomOf(world.seed, 'busy hour');
  const { desk } = crew.door;
  const fill = async (to: number): Promise<void> => {
    while (waitingTotal(desk.hall()) < to && !world.over.aborted) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => visit(world, crew.door, random)));
      if (answers.every((answer) => answer?.ok !== true)) return;
    }
  };
  await fill(waiting);
  let left = ratings;
  const mayRate = (): boolean => (left -= 1) >= 0;
  await Promise.all(crew.clerks.map(async ({ person, index }, place) => {
    const pad = crew.pads[place];
    await open(person, index);
    for (let round = 0; round < 2; round += 1) await serveOne(person, mayRate() ? pad : undefined);
    if (place < missed) await missOne(person);
    else if (place >= crew.clerks.length - paused) await pause(person);
    else await callOne(person, place % 5 !== 0);
  }));
  await fill(waiting);
}

async function open(me: Person, index: number): Promise<void> {
  const counterId = me.place as CounterId;
  const { signedIn, state } = me.hall().counters.get(counterId) ?? {};
  if (signedIn !== true) await me.press('signIn', { counterId, clerkId: String(1001 + index) as PersonId });
  if (state !== 'open') await me.press('openCounter', { counterId });
}

/** Presses again when the hall says how long to wait. */
async function patiently(me: Person, press: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await press();
    if (answer.ok || answer.refusal.code !== 'tooSoon') return answer;
    await me.nap(answer.refusal.facts.waitMs + 20);
  }
}

async function callOne(me: Person, start: boolean): Promise<void> {
  const counterId = me.place as CounterId;
  if (activeTicket(me.hall(), counterId) === null) await patiently(me, () => me.press('callNext', { counterId }));
  const ticket = await seen(me);
  if (start && ticket?.state === 'called') await me.press('startService', { counterId, ticketId: ticket.id, version: ticket.version });
}

async function serveOne(me: Person, pad: Person | undefined): Promise<void> {
  const counterId = me.place as CounterId;
  await callOne(me, true);
  const ticket = await seen(me);
  if (ticket?.state !== 'serving') return;
  await me.nap(300);
  await me.press('finishService', { counterId, ticketId: ticket.id, version: ticket.version });
  const recordId = ticket.recordId;
  if (pad === undefined || recordId === null) return;
  const random = randomOf(0, ticket.id);
  await pad.press('rateService', { counterId, recordId, level: random.chance(0.8) ? 5 : 1 + random.below(4), codes: [], givenAt: Math.round(pad.link.serverNow()) });
}

async function missOne(me: Person): Promise<void> {
  const counterId = me.place as CounterId;
  await callOne(me, false);
  const most = me.hall().plan?.calling.maxCalls ?? 1;
  for (let ticket = await seen(me); ticket?.state === 'called'; ticket = await seen(me)) {
    const onTicket = { counterId, ticketId: ticket.id, version: ticket.version };
    const answer = await patiently(me, () => (ticket !== null && ticket.calls < most ? me.press('recallTicket', onTicket) : me.press('missTicket', onTicket)));
    if (!answer.ok) return;
  }
  await callOne(me, true);
}

async function pause(me: Person): Promise<void> {
  await me.press('pauseCounter', { counterId: me.place as CounterId, reasonId: 'rest' as ReasonId });
}

/** The counter's ticket once this screen has heard of the last answer; answers can be ahead of the events. */
async function seen(me: Person): Promise<ReturnType<typeof activeTicket>> {
  await me.nap(60);
  return activeTicket(me.hall(), me.place as CounterId);
}
