// The way to a printer as the print queue sees it, whatever cable it is. A line is opened for one slip or one question and closed again.
import type { PrinterStatus } from './status.ts';

export interface Transport {
  /** For people: "192.168.1.50:9100". */
  readonly name: string;
  /** Throws a LineFault when nothing is there within the limit. */
  readonly open: (withinMs: number) => Promise<PrinterLine>;
}

export interface PrinterLine {
  /** All bytes handed over, not yet printed. Throws a LineFault: then some of them may have arrived. */
  readonly send: (bytes: Uint8Array, withinMs: number) => Promise<void>;
  /** Null: no answer, or one that cannot be trusted. Throws a LineFault when the line is lost. */
  readonly status: (withinMs: number) => Promise<PrinterStatus | null>;
  /** True: all that was sent before is done. False: no answer within the limit. Throws a LineFault when the line is lost. */
  readonly isDone: (withinMs: number) => Promise<boolean>;
  /** Throws away what was sent and is not printed; `clear`: the printer's own order for it. True: it is certain that nothing of it comes later. */
  readonly forget: (clear: Uint8Array | null, withinMs: number) => Promise<boolean>;
  /** More answers came than questions were asked: none of them can be trusted. */
  readonly isConfused: () => boolean;
  readonly close: () => Promise<void>;
  /** Closes at once and throws away what has not left this machine. */
  readonly abort: () => void;
}

/** unreachable: nobody there; cutOff: the line broke; slow: the limit passed before all was taken. */
export type LineFaultKind = 'unreachable' | 'cutOff' | 'slow';

export class LineFault extends Error {
  readonly kind: LineFaultKind;
  constructor(kind: LineFaultKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
