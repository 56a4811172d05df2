// "Print this slip" as the kiosk sees it: the machine's printer, or none (a plain browser shows the slip instead). What a
// printer says becomes what the page tells (S2–S4); silence and every fault is "unknown", never "ok".
import type { Printer } from '@hall/client/machine/machine';
import type { PrinterState } from '@hall/core/shell/shellCalls';
import type { SlipDocument } from '@hall/core/slip/slipDocument';
import type { IssuedTicket, Known, Slip } from './kioskPages.ts';

export type Paper = Known['paper'];

export interface PaperTold {
  readonly paper: Paper;
  readonly columns: number | null;
}

export interface PrintPort {
  /** Asked before a number is taken (S4). `columns`: the paper's width; null: not told. */
  paper(): Promise<PaperTold>;
  /** Once for each ticket and each printing of it; never rejects. */
  print(id: string, slip: SlipDocument): Promise<Slip>;
}

export const preview: PrintPort = { paper: () => Promise.resolve({ paper: 'none', columns: null }), print: () => Promise.resolve('preview') };

/** A print job is over after 20 s (S3); a little more for the way. */
const printWithinMs = 24_000;
const stateWithinMs = 3_000;

export function printPortOf(printer: Printer | null, after: (ms: number, run: () => void) => () => void): PrintPort {
  if (printer === null) return preview;
  function within<T>(ms: number, asked: Promise<T>, otherwise: T): Promise<T> {
    return new Promise((resolve) => {
      const stop = after(ms, () => resolve(otherwise));
      asked.then(resolve, () => resolve(otherwise)).finally(stop);
    });
  }
  const look = (): Promise<PaperTold> =>
    within<PaperTold>(stateWithinMs, printer.state().then((state) => ({ paper: paperOf(state), columns: state.kind === 'none' ? null : state.columns })), { paper: 'unsure', columns: null });
  return {
    // No answer is asked for once more before anybody is told (S4).
    paper: async () => {
      const first = await look();
      return first.paper === 'unsure' ? look() : first;
    },
    print: (id, slip) => within<Slip>(printWithinMs, printer.print(id, slip).then(({ state }) => state), 'unknown'),
  };
}

function paperOf(state: PrinterState): Paper {
  switch (state.kind) {
    case 'none': return 'none';
    case 'ready': return 'fine';
    case 'stopped': return 'out';
    // It prints just now.
    case 'unknown': return state.why === 'busy' ? 'fine' : 'unsure';
  }
}

/** The same for every retry of one printing, another for each further one. */
export const printId = ({ ticketId, reprint }: Pick<IssuedTicket, 'ticketId' | 'reprint'>): string => (reprint === null ? ticketId : `${ticketId}.r${reprint.nth}`);
