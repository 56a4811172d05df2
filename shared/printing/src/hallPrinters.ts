// The printers of a hall, each one once: two kiosks that share a printer share its queue. The port of whoever prints: the server for
// kiosks that are plain browsers, the window program for its own kiosk.
import type { GlyphFont } from './glyphs/glyphFont.ts';
import { createHallPrinter, type HallPrinter } from './printer/hallPrinter.ts';
import type { PrintJob } from './printer/printJob.ts';
import { profiles, type PrinterProfile, type ProfileId } from './profiles.ts';
import { openTransport, type PrinterAddress } from './transports/openTransport.ts';

export interface PrinterSettings {
  readonly profile: ProfileId;
  /** Single values of the profile that this printer has otherwise. */
  readonly corrections?: Partial<Omit<PrinterProfile, 'id' | 'name'>>;
  readonly address: PrinterAddress;
}

export interface HallPrinters {
  /** The same printer for the same settings. Opening costs nothing: a line is opened with the first question. */
  readonly of: (settings: PrinterSettings) => HallPrinter;
  /** Ends what is being printed and opens nothing more. */
  readonly close: () => Promise<void>;
}

/** `onState`: every state of every job, with the name of its printer; for the record and for staff (S2, S3). */
export function createHallPrinters(font: GlyphFont, onState: (job: PrintJob, printer: string) => void = () => undefined): HallPrinters {
  const open = new Map<string, { readonly settings: string; readonly printer: HallPrinter }>();
  return {
    of(settings) {
      const where = JSON.stringify(settings.address);
      const how = JSON.stringify([settings.profile, settings.corrections ?? {}]);
      const known = open.get(where);
      if (known?.settings === how) return known.printer;
      // Corrected settings: the old one ends its slip, and what waited there fails rather than coming out in a wrong form.
      void known?.printer.close();
      const profile: PrinterProfile = { ...profiles[settings.profile], ...settings.corrections };
      const transport = openTransport(settings.address, profile, font);
      const printer = createHallPrinter({ profile, transport, font, onState: (job) => { onState(job, transport.name); } });
      open.set(where, { settings: how, printer });
      return printer;
    },
    async close() {
      await Promise.all([...open.values()].map(({ printer }) => printer.close()));
      open.clear();
    },
  };
}
