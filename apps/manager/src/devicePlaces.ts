// Where a device can stand: the places that fit a role, in words, who is there already, and a name to begin with. Pure.
import { placeSchema, type Role } from '@hall/core/domain/actor';
import type { Device } from '@hall/core/domain/device';
import type { Plan } from '@hall/core/domain/plan';
import type { Language } from '@hall/core/text/language';
import { managerDeviceTexts } from '@hall/core/text/managerDeviceText';

export interface PlaceChoice {
  readonly place: string;
  readonly text: string;
  /** Name of the device that is there, where only one can be. */
  readonly takenBy: string | null;
}
export interface PlaceGroup {
  /** Null: the only one. */
  readonly title: string | null;
  readonly choices: readonly PlaceChoice[];
}

/** Roles whose places are the hall's own choice; their usual names, and how many are offered. */
const ownPlaces: Partial<Record<Role, { readonly letter: string; readonly count: number }>> = {
  kiosk: { letter: 'K', count: 20 }, desk: { letter: 'D', count: 6 }, manager: { letter: 'M', count: 6 },
};
/** Whether another place than those offered may be written. */
export const isFree = (role: Role): boolean => ownPlaces[role] !== undefined;
export const isPlace = (text: string): boolean => placeSchema.safeParse(text).success;

/** What can be chosen for a role; boards may be shown twice, so none of them is ever taken. */
export function placeGroups(role: Role, plan: Plan, devices: Iterable<Pick<Device, 'role' | 'place' | 'name'>>, language: Language): PlaceGroup[] {
  const words = managerDeviceTexts[language];
  const there = new Map([...devices].filter((one) => one.role === role && role !== 'display').map(({ place, name }) => [place, name]));
  const choices = (places: readonly string[]): PlaceChoice[] => places.map((place) => ({ place, text: placeName(role, place, plan, language), takenBy: there.get(place) ?? null }));
  const own = ownPlaces[role];
  if (own !== undefined) return [{ title: null, choices: choices(Array.from({ length: own.count }, (_, index) => `${own.letter}${index + 1}`)) }];
  const counters = plan.counters.map(({ id }) => id);
  if (role !== 'display') return [{ title: null, choices: choices(counters) }];
  return [
    { title: words.boards, choices: choices(['hall', ...plan.boards.map(({ id }) => id).filter((id) => id !== 'hall')]) },
    { title: words.counterScreens, choices: choices(counters.map((id) => `c${id}`)) },
  ];
}

/** Chosen for the manager: the first free one where that is as good as any; a counter or a board he names himself. */
export function firstFree(role: Role, groups: readonly PlaceGroup[], besides: string | null = null): string {
  if (!isFree(role)) return '';
  return groups.flatMap(({ choices }) => choices).find(({ place, takenBy }) => takenBy === null && place !== besides)?.place ?? '';
}

/** The counter whose screen this place names, or null. */
export const screenOf = (place: string): string | null => /^c([1-9][0-9]{0,2})$/u.exec(place)?.[1] ?? null;

/** A place in words of its role: "3 号 企业开办", "A区综合屏"; one the plan does not know stays as it is written. */
export function placeName(role: Role, place: string, plan: Plan, language: Language): string {
  const words = managerDeviceTexts[language];
  if (role === 'counter' || role === 'pad') {
    const counter = plan.counters.find(({ id }) => id === place);
    return counter === undefined ? place : words.counter(place, counter.name[language]);
  }
  if (role !== 'display') return place;
  if (place === 'hall') return words.wholeHall;
  const named = plan.boards.find(({ id }) => id === place) ?? plan.zones.find(({ id }) => place === `z${id}`);
  if (named !== undefined) return named.name[language];
  const counterId = screenOf(place);
  return counterId === null ? place : words.counterScreen(counterId);
}

/** Whether the plan has what a device stands at or shows. */
export function isInPlan(role: Role, place: string, plan: Plan): boolean {
  const counterId = role === 'display' ? screenOf(place) : place;
  if (isFree(role)) return true;
  if (role === 'display' && (place === 'hall' || plan.boards.some(({ id }) => id === place) || plan.zones.some(({ id }) => place === `z${id}`))) return true;
  return plan.counters.some(({ id }) => id === counterId);
}

/** A name to begin with; empty while there is no place. */
export function suggestedName(role: Role, place: string, plan: Plan, language: Language): string {
  if (place === '') return '';
  const { suggested } = managerDeviceTexts[language];
  if (role !== 'display') return suggested[role](place);
  if (place === 'hall') return suggested.wholeHall;
  const counterId = plan.boards.some(({ id }) => id === place) ? null : screenOf(place);
  return (counterId === null ? placeName(role, place, plan, language) : suggested.counterScreen(counterId)).slice(0, 60);
}
