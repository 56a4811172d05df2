// The little a pad remembers by itself: what the visitor in front of it has touched, and which record is settled.
// Every step gives a new memory; nothing of a visitor stays in it once the page has gone on (V4).
import type { Hall } from '@hall/core/domain/hall';
import type { CounterId, RecordId } from '@hall/core/domain/ids';
import type { Answer } from '@hall/core/protocol/messages';

/** A level that was touched and not yet given. No level is chosen before a touch (R3). */
export interface Choice {
  readonly recordId: RecordId;
  readonly level: number;
  readonly codes: readonly string[];
  readonly showsAll: boolean;
  /** When it was submitted; null before, and again after a refusal. */
  readonly sentAt: number | null;
}

/** Received by the server; kept here until it is back (O4); rated before. */
export type Outcome = 'given' | 'kept' | 'already';

export interface PadMemory {
  readonly choice: Choice | null;
  readonly thanks: { readonly recordId: RecordId; readonly outcome: Outcome; readonly since: number } | null;
  /** Rated or declined here: not asked again. */
  readonly settled: RecordId | null;
}

/** An answer later than this, and the pad says that it keeps the rating. */
const answerPatienceMs = 2_000;

export const freshMemory: PadMemory = { choice: null, thanks: null, settled: null };

export const touchLevel = (memory: PadMemory, recordId: RecordId, level: number): PadMemory =>
  ({ ...memory, choice: { recordId, level, codes: [], showsAll: false, sentAt: null } });

/** Back to the five faces. */
export const chooseAgain = (memory: PadMemory): PadMemory => ({ ...memory, choice: null });

export const showAllCodes = (memory: PadMemory): PadMemory => change(memory, (choice) => ({ ...choice, showsAll: true }));

export const touchCode = (memory: PadMemory, code: string): PadMemory => change(memory, (choice) => ({
  ...choice,
  codes: choice.codes.includes(code) ? choice.codes.filter((other) => other !== code) : [...choice.codes, code],
}));

/** What was submitted cannot be changed under way. */
function change(memory: PadMemory, to: (choice: Choice) => Choice): PadMemory {
  return memory.choice === null || memory.choice.sentAt !== null ? memory : { ...memory, choice: to(memory.choice) };
}

/** "Do not rate": nothing is sent, nothing is asked again (R3). */
export const decline = (_memory: PadMemory, recordId: RecordId): PadMemory => ({ choice: null, thanks: null, settled: recordId });

export const submitted = (memory: PadMemory, now: number): PadMemory => change(memory, (choice) => ({ ...choice, sentAt: now }));

const thank = (recordId: RecordId, outcome: Outcome, since: number): PadMemory => ({ choice: null, thanks: { recordId, outcome, since }, settled: recordId });

/** The server's answer, however late. A late one about a visitor who has left changes nothing on the screen. */
export function answered(memory: PadMemory, recordId: RecordId, answer: Answer, now: number): PadMemory {
  const { choice, thanks } = memory;
  const outcome = answer.ok ? 'given' : answer.refusal.code === 'alreadyRated' ? 'already' : null;
  if (thanks?.recordId === recordId) return outcome === null ? memory : { ...memory, thanks: { ...thanks, outcome } };
  if (choice?.recordId !== recordId || choice.sentAt === null) return memory;
  // Any other refusal stands beside the button, and the visitor may press again.
  return outcome === null ? { ...memory, choice: { ...choice, sentAt: null } } : thank(recordId, outcome, now);
}

/** What time and the hall do to the memory; `live` is false while the server is away. */
export function asTimePasses(memory: PadMemory, hall: Readonly<Hall>, place: string, live: boolean, now: number): PadMemory {
  const { choice } = memory;
  if (choice === null) return memory;
  if (choice.sentAt !== null) return !live || now - choice.sentAt > answerPatienceMs ? thank(choice.recordId, 'kept', now) : memory;
  const record = hall.counters.get(place as CounterId)?.lastRecord;
  return record?.id === choice.recordId && record.rated ? thank(choice.recordId, 'already', now) : memory;
}

/** Forgets what the page now shown has no use for. */
export function tidy(memory: PadMemory, view: { readonly kind: string; readonly choice?: Choice | null }): PadMemory {
  const choice = view.kind === 'rate' && view.choice !== null ? memory.choice : null;
  const thanks = view.kind === 'thanks' ? memory.thanks : null;
  return choice === memory.choice && thanks === memory.thanks ? memory : { ...memory, choice, thanks };
}
