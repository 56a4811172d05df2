// What a display shows and whether it speaks, from the place it was enrolled for:
// "hall" all zones, "z" + zone a zone board, "c" + counter a counter screen.
import type { CounterId, ZoneId } from '@hall/core/domain/ids';
import type { Plan } from '@hall/core/domain/plan';

export type Shown =
  | { readonly kind: 'board'; readonly zoneId: ZoneId | null }
  | { readonly kind: 'counterScreen'; readonly counterId: CounterId }
  | { readonly kind: 'unknown' };

export function shownAt(place: string, plan: Plan): Shown {
  if (place === 'hall') return { kind: 'board', zoneId: null };
  const zone = plan.zones.find(({ id }) => place === `z${id}`);
  if (zone !== undefined) return { kind: 'board', zoneId: zone.id };
  // A counter that the plan has dropped still belongs to this screen; the screen says so itself.
  if (/^c[1-9][0-9]{0,2}$/.test(place)) return { kind: 'counterScreen', counterId: place.slice(1) as CounterId };
  return { kind: 'unknown' };
}

/** The hall board speaks unless `?speak=0`, a zone board only with `?speak=1`, a counter screen never (D3). */
export function speaks(shown: Shown, search: string): boolean {
  if (shown.kind !== 'board') return false;
  const asked = new URLSearchParams(search).get('speak');
  return shown.zoneId === null ? asked !== '0' : asked === '1';
}
