// What the hall asks of this device: a new start, or a test print. A device that cannot do it lets it be.
import type { Plan } from '@hall/core/domain/plan';
import type { Errand } from '@hall/core/protocol/messages';
import { testSlip } from '@hall/core/slip/testSlip';
import type { Machine } from '../machine/machine.ts';

/** What is known of the hall when the errand comes. */
export interface ErrandPlace {
  readonly plan: Plan | null;
  readonly place: string;
  /** Hall time, ms. */
  readonly now: number;
}

export async function carryOutErrand(errand: Errand['errand'], { printer, restart }: Pick<Machine, 'printer' | 'restart'>, { plan, place, now }: ErrandPlace): Promise<void> {
  switch (errand) {
    case 'restart': return restart();
    case 'testPrint': {
      const state = (await printer?.state()) ?? { kind: 'none' as const };
      if (printer === null || plan === null || state.kind === 'none') return;
      await printer.print(`test-${now}`, testSlip(plan, place, now, state.columns));
    }
  }
}
