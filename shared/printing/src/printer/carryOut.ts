// What is done for one slip when its turn has come: ask, send, see that it came out. Every way ends in one state, and in doubt in `unknown`.
import { setTimeout as sleep } from 'node:timers/promises';
import type { SlipDocument } from '@hall/core/slip/slipDocument';
import { slipHeight } from '../bytes/slipBytes.ts';
import type { PrinterProfile } from '../profiles.ts';
import { contact } from './contact.ts';
import { LineFault, type PrinterLine, type Transport } from './line.ts';
import { confirmed, failed, unknown, type JobEnd, type PrintLimits } from './printJob.ts';

export interface Errand {
  readonly transport: Transport;
  readonly profile: PrinterProfile;
  readonly limits: PrintLimits;
  readonly document: SlipDocument;
  readonly bytes: Uint8Array;
  /** Moment of `performance.now()`. */
  readonly expiresAt: number;
  readonly clear: Uint8Array | null;
  /** Called before the first byte leaves. */
  readonly onSent: () => void;
}

export interface Outcome {
  readonly end: JobEnd;
  /** Part of the slip may still be in the printer; whatever could be thrown away at once was. */
  readonly leavesRest: boolean;
  /** It answered after an earlier rest was thrown away. */
  readonly wasCleared: boolean;
}

/** Dots a mm at 203 dpi. */
const dotsPerMm = 8;

export async function carryOut(errand: Errand): Promise<Outcome> {
  const { transport, profile, limits, bytes, expiresAt, clear } = errand;
  const left = (): number => expiresAt - performance.now();
  const reached = await contact(transport, profile.answersStatus, limits, clear);
  if (reached === 'unreachable') return { end: failed('unreachable'), leavesRest: false, wasCleared: false };
  const { line, status } = reached;
  const wasCleared = clear !== null && status !== null;
  if (status !== null && status.fault !== null) {
    await line.close();
    return { end: failed(status.fault, status.nearEnd), leavesRest: false, wasCleared };
  }
  if (left() < limits.leastMs) {
    await line.close();
    return { end: failed('expired'), leavesRest: false, wasCleared };
  }
  errand.onSent();
  let end: JobEnd;
  try {
    await line.send(bytes, left());
    end = profile.answersStatus ? await seeItOut(line, errand, left) : unknown('noStatus');
  } catch (error) {
    if (!(error instanceof LineFault)) throw error;
    end = unknown(error.kind === 'slow' ? 'slow' : 'cutOff');
  }
  if (end.state === 'confirmed' || end.why === 'noStatus' || end.why === 'confused') {
    await line.close();
    return { end, leavesRest: false, wasCleared };
  }
  // A printer that is only silent may be printing: within the time of the job it is let, after it not (S3).
  const isForgotten = end.why !== 'noAnswer' && (await throwAway(line, errand));
  if (isForgotten) await line.close();
  else line.abort();
  return { end, leavesRest: !isForgotten, wasCleared };
}

/** Waits for the slip within its time, looking after the printer meanwhile. */
async function seeItOut(line: PrinterLine, { profile, limits, document }: Errand, left: () => number): Promise<JobEnd> {
  const printedAt = performance.now() + (slipHeight(document, profile) / dotsPerMm / profile.mmPerSecond) * 1_000;
  let nearEnd = false;
  let isDone = false;
  for (let silent = 0; left() > 0;) {
    if (!isDone) isDone = profile.answersInOrder ? await line.isDone(Math.min(limits.lookMs, left())) : performance.now() >= printedAt;
    const status = await line.status(Math.min(limits.statusMs, Math.max(left(), limits.lookMs)));
    if (line.isConfused()) return unknown('confused', nearEnd);
    if (status === null) {
      silent += 1;
      if (silent === 2) return unknown('noAnswer', nearEnd);
      continue;
    }
    silent = 0;
    nearEnd = status.nearEnd;
    // The paper may end with the slip; whatever stood before the question is on it.
    if (isDone && (status.fault === null || status.fault === 'paperOut')) return confirmed(nearEnd);
    if (status.fault !== null) return failed(status.fault, nearEnd);
    if (!profile.answersInOrder) await sleep(Math.min(limits.lookMs, Math.max(0, left())));
  }
  return unknown('slow', nearEnd);
}

/** True: nothing of the slip comes later. What is still in this machine is dropped in any case. */
async function throwAway(line: PrinterLine, { profile, limits }: Errand): Promise<boolean> {
  try {
    return await line.forget(profile.clear === null ? null : Buffer.from(profile.clear), limits.statusMs);
  } catch (error) {
    if (!(error instanceof LineFault)) throw error;
    return false;
  }
}
