// The spoken form of a call as clips to play one after another (rule D4); the clips are described in the display's
// public/voice/README.md. Pure: how they are played, and when a call is left out, is the display's business.
import type { Language } from './language.ts';

/** `chime`, or a clip of one language such as `zh/qing`, `zh/A`, `en/n12`. */
export type ClipKey = 'chime' | `${Language}/${string}`;

/** One sentence; a speaker may stop between two sentences and never inside one. */
export interface SpokenPart {
  readonly language: Language;
  readonly clips: readonly ClipKey[];
}

export interface CallToSpeak {
  readonly number: string;
  readonly counterId: string;
}

/** How calls are spoken, as the plan says (D4). */
export interface Manner {
  /** The first is the one that is spoken with a backlog. */
  readonly languages: readonly Language[];
  /** How often when nobody else waits to be announced. */
  readonly times: number;
}

/** Sentence of each language around number and counter; a language without one does not compile. */
const sentences: Readonly<Record<Language, (number: readonly string[], counter: readonly string[]) => readonly string[]>> = {
  zh: (number, counter) => ['qing', ...number, 'hao-dao', ...counter, 'haochuangkou'],
  en: (number, counter) => ['ticket', ...number, 'please-go-to-counter', ...counter],
};

/**
 * The sentences of one call, in order: chime and first language, then the others, all of it so many times.
 * With a backlog once and in the first language only.
 */
export function spokenCall(call: CallToSpeak, { backlog, languages, times }: Manner & { readonly backlog: boolean }): SpokenPart[] {
  const once = languages.map((language) => ({ language, clips: sentence(call, language) }));
  const said = backlog ? once.slice(0, 1) : Array.from({ length: times }, () => once).flat();
  return said.map((part, index) => (index === 0 ? { ...part, clips: ['chime', ...part.clips] } : part));
}

function sentence({ number, counterId }: CallToSpeak, language: Language): ClipKey[] {
  // Letters and digits one by one: a number is read as it stands on the slip.
  return sentences[language]([...number], counterWords(counterId)).map((name): ClipKey => `${language}/${name}`);
}

/** 1 to 99 as a whole word; from 100 digit by digit, as such counters are called out in Chinese and English alike. */
const counterWords = (counterId: string): readonly string[] => (counterId.length <= 2 ? [`n${counterId}`] : [...counterId]);
