// What a display shows and whether it speaks, from the place it was enrolled for:
// "hall" all zones, the name of one of the plan's boards its zones, "z" + zone a board of that zone alone,
// "c" + counter a counter screen.
import type { CounterId, ZoneId } from '@hall/core/domain/ids';
import type { Names, Plan } from '@hall/core/domain/plan';

export type Shown =
  /** `zoneIds` null: all zones. `name`: what the plan calls it, where it has one of its own. */
  | { readonly kind: 'board'; readonly zoneIds: readonly ZoneId[] | null; readonly name: Names | null }
  | { readonly kind: 'counterScreen'; readonly counterId: CounterId }
  | { readonly kind: 'unknown' };

/** Whether a zone is among those a board shows; null: all of them. */
export const showsZone = (zoneIds: readonly ZoneId[] | null, zoneId: ZoneId): boolean => zoneIds === null || zoneIds.includes(zoneId);

export function shownAt(place: string, plan: Plan): Shown {
  if (place === 'hall') return { kind: 'board', zoneIds: null, name: null };
  const board = plan.boards.find(({ id }) => id === place);
  // A board without zones is not left black: it shows them all.
  if (board !== undefined) return { kind: 'board', zoneIds: board.zoneIds.length === 0 ? null : board.zoneIds, name: board.name };
  const zone = plan.zones.find(({ id }) => place === `z${id}`);
  if (zone !== undefined) return { kind: 'board', zoneIds: [zone.id], name: null };
  // A counter that the plan has dropped still belongs to this screen; the screen says so itself.
  if (/^c[1-9][0-9]{0,2}$/.test(place)) return { kind: 'counterScreen', counterId: place.slice(1) as CounterId };
  return { kind: 'unknown' };
}

/** A board of all zones speaks unless `?speak=0`, one of some zones only with `?speak=1`, a counter screen never (D3). */
export function speaks(shown: Shown, search: string): boolean {
  if (shown.kind !== 'board') return false;
  const asked = new URLSearchParams(search).get('speak');
  return shown.zoneIds === null ? asked !== '0' : asked === '1';
}
