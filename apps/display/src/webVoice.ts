// The voice over WebAudio: plays one sentence of clips at exact times. A browser may forbid sound until somebody
// touches the page; then `blocked` is the answer and the first touch opens it. When to speak what is speaker.ts.
import type { ClipKey } from '@hall/core/text/spokenCall';
import { leadS, scheduleClips } from './clipSchedule.ts';
import type { PlayEnd, Playing, Voice } from './speaker.ts';
import type { VoicePack } from './voicePack.ts';

/** How long the browser may take to start sound before it counts as forbidden. */
const startWithinMs = 1_000;

export interface WebVoice extends Voice {
  /** Tries to start the sound; false while the browser forbids it. */
  open(): Promise<boolean>;
  close(): void;
}

export function createWebVoice(pack: VoicePack): WebVoice {
  let context: AudioContext | null = null;
  let sources: AudioBufferSourceNode[] = [];

  function theContext(): AudioContext {
    const rate = pack.sampleRate();
    context ??= new AudioContext(rate === null ? {} : { sampleRate: rate });
    return context;
  }

  async function open(): Promise<boolean> {
    const now = theContext();
    if (now.state === 'running') return true;
    // `resume` stays pending for ever while sound is forbidden.
    await Promise.race([now.resume(), new Promise((resolve) => setTimeout(resolve, startWithinMs))]);
    return isRunning(now);
  }

  async function playNow(clips: readonly ClipKey[]): Promise<PlayEnd> {
    const found = clips.map((key) => pack.clips.get(key)).filter((clip) => clip !== undefined);
    // A number with a gap in it is another number: rather silent than wrong.
    if (found.length < clips.length) return 'clipMissing';
    if (!await open()) return 'blocked';
    const to = theContext();
    const scheduled = scheduleClips(found.map(({ span }) => span), to.currentTime + leadS).clips;
    sources = found.map(({ buffer }) => {
      const source = new AudioBufferSourceNode(to, { buffer });
      source.connect(to.destination);
      return source;
    });
    const ended = new Promise<PlayEnd>((resolve) => {
      sources.at(-1)?.addEventListener('ended', () => resolve('ended'));
    });
    for (const [index, { at, offset, duration }] of scheduled.entries()) sources[index]?.start(at, offset, duration);
    return ended;
  }

  const lengthOf = (clips: readonly ClipKey[]): number =>
    clips.reduce((sum, key) => sum + 1000 * (pack.clips.get(key)?.span.duration ?? 0), 1000 * leadS);

  function abandon(): void {
    for (const source of sources) source.disconnect();
    sources = [];
    // A device that did not play in time (pulled out, hung) may never come back in the same context.
    const hung = context;
    context = null;
    void hung?.close();
  }

  return {
    play: (clips): Playing => ({ lengthMs: lengthOf(clips), ended: playNow(clips) }),
    abandon,
    open,
    close: abandon,
  };
}

/** Asked through a function: the compiler takes the state before a wait for the state after it. */
const isRunning = (context: AudioContext): boolean => context.state === 'running';
