// The printer as the kiosk's pages know it: asked again and again, so that a visitor hears of it before a number is taken (S4).
import { onScopeDispose, ref, type Ref } from 'vue';
import { paperColumns } from '@hall/core/slip/columns';
import { machineHere } from '@hall/client/machine/machineHere';
import { printPortOf, type Paper, type PrintPort } from './printPort.ts';
import { afterMs } from './useKeys.ts';

const askEveryMs = 5_000;

export interface PaperHere extends PrintPort {
  readonly state: Ref<Paper>;
  columns(): number;
}

export function usePaper(): PaperHere {
  const { printer } = machineHere();
  const port = printPortOf(printer, afterMs);
  const state = ref<Paper>(printer === null ? 'none' : 'fine');
  let columns = paperColumns;
  let cancel = (): void => undefined;
  let isOver = false;

  async function look(): Promise<void> {
    const told = await port.paper();
    if (isOver) return;
    state.value = told.paper;
    columns = told.columns ?? columns;
    cancel = afterMs(askEveryMs, () => { void look(); });
  }
  if (printer !== null) void look();
  onScopeDispose(() => {
    isOver = true;
    cancel();
  });
  return { ...port, state, columns: () => columns };
}
