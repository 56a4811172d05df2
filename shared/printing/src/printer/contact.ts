// The first words with a printer: open its line, ask how it is, and once more when it is silent (S4).
import { LineFault, type PrinterLine, type Transport } from './line.ts';
import type { PrintLimits } from './printJob.ts';
import type { PrinterStatus } from './status.ts';

/** `status` null: silent twice; the line is open all the same. */
export type Contact = { readonly line: PrinterLine; readonly status: PrinterStatus | null } | 'unreachable';

/**
 * The second question goes over a fresh line, so that a late answer to the first is not taken for it.
 * `clear`: bytes that throw away what an earlier slip left behind; sent before the questions.
 */
export async function contact(transport: Transport, asks: boolean, { openMs, statusMs }: PrintLimits, clear: Uint8Array | null): Promise<Contact> {
  const once = async (isLast: boolean): Promise<Contact> => {
    let line: PrinterLine | null = null;
    try {
      line = await transport.open(openMs);
      if (clear !== null) await line.forget(clear, statusMs);
      if (!asks) return { line, status: null };
      const status = await line.status(statusMs);
      if (status !== null || isLast) return { line, status };
      await line.close();
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      line?.abort();
      if (isLast) return 'unreachable';
    }
    return once(true);
  };
  return once(false);
}
