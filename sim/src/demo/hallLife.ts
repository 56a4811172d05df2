// Everybody of the pretend hall: connected, and living until the world is over.
import type { Plan } from '@hall/core/domain/plan';
import { liveAsBooked } from './bookings.ts';
import { liveAsClerk } from './clerk.ts';
import type { Door } from './door.ts';
import { connectPerson, type Person, type World } from './person.ts';
import { liveAsPad } from './ratings.ts';
import { liveAsVisitors } from './visitors.ts';

export interface Crew {
  readonly door: Door;
  /** By the counter's place in the plan, so that each keeps its clerk whoever is left out. */
  readonly clerks: readonly { readonly person: Person; readonly index: number }[];
  readonly pads: readonly Person[];
}

/** `left`: counters nobody works at, for whoever wants to try them. */
export async function connectCrew(world: World, left: ReadonlySet<string>): Promise<Crew> {
  const desk = connectPerson(world, 'manager', 'M1');
  await desk.awake();
  const plan = desk.hall().plan;
  const kiosks = ['K1', 'K2', 'K3'].map((place) => connectPerson(world, 'kiosk', place));
  const places = countersOf(plan, left);
  const clerks = places.map(({ id, index }) => ({ person: connectPerson(world, 'counter', id), index }));
  const pads = places.map(({ id }) => connectPerson(world, 'pad', id));
  const crew: Crew = { door: { kiosks, desk }, clerks, pads };
  await Promise.all([...kiosks, ...pads, ...clerks.map(({ person }) => person)].map((person) => person.awake()));
  return crew;
}

/** One counter in eight stays closed, as in any hall. */
const countersOf = (plan: Plan | null, left: ReadonlySet<string>): { id: string; index: number }[] =>
  (plan?.counters ?? []).map(({ id }, index) => ({ id, index })).filter(({ id, index }) => index % 8 !== 7 && !left.has(id));

/** Resolves when the world is over. */
export async function live(world: World, { door, clerks, pads }: Crew, visitorsADay: number): Promise<void> {
  await Promise.all([
    liveAsVisitors(world, door, visitorsADay),
    liveAsBooked(world, door),
    ...clerks.map(({ person, index }) => liveAsClerk(world, person, index)),
    ...pads.map((pad) => liveAsPad(world, pad)),
  ]);
}
