// The machine's printer: one of shared/printing's, as the settings name it. Without one in the settings there is none.
import { join } from 'node:path';
import { loadGlyphFont } from '@hall/printing/glyphs/glyphFont';
import { createHallPrinters } from '@hall/printing/hallPrinters';
import { noPrinter, onceForEachId, type PrinterPort } from './printerPort.ts';
import type { Settings } from './settings.ts';

/** `folder`: of the program, where the printer's letters lie. */
export function slipPrinter({ printer: said }: Pick<Settings, 'printer'>, folder: string, note: (facts: object) => void): PrinterPort {
  if (said === null) return noPrinter;
  const { profile, address, corrections } = said;
  const printers = createHallPrinters(loadGlyphFont(join(folder, 'glyphs24.bin')), ({ id, state, end }) => { if (end !== null) note({ what: 'slip', id, state, why: end.why }); });
  // What was not said is not a correction.
  const printer = printers.of({ profile, address, corrections: Object.fromEntries(Object.entries(corrections).filter(([, value]) => value !== undefined)) });
  return onceForEachId({
    print: (id, slip) => printer.print(id, slip).ended,
    state: async () => ({ ...(await printer.canPrint()), columns: printer.profile.columns }),
  });
}
