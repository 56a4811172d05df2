// What broke in a simulated day. The first entry ends the day: whatever follows it is only its consequence.
import type { HallEvent } from '@hall/core/domain/events';
import type { VirtualClock } from '../virtualClock.ts';

/** Reports a law that this event breaks. */
export type Broken = (law: string, event: HallEvent, what: string) => void;

export interface FaultBook {
  readonly faults: readonly string[];
  /** `law`: the number or rule that was broken. */
  report(law: string, what: string): void;
}

/** How many entries are kept; one law that breaks often would fill the memory. */
const kept = 20;

export function createFaultBook(clock: Pick<VirtualClock, 'now'>): FaultBook {
  const faults: string[] = [];
  return {
    faults,
    report(law, what) {
      if (faults.length < kept) faults.push(`${new Date(clock.now()).toISOString().slice(11, 23)} ${law}: ${what}`);
    },
  };
}

/** The first place where two texts differ, with what stands around it. */
export function difference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return `…${around(a)}… and …${around(b)}…`;
}
