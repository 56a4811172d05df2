// The clips of the voice, fetched and decoded once at the start, so that a call needs neither network nor waiting.
// What could not be loaded is tried again until it is there.
import { languages, type Language } from '@hall/core/text/language';
import type { ClipKey } from '@hall/core/text/spokenCall';
import { audibleSpan, type ClipSpan } from './clipSchedule.ts';

interface PackIndex {
  readonly sampleRate: number;
  readonly chime: string;
  readonly languages: Readonly<Partial<Record<Language, { readonly clips: Readonly<Record<string, { readonly file: string }>> }>>>;
}

export interface Clip {
  readonly buffer: AudioBuffer;
  readonly span: ClipSpan;
}

export interface VoicePack {
  readonly clips: ReadonlyMap<ClipKey, Clip>;
  /** Resolves when every clip is there. */
  readonly complete: Promise<void>;
  /** The clips' own rate, Hz; null before the index has come. */
  sampleRate(): number | null;
}

/** Files asked for at once: the board must not starve its own socket on a slow network. */
const lanes = 6;
const tryAgainMs = 10_000;

/** `base` is the folder of the pack with a slash at its end. */
export function loadVoicePack(base: string): VoicePack {
  const clips = new Map<ClipKey, Clip>();
  let rate: number | null = null;

  async function tryOnce(): Promise<boolean> {
    const index = await fetchPart(`${base}index.json`, async (response) => await response.json() as PackIndex);
    if (index === null) return false;
    rate = index.sampleRate;
    const decoder = new OfflineAudioContext(1, 1, index.sampleRate);
    const missing = filesOf(index).filter(([key]) => !clips.has(key));
    let lost = 0;
    const lane = async (): Promise<void> => {
      for (let next = missing.shift(); next !== undefined; next = missing.shift()) {
        const [key, file] = next;
        const buffer = await fetchPart(base + file, async (response) => await decoder.decodeAudioData(await response.arrayBuffer()));
        if (buffer === null) lost += 1;
        else clips.set(key, { buffer, span: audibleSpan(buffer.getChannelData(0), buffer.sampleRate) });
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return lost === 0;
  }

  async function keepTrying(): Promise<void> {
    while (!await tryOnce()) await new Promise((resolve) => setTimeout(resolve, tryAgainMs));
  }

  return { clips, complete: keepTrying(), sampleRate: () => rate };
}

/** The chime first, then Chinese: what the first call needs. */
function filesOf(index: PackIndex): [ClipKey, string][] {
  return [
    ['chime', index.chime],
    ...languages.flatMap((language) => Object.entries(index.languages[language]?.clips ?? {})
      .map(([name, { file }]): [ClipKey, string] => [`${language}/${name}`, file])),
  ];
}

/** Null when it is not there or cannot be read: both are the same to a board, and both are tried again. */
async function fetchPart<T>(url: string, read: (response: Response) => Promise<T>): Promise<T | null> {
  try {
    const response = await fetch(url);
    return response.ok ? await read(response) : null;
  } catch {
    return null;
  }
}
