// A visitor's data in full (V2): asked for with a reason, shown for a minute, then gone from the page. Nothing of it is kept.
import { shallowRef, type ShallowRef } from 'vue';
import type { ReasonId, VisitorId } from '@hall/core/domain/ids';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import type { Told } from '@hall/core/text/managerImportText';
import { json, type HallRequest } from '../session/hallRequest.ts';

/** So long it is seen. */
export const shownForMs = 60_000;

export type Look =
  | { readonly kind: 'masked' }
  /** The reason is being chosen; what came of the last try, if any. */
  | { readonly kind: 'asking'; readonly problem: Told | 'away' | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'shown'; readonly person: ToldVisitor; readonly seconds: number };

export interface FullLook {
  readonly look: Readonly<ShallowRef<Look>>;
  ask(): void;
  see(reasonId: ReasonId): Promise<void>;
  hide(): void;
}
export interface LookParts {
  readonly request: HallRequest;
  readonly visitorId: VisitorId;
  readonly now: () => number;
  /** Runs until what it returns is called. */
  readonly everySecond: (run: () => void) => () => void;
}

export function createFullLook({ request, visitorId, now, everySecond }: LookParts): FullLook {
  const look = shallowRef<Look>({ kind: 'masked' });
  let stop = (): void => undefined;
  let asked = 0;

  function hide(): void {
    stop();
    // An answer that comes now is for nobody.
    asked += 1;
    look.value = { kind: 'masked' };
  }
  function show(person: ToldVisitor): void {
    const until = now() + shownForMs;
    const tell = (): void => {
      const seconds = Math.ceil((until - now()) / 1_000);
      if (seconds <= 0) hide();
      else look.value = { kind: 'shown', person, seconds };
    };
    stop();
    stop = everySecond(tell);
    tell();
  }
  return {
    look, hide,
    ask() {
      look.value = { kind: 'asking', problem: null };
    },
    async see(reasonId) {
      const nth = (asked += 1);
      look.value = { kind: 'waiting' };
      const answer = await request<ToldVisitor>('POST', `/api/visitors/${visitorId}/look`, json({ reasonId }));
      if (nth !== asked) return;
      if (answer.kind === 'told') show(answer.body);
      else look.value = { kind: 'asking', problem: answer.kind === 'away' ? 'away' : answer.told };
    },
  };
}
