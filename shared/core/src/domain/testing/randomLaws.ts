// One random day under a random plan, with every law that one hall can show looked at after every order. It throws when
// one is broken. laws.test.ts runs it for a few seeds, laws.sim.test.ts for many.
import { seededRandom } from '../../base/random.ts';
import { dueOrder } from '../callPolicy.ts';
import { eventFacts, type HallEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { emptyHall, type Hall } from '../hall.ts';
import { faultsOf, faultsTouched } from '../invariants.ts';
import { refusalSchema } from '../refusals.ts';
import { fullSnapshot } from '../snapshot.ts';
import { givenPlan, type Scenario } from './hallSpec.ts';
import { closeDay } from './orders.ts';
import { randomOrder, randomWait } from './randomOrders.ts';
import { randomPlan } from './randomPlan.ts';

/** What all seeds together have met; a run that met little proves little. */
export interface Met { readonly ofType: Map<string, { accepted: number; refused: number }>; readonly refusals: Set<string>; readonly rules: Set<string>; accepted: number; refused: number }
export const metNothing = (): Met => ({ ofType: new Map(), refusals: new Set(), rules: new Set(), accepted: 0, refused: 0 });

/** Everything; of the two plans only which they are, since a plan is never changed but replaced. */
const traceOf = (hall: Readonly<Hall>): string => `${planNumber(hall.plan)} ${planNumber(hall.staff.nextPlan)} ${fullSnapshot({ ...hall, plan: null, staff: { ...hall.staff, nextPlan: null } })}`;
const planNumbers = new WeakMap<object, number>();
let plansSeen = 0;
function planNumber(plan: object | null): number {
  if (plan === null) return 0;
  const known = planNumbers.get(plan) ?? (plansSeen += 1);
  planNumbers.set(plan, known);
  return known;
}

export function liveByTheLaws(seed: number, orders: number, met: Met): Scenario {
  const random = seededRandom(seed);
  const plan = randomPlan(random);
  const scenario = givenPlan(plan);
  const { hall, events } = scenario;
  let trace = traceOf(hall);
  for (let nth = 0; nth < orders; nth += 1) {
    const before = events.length;
    scenario.and(randomWait(random, scenario.hall, scenario.now()));
    const order = randomOrder(hall, plan, scenario.now(), random);
    const { type } = order.command(hall);
    // The scenario itself fails when an invariant is broken after an order; here is what it cannot see.
    const { decision } = scenario.when(order);
    const ofType = met.ofType.get(type) ?? { accepted: 0, refused: 0 };
    met.ofType.set(type, ofType);
    if (!decision.accepted) {
      met.refused += 1;
      ofType.refused += 1;
      met.refusals.add(decision.refusal.code);
      expectNone(`the refusal of ${type}`, refusalSchema.safeParse(decision.refusal).success ? [] : [decision.refusal]);
      // Law 5: a refused order leaves no trace at all.
      const now = traceOf(hall);
      if (trace !== '' && now !== trace) throw new Error(`${type} was refused and changed the hall`);
      trace = now;
      continue;
    }
    met.accepted += 1;
    ofType.accepted += 1;
    trace = '';
    const fresh = events.slice(before);
    const last = fresh.at(-1);
    if (last === undefined) throw new Error(`${type} was accepted without a fact`);
    expectNone(type, [...fresh.flatMap(wrongForm), ...faultsTouched(hall, last), ...fresh.flatMap((event) => [...passedOver(hall, event, fresh, met), ...overbooked(hall, event)]), ...countedWrong(hall)]);
  }
  endOfDay(scenario);
  return scenario;
}

/** Laws 1, 4 and 11 and H3: nobody is left, no number came twice, and the journal folds to the same hall. */
function endOfDay(scenario: Scenario): void {
  const { hall, events } = scenario;
  if (hall.day?.closedAt === null) scenario.and(closeDay(hall.day.date));
  expectNone('the day close', [...faultsOf(hall), ...[...hall.tickets.values()].map(({ number }) => `law 11: ${number} is left`)]);
  const numbers = events.flatMap((event) => (event.type === 'ticketIssued' ? [`${event.day} ${event.data.number}`] : []));
  if (new Set(numbers).size !== numbers.length) throw new Error('law 4: a number came twice');
  const checkedIn = events.flatMap((event) => (event.type === 'ticketIssued' ? [event.staff?.facts.appointmentId ?? null] : [])).filter((id) => id !== null);
  if (new Set(checkedIn).size !== checkedIn.length) throw new Error('H3: an appointment became two tickets');
  const again = emptyHall();
  for (const event of events) evolve(again, event);
  if (fullSnapshot(again) !== fullSnapshot(hall)) throw new Error('law 1: the fold of the journal is another hall');
}

/** What one event at a time does not show: a record is open while its ticket is served, and no undone step is taken off twice. */
function countedWrong(hall: Readonly<Hall>): string[] {
  const open = [...hall.records.values()].filter(({ endedAt }) => endedAt === null).map(({ id }) => id);
  const serving = [...hall.tickets.values()].filter(({ state }) => state === 'serving').map(({ recordId }) => recordId);
  const below = [...hall.queueTallies, ...hall.counterTallies].flatMap(([id, { staff: _levels, ...sums }]) => Object.entries(sums).filter(([, sum]) => sum < 0).map(([name, sum]) => `law 12: ${name} of ${id} is ${sum}`));
  return open.length === serving.length && open.every((id) => serving.includes(id)) ? below : [`T4: open records ${open.join(' ')}, served ${serving.join(' ')}`, ...below];
}

/** What is not as the event's type says, in either part. */
const wrongForm = ({ type, data, staff }: HallEvent): unknown[] =>
  [eventFacts[type].data.safeParse(data), eventFacts[type].facts.safeParse(staff?.facts)].flatMap(({ error }) => error?.issues ?? []);

/** C5: nobody past the ceiling waits while one who was due later is called by the policy at a counter that serves both; but who goes on by this very press (T4). */
function passedOver(hall: Readonly<Hall>, event: HallEvent, fresh: readonly HallEvent[], met: Met): string[] {
  const { plan } = hall;
  if (event.type !== 'ticketCalled' || event.staff === undefined || plan === null) return [];
  const { rule } = event.staff.facts.why;
  met.rules.add(rule);
  const called = hall.tickets.get(event.data.ticketId);
  const counter = plan.counters.find(({ id }) => id === event.data.counterId);
  if (called === undefined || counter === undefined || rule === 'picked') return [];
  return [...hall.tickets.values()].filter((ticket) =>
    ticket.state === 'waiting' && !fresh.some(({ type, data }) => type === 'ticketWentOn' && data.ticketId === ticket.id) && (ticket.forCounterId === null ? [...counter.ownQueues, ...counter.helperQueues].includes(ticket.queueId) : ticket.forCounterId === counter.id)
    && event.at - ticket.dueAt > plan.calling.ceilingMs && dueOrder(ticket, called) < 0,
  ).map(({ number }) => `C5: ${number} is past the ceiling and ${called.number} was called before it (${rule})`);
}

/** H3: a slot takes no more than the plan of its date says, unless the desk had a reason. */
function overbooked({ plan, day, staff }: Readonly<Hall>, event: HallEvent): string[] {
  if (event.type !== 'appointmentBooked' || event.staff === undefined) return [];
  const { serviceId, date, from, override } = event.staff.facts;
  const planThen = date === day?.date ? plan : (staff.nextPlan?.plan ?? plan);
  const bookingId = planThen?.services.find(({ id }) => id === serviceId)?.bookingId;
  const most = planThen?.bookings.find(({ id }) => id === bookingId)?.slots.find((slot) => slot.from === from)?.most ?? 0;
  const taken = [...staff.appointments.values()].filter((one) => one.serviceId === serviceId && one.date === date && one.from === from && one.state !== 'cancelled').length;
  return override !== null || taken <= most ? [] : [`H3: ${taken} appointments of ${serviceId} on ${date} at ${from}, which takes ${most}`];
}

function expectNone(of: string, faults: readonly unknown[]): void {
  if (faults.length > 0) throw new Error(`after ${of}: ${JSON.stringify(faults)}`);
}
