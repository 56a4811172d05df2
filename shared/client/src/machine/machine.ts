// What a page needs of the machine it stands on: a port with two implementations, a plain browser and the shell
// (apps/shell). Which one it is, machineHere.ts says.
import type { Role } from '@hall/core/domain/actor';
import type { CardRead, PrintEnd, PrinterState } from '@hall/core/shell/shellCalls';
import type { SlipDocument } from '@hall/core/slip/slipDocument';
import type { DeviceKey } from '../link/deviceKey.ts';

export interface Printer {
  /** Once for each id; an id that was given before is told its end and not printed again. The slip is laid out for the printer's columns. */
  print(id: string, slip: SlipDocument): Promise<PrintEnd>;
  /** Asked before a number is taken (S4). */
  state(): Promise<PrinterState>;
}

export interface Machine {
  /** Origin of the hall's server, for the websocket. Requests by `fetch` are relative in both. */
  readonly server: string;
  /** The key this device is known by. Rejects where none can be kept, or not just now. */
  key(): Promise<DeviceKey>;
  /** What this device holds the hall's authority for; null where it cannot see it. */
  authorityPin(): Promise<string | null>;
  /** What the hall says this device is. */
  placed(you: { readonly role: Role; readonly place: string }): void;
  /** Says from time to time that the page lives, as long as it shows something. The returned function ends it. */
  beAlive(showsSomething: () => boolean): () => void;
  /** Null: nothing can be printed from here. */
  readonly printer: Printer | null;
  /** What lies on a reader of ID cards behind a bridge; null: none can be asked from here. */
  readonly cardRead: (() => Promise<CardRead>) | null;
  /** A new start: of the shell, or of the page. */
  restart(): void;
}
