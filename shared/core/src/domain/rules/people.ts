// Who works in the hall, and the traces of their coming and going. That system and audit are never in one person, and that
// somebody is always left who may change this, is held here; passwords are compared elsewhere (server/people).
import { accept, fact, refuse, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { CounterId, PersonId } from '../ids.ts';
import { isAdministrator, rightsOf, type Person } from '../person.ts';
import { releaseCounter } from './release.ts';

/**
 * Each person of the list becomes what the list says; others stay. Whoever sits at a counter and changes in more than the
 * name leaves it: nobody goes on with rights that were taken. A ticket in hand asks what becomes of it (`then`, C13).
 */
export function setPeople(hall: Readonly<Hall>, { people, then }: CommandData<'setPeople'>, context: Context): Decision {
  if (hall.plan === null) return refuse('noPlan', {});
  const { people: known } = hall.staff;
  const changed = people.filter((person) => !isSame(known.get(person.id), person));
  for (const person of people) {
    const faulty = faultOf(hall, person);
    if (faulty !== null) return faulty;
  }
  const twice = people.find(({ id }, nth) => people.findIndex((one) => one.id === id) !== nth);
  if (twice !== undefined) return refuse('personTwice', { personId: twice.id });
  const after = new Map([...known, ...changed.map((person) => [person.id, person] as const)]);
  const hasAdministrator = (list: ReadonlyMap<PersonId, Person>): boolean => [...list.values()].some(isAdministrator);
  if (hasAdministrator(known) && !hasAdministrator(after)) return refuse('lastAdministrator', {});
  const events: NewEvent[] = [];
  for (const person of changed) {
    const before = known.get(person.id);
    const counterId = before === undefined || rightsOf(before) === rightsOf(person) ? null : counterHeldBy(hall, person.id);
    if (counterId !== null) {
      const leaving = releaseOf(hall, counterId, then, context);
      if (!leaving.accepted) return leaving;
      events.push(...leaving.events);
    }
    events.push(fact('personSet', {}, person));
  }
  const [first, ...more] = events;
  return first === undefined ? refuse('nothingChanged', {}) : accept(first, ...more);
}

/** A sign-in, a wrong password, a lock: told by the server, which alone saw it. */
export function noteAccess({ staff }: Readonly<Hall>, data: CommandData<'noteAccess'>): Decision {
  const { personId } = data;
  return personId !== null && !staff.people.has(personId) ? refuse('noSuchPerson', { personId }) : accept(fact('accessNoted', {}, data));
}

/** The counter that a clerk holds now (C13). */
export function counterHeldBy({ counters }: Readonly<Hall>, personId: PersonId): CounterId | null {
  for (const { id, staff } of counters.values()) if (staff?.clerkId === personId) return id;
  return null;
}

function faultOf({ plan }: Readonly<Hall>, { id, duties, queueIds, counterIds }: Person): Decision | null {
  if (duties.includes('system') && duties.includes('audit')) return refuse('dutiesApart', { personId: id });
  const queueId = queueIds.find((one) => plan?.queues.some((queue) => queue.id === one) !== true);
  if (queueId !== undefined) return refuse('noSuchQueue', { queueId });
  const counterId = counterIds.find((one) => plan?.counters.some((counter) => counter.id === one) !== true);
  return counterId === undefined ? null : refuse('noSuchCounter', { counterId });
}

/** Without a choice a ticket in hand stands in the way, and is named. */
function releaseOf(hall: Readonly<Hall>, counterId: CounterId, then: CommandData<'setPeople'>['then'], context: Context): Decision {
  const ticketId = hall.counters.get(counterId)?.activeTicketId ?? null;
  const ticket = ticketId === null ? undefined : hall.tickets.get(ticketId);
  if (ticket !== undefined && then === null) return refuse('ticketActive', { ticketId: ticket.id, number: ticket.number, state: ticket.state });
  return releaseCounter(hall, { counterId, then: then ?? 'putBack' }, context);
}

const isSame = (known: Person | undefined, person: Person): boolean => known !== undefined && known.name === person.name && rightsOf(known) === rightsOf(person);
