// When each clip of a sentence starts, and which part of it is played. Pure; webVoice.ts plays it.

/** Below this a sample is silence: -50 dBFS, under the breath of any recording and above an encoder's noise. */
const silence = 0.003;
/** Quiet kept at both ends of a clip, s; what the recordings themselves have. */
const edgeS = 0.03;
/** Time between the order to play and the first sample, s: a slow machine prepares a sentence in it, and two
    sentences are heard apart (together with the edges of the clips about a sixth of a second). */
export const leadS = 0.1;

/** The part of a clip that is heard, s. */
export interface ClipSpan {
  readonly offset: number;
  readonly duration: number;
}

/** Cuts what an encoder pads (50 to 80 ms of silence), so that words stand as close as they were recorded. */
export function audibleSpan(samples: Float32Array, sampleRate: number): ClipSpan {
  const loud = (sample: number): boolean => Math.abs(sample) > silence;
  const first = samples.findIndex(loud);
  if (first < 0) return { offset: 0, duration: 0 };
  let end = samples.length;
  while (!loud(samples[end - 1] ?? 1)) end -= 1;
  const offset = Math.max(0, first / sampleRate - edgeS);
  return { offset, duration: Math.min(samples.length, end + edgeS * sampleRate) / sampleRate - offset };
}

export interface ScheduledClip extends ClipSpan {
  /** s on the audio clock. */
  readonly at: number;
}

/** One clip after another, never two at a time; `endsAt` is when the last has ended. */
export function scheduleClips(spans: readonly ClipSpan[], startsAt: number): { readonly clips: readonly ScheduledClip[]; readonly endsAt: number } {
  let at = startsAt;
  const clips = spans.map((span) => {
    const clip = { ...span, at };
    at += span.duration;
    return clip;
  });
  return { clips, endsAt: at };
}
