// One slip on its way to paper (S3). A job ends once and is never tried again by itself: a second slip is a reprint, which is an order.
import type { PrinterFault } from './status.ts';

/**
 * queued: nothing of it has left. sent: bytes are on their way. confirmed: the printer said it is done.
 * failed: it is certain that no whole slip came out. unknown: nobody can say; staff must look.
 */
export type JobState = 'queued' | 'sent' | 'confirmed' | 'failed' | 'unknown';

/**
 * Why a job failed or is unknown, besides what the printer says of itself. unreachable: no line to it. expired: its time was over before it began.
 * stopped: the printer was closed down. cutOff: the line broke in the middle. slow: not done within its time. noAnswer: silent twice.
 * confused: more answers than questions. noStatus: it can answer nothing.
 */
export type JobObstacle = PrinterFault | 'unreachable' | 'expired' | 'stopped' | 'cutOff' | 'slow' | 'noAnswer' | 'confused' | 'noStatus';

export type JobEnd =
  | { readonly state: 'confirmed'; readonly why: null; readonly nearEnd: boolean }
  | { readonly state: 'failed' | 'unknown'; readonly why: JobObstacle; readonly nearEnd: boolean };

/** Ends of a job in short. */
export const confirmed = (nearEnd: boolean): JobEnd => ({ state: 'confirmed', why: null, nearEnd });
export const failed = (why: JobObstacle, nearEnd = false): JobEnd => ({ state: 'failed', why, nearEnd });
export const unknown = (why: JobObstacle, nearEnd = false): JobEnd => ({ state: 'unknown', why, nearEnd });

export interface PrintJob {
  readonly id: string;
  /** As it is now; `onState` tells every change. */
  readonly state: JobState;
  /** Null until it has ended. */
  readonly end: JobEnd | null;
  readonly ended: Promise<JobEnd>;
}

/**
 * What a kiosk must know before a number is taken (S4). stopped: no paper comes out, nothing is issued on paper.
 * unknown: the number may only stay on the screen, and the visitor chooses.
 */
export type Readiness =
  | { readonly kind: 'ready'; readonly nearEnd: boolean }
  | { readonly kind: 'stopped'; readonly fault: PrinterFault }
  | { readonly kind: 'unknown'; readonly why: 'unreachable' | 'noAnswer' | 'noStatus' | 'busy' };

export interface PrintLimits {
  /** From the order to the end of a job, whatever happens (S3). */
  readonly expiryMs: number;
  /** A job with less time left is not begun: its slip could not come out in time. */
  readonly leastMs: number;
  /** Opening the line. */
  readonly openMs: number;
  /** All four answers of one question for the status. */
  readonly statusMs: number;
  /** Between two looks at a printer that works. */
  readonly lookMs: number;
  /** Between two tries to make a printer forget a slip that was broken off. */
  readonly sweepMs: number;
}
/** As S3 asks; the others are many times what printers on a LAN or at 9,600 baud need. */
export const usualLimits: PrintLimits = { expiryMs: 20_000, leastMs: 3_000, openMs: 1_500, statusMs: 500, lookMs: 200, sweepMs: 2_000 };
