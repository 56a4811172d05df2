// A printer of Windows: the bytes go through its spooler as they are (RAW). The spooler tells trouble when its driver does and is
// otherwise silent, and "no trouble told" is no answer (S4): such a job ends `unknown` unless trouble is told.
// The logic is tested with stubbed calls; on Windows itself it has not been tried.
import { setTimeout as sleep } from 'node:timers/promises';
import { LineFault, type PrinterLine, type Transport } from '../printer/line.ts';
import type { PrinterFault, PrinterStatus } from '../printer/status.ts';

/** The calls of winspool.drv, as plain functions. */
export interface SpoolerCalls<H = unknown> {
  /** Null: no such printer. */
  readonly open: (printer: string) => H | null;
  /** Begins a RAW document and its page; the job's number, 0: refused. */
  readonly startDocument: (handle: H, name: string) => number;
  /** How many bytes were taken. */
  readonly write: (handle: H, bytes: Uint8Array) => number;
  readonly endDocument: (handle: H) => boolean;
  /** Flags PRINTER_STATUS_*; null: not told. */
  readonly printerStatus: (handle: H) => number | null;
  /** Flags JOB_STATUS_*; null: the job is not there any more. */
  readonly jobStatus: (handle: H, job: number) => number | null;
  readonly deleteJob: (handle: H, job: number) => boolean;
  readonly close: (handle: H) => void;
}

/** PRINTER_STATUS_* of winspool.h, in the order in which they matter to a visitor. */
const faults: readonly [flags: number, fault: PrinterFault][] = [
  [0x10 | 0x40, 'paperOut'], [0x40_0000, 'coverOpen'], [0x2 | 0x8 | 0x10_0000, 'broken'], [0x1 | 0x80 | 0x1000, 'offline'],
];
const jobPrinted = 0x80;
const jobTroubles = 0x2 | 0x20 | 0x40;
const lookMs = 50;

export const spoolerTransport = <H>(printer: string, load: () => Promise<SpoolerCalls<H>>): Transport => ({
  name: printer,
  async open() {
    const calls = await load();
    const handle = calls.open(printer);
    if (handle === null) throw new LineFault('unreachable', `Windows knows no printer ${printer}`);
    return lineOf(calls, handle);
  },
});

function lineOf<H>(calls: SpoolerCalls<H>, handle: H): PrinterLine {
  let job = 0;
  let isOpen = true;
  const close = (): void => {
    if (isOpen) calls.close(handle);
    isOpen = false;
  };
  const isGone = (): boolean => {
    const status = job === 0 ? null : calls.jobStatus(handle, job);
    return status === null || (status & jobPrinted) !== 0;
  };
  const forget = (): boolean => isGone() || calls.deleteJob(handle, job);
  return {
    // The calls do not wait for the printer: they write to the spooler's file.
    async send(bytes) {
      job = calls.startDocument(handle, 'slip');
      if (job === 0) throw new LineFault('unreachable', 'the spooler takes no document');
      for (let at = 0; at < bytes.length;) {
        const taken = calls.write(handle, bytes.subarray(at));
        if (taken <= 0) {
          calls.deleteJob(handle, job);
          throw new LineFault('cutOff', 'the spooler took only a part');
        }
        at += taken;
      }
      if (!calls.endDocument(handle)) throw new LineFault('cutOff', 'the spooler did not end the document');
    },
    status() {
      const flags = calls.printerStatus(handle);
      const trouble = flags === null ? undefined : faults.find(([mask]) => (flags & mask) !== 0);
      const stuck = job !== 0 && !isGone() && ((calls.jobStatus(handle, job) ?? 0) & jobTroubles) !== 0;
      const status: PrinterStatus | null = trouble !== undefined ? { fault: trouble[1], nearEnd: false } : stuck ? { fault: 'broken', nearEnd: false } : null;
      return Promise.resolve(status);
    },
    async isDone(withinMs) {
      for (const until = performance.now() + withinMs; !isGone();) {
        if (performance.now() >= until) return false;
        await sleep(lookMs);
      }
      return true;
    },
    forget: () => Promise.resolve(forget()),
    isConfused: () => false,
    close: () => Promise.resolve(close()),
    // A slip that still waits in the spooler would be printed whenever the printer comes back (S3).
    abort() {
      if (isOpen) forget();
      close();
    },
  };
}
