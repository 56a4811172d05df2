// How stops of issuing change the hall (rule H6).
import type { HallEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import { scopeKey } from '../scope.ts';

export function foldIssuingStopped(hall: Hall, { at, data: { scope, reasonId } }: HallEvent<'issuingStopped'>): void {
  hall.stops.set(scopeKey(scope), { scope, reasonId, since: at });
}

export function foldIssuingResumed(hall: Hall, { data: { scope } }: HallEvent<'issuingResumed'>): void {
  hall.stops.delete(scopeKey(scope));
}
