// Speaks calls in order, never two at a time, each sentence with a time limit (D3), in the spoken form of D4.
// No sound and no Vue here: the voice is a port (webVoice.ts), so that every rule is tested without ears.
import type { CallShown } from '@hall/core/domain/hall';
import { spokenCall, type ClipKey, type Manner } from '@hall/core/text/spokenCall';
import { freshMs } from './callQueue.ts';

export type PlayEnd = 'ended' | 'blocked' | 'clipMissing' | 'failed';

export interface Playing {
  /** Length of what is played, ms. */
  readonly lengthMs: number;
  readonly ended: Promise<PlayEnd>;
}

/** Anything that can play clips one after another. */
export interface Voice {
  play(clips: readonly ClipKey[]): Playing;
  /** Ends what is played; after a sentence that did not end in time, also makes the device anew. */
  abandon(): void;
}

/** Why a call was shown only. `merged`: its ticket stood in the line of announcements already. */
export type NotSpoken = 'tooOld' | 'overtaken' | 'beforeReload' | 'merged' | 'timedOut' | Exclude<PlayEnd, 'ended'>;

export interface SpeakerParts {
  readonly voice: Voice;
  /** Languages and times of a call, as the plan has them at that moment (D4). */
  readonly manner: () => Manner;
  readonly after: (ms: number, run: () => void) => () => void;
  /** False once the ticket was started, missed or cancelled: nobody is sought any more (D4). */
  readonly stillCalled: (call: CallShown) => boolean;
  /** True for calls up to the last one this screen spoke before it was reloaded (D3). */
  readonly handledBefore: (call: CallShown) => boolean;
  readonly spoke: (call: CallShown) => void;
  readonly didNotSpeak: (call: CallShown, why: NotSpoken) => void;
}

export interface Speaker {
  /** Calls in order of their sequence; `now` is hall time. */
  take(calls: readonly CallShown[], now: number): void;
  stop(): void;
}

/** A sentence may take this much longer than its clips before it is given up. */
export const graceMs = 2_000;

export function createSpeaker({ voice, manner, after, stillCalled, handledBefore, spoke, didNotSpeak }: SpeakerParts): Speaker {
  let line: CallShown[] = [];
  let speaking = false;
  let stopped = false;

  function join(call: CallShown): void {
    const earlier = line.find(({ ticketId }) => ticketId === call.ticketId);
    if (earlier?.counterId === call.counterId) return didNotSpeak(call, 'merged');
    if (earlier !== undefined) {
      // The same ticket at another counter: the earlier announcement would send the visitor to the wrong place.
      line = line.filter((waiting) => waiting !== earlier);
      didNotSpeak(earlier, 'merged');
    }
    line.push(call);
  }

  async function speakAll(): Promise<void> {
    speaking = true;
    for (let call = line.shift(); call !== undefined && !stopped; call = line.shift()) await announce(call);
    speaking = false;
  }

  async function announce(call: CallShown): Promise<void> {
    if (!stillCalled(call)) return didNotSpeak(call, 'overtaken');
    const [first, ...others] = spokenCall(call, { ...manner(), backlog: line.length > 0 });
    const end = first === undefined ? 'failed' : await play(first.clips);
    if (end !== 'ended') return didNotSpeak(call, end);
    spoke(call);
    for (const { clips } of others) {
      // Somebody else waits to be called, or the visitor has come: the rest would only keep the hall listening.
      if (stopped || line.length > 0 || !stillCalled(call) || await play(clips) !== 'ended') return;
    }
  }

  function play(clips: readonly ClipKey[]): Promise<PlayEnd | 'timedOut'> {
    const { lengthMs, ended } = voice.play(clips);
    return new Promise((resolve) => {
      const forget = after(lengthMs + graceMs, () => {
        voice.abandon();
        resolve('timedOut');
      });
      void ended.catch((): PlayEnd => 'failed').then((end) => {
        forget();
        resolve(end);
      });
    });
  }

  return {
    take(calls, now) {
      for (const call of calls) {
        if (now - call.at > freshMs) didNotSpeak(call, 'tooOld');
        else if (handledBefore(call)) didNotSpeak(call, 'beforeReload');
        else join(call);
      }
      if (!speaking && !stopped) void speakAll();
    },
    stop() {
      stopped = true;
      line = [];
      voice.abandon();
    },
  };
}
