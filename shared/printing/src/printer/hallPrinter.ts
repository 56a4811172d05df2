// One printer of the hall: asked before a number is taken, one slip at a time, each job to one certain end (S2–S4).
// It knows slips as documents and nothing of tickets; who prints keeps the journal first (S2).
import type { SlipDocument } from '@hall/core/slip/slipDocument';
import { slipBytes } from '../bytes/slipBytes.ts';
import type { GlyphFont } from '../glyphs/glyphFont.ts';
import type { PrinterProfile } from '../profiles.ts';
import { carryOut } from './carryOut.ts';
import { contact } from './contact.ts';
import { asDeviceFaults } from './deviceFaults.ts';
import type { Transport } from './line.ts';
import { failed, usualLimits, type JobEnd, type JobState, type PrintJob, type PrintLimits, type Readiness } from './printJob.ts';

export interface HallPrinter {
  readonly name: string;
  /** The document of a slip must be made for its columns. */
  readonly profile: PrinterProfile;
  /** Asks now. Behind a slip that is being printed it waits a moment, then says that it does not know. */
  readonly canPrint: () => Promise<Readiness>;
  /** Takes the job at once; it ends by itself within its time. `id`: for the record, such as the ticket's id and which printing it is. */
  readonly print: (id: string, document: SlipDocument) => PrintJob;
  /** What waits fails as `stopped`; what is being printed is waited for. */
  readonly close: () => Promise<void>;
}

export interface HallPrinterParts {
  readonly profile: PrinterProfile;
  readonly transport: Transport;
  readonly font: GlyphFont;
  readonly limits?: PrintLimits;
  /** Every state a job comes into, in order; for the record and for staff. */
  readonly onState?: (job: PrintJob) => void;
}

export function createHallPrinter({ profile, transport: cable, font, limits = usualLimits, onState = () => undefined }: HallPrinterParts): HallPrinter {
  const transport = asDeviceFaults(cable);
  /** One after another: a printer is one. */
  let line: Promise<unknown> = Promise.resolve();
  let stopped = false;
  /** From this moment of `performance.now()` on what a broken-off slip left in the printer is thrown away; null: nothing is left. */
  let leftoversUntil: number | null = null;
  let sweeping: NodeJS.Timeout | null = null;
  const clear = (): Uint8Array | null =>
    (leftoversUntil !== null && performance.now() >= leftoversUntil && profile.clear !== null ? Buffer.from(profile.clear) : null);
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = line.then(work);
    line = done.catch(() => undefined);
    return done;
  }

  /** Tries until the printer has answered that it forgot: nothing is printed later by surprise (S3). */
  function sweep(): void {
    if (sweeping !== null || leftoversUntil === null || profile.clear === null || stopped) return;
    sweeping = setTimeout(() => {
      sweeping = null;
      void inTurn(ask).then(sweep);
    }, Math.max(limits.sweepMs, leftoversUntil - performance.now()));
    sweeping.unref();
  }

  async function ask(): Promise<Readiness> {
    const clearing = clear();
    const reached = await contact(transport, profile.answersStatus, limits, clearing);
    if (reached === 'unreachable') return { kind: 'unknown', why: 'unreachable' };
    await reached.line.close();
    if (!profile.answersStatus) return { kind: 'unknown', why: 'noStatus' };
    if (reached.status === null) return { kind: 'unknown', why: 'noAnswer' };
    if (clearing !== null) leftoversUntil = null;
    const { fault, nearEnd } = reached.status;
    return fault === null ? { kind: 'ready', nearEnd } : { kind: 'stopped', fault };
  }

  return {
    name: transport.name,
    profile,
    async canPrint() {
      const { promise: late, resolve } = Promise.withResolvers<Readiness>();
      const timer = setTimeout(() => { resolve({ kind: 'unknown', why: 'busy' }); }, 2 * (limits.openMs + limits.statusMs));
      try {
        return await Promise.race([inTurn(ask), late]);
      } finally {
        clearTimeout(timer);
      }
    },
    print(id, document) {
      const expiresAt = performance.now() + limits.expiryMs;
      const bytes = slipBytes(document, profile, font);
      let state: JobState = 'queued';
      let end: JobEnd | null = null;
      const job: PrintJob = { id, get state() { return state; }, get end() { return end; }, ended: run() };
      async function run(): Promise<JobEnd> {
        // The caller has the job in hand before its first state is told.
        await Promise.resolve();
        onState(job);
        end = await inTurn(async () => {
          if (stopped) return failed('stopped');
          if (expiresAt - performance.now() < limits.leastMs) return failed('expired');
          const outcome = await carryOut({ transport, profile, limits, bytes, document, expiresAt, clear: clear(), onSent: () => { state = 'sent'; onState(job); } });
          if (outcome.leavesRest) leftoversUntil = outcome.end.why === 'noAnswer' ? expiresAt : performance.now();
          else if (outcome.wasCleared) leftoversUntil = null;
          sweep();
          return outcome.end;
        });
        state = end.state;
        onState(job);
        return end;
      }
      return job;
    },
    async close() {
      stopped = true;
      if (sweeping !== null) clearTimeout(sweeping);
      await line;
    },
  };
}
