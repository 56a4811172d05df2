// The shell's side of printing: what a printer must do for it, and that no slip is printed twice for one id. The printers themselves
// are shared/printing's (slipPrinter.ts).
import type { PrintEnd, PrinterState } from '@hall/core/shell/shellCalls';
import type { SlipDocument } from '@hall/core/slip/slipDocument';

export interface PrinterPort {
  /** Never rejects; ends within the time of S3. */
  print(id: string, slip: SlipDocument): Promise<PrintEnd>;
  state(): Promise<PrinterState>;
}

/** A machine without a printer. */
export const noPrinter: PrinterPort = {
  print: () => Promise.resolve({ state: 'failed', why: 'noPrinter', nearEnd: false }),
  state: () => Promise.resolve({ kind: 'none' }),
};

/** A kiosk gives a few hundred slips a day; an id comes twice only from a page that was loaded anew. */
const idsKept = 2_000;

/** The same printer, for which an id is one slip: whoever asks again is told what became of the first. */
export function onceForEachId(printer: PrinterPort): PrinterPort {
  const ends = new Map<string, Promise<PrintEnd>>();
  return {
    print(id, slip) {
      const known = ends.get(id);
      if (known !== undefined) return known;
      const end = printer.print(id, slip);
      ends.set(id, end);
      const [oldest] = ends.keys();
      if (ends.size > idsKept && oldest !== undefined) ends.delete(oldest);
      return end;
    },
    state: () => printer.state(),
  };
}
