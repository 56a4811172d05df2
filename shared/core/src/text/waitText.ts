// How long one will wait, in words: people ahead and a range of minutes (rules S1, H5). Which range is shown is shownRange's business.
import type { ShownRange } from '../domain/forecast/shownRange.ts';
import type { Texts } from './language.ts';

interface WaitWords {
  readonly ahead: (people: number) => string;
  /** The range alone: "约 15–25 分钟". */
  readonly range: (range: ShownRange) => string;
  /** Minutes without their word, where it stands elsewhere. */
  readonly minutes: (range: ShownRange) => string;
  /** As a sentence of its own. */
  readonly expected: (range: ShownRange) => string;
}

export const waitTexts: Texts<WaitWords> = {
  zh: {
    ahead: (people) => (people === 0 ? '前面无人等候' : `前面还有 ${people} 人等候`),
    range: ({ fromMinutes, toMinutes }) => (fromMinutes === 0 ? `${toMinutes} 分钟以内` : `约 ${fromMinutes}–${toMinutes} 分钟`),
    minutes: ({ fromMinutes, toMinutes }) => (fromMinutes === 0 ? `<${toMinutes}` : `${fromMinutes}–${toMinutes}`),
    expected: ({ fromMinutes, toMinutes }) => (fromMinutes === 0 ? `预计等候 ${toMinutes} 分钟以内` : `预计等候约 ${fromMinutes}–${toMinutes} 分钟`),
  },
  en: {
    ahead: (people) => (people === 0 ? 'Nobody ahead of you' : people === 1 ? '1 person ahead of you' : `${people} people ahead of you`),
    range: ({ fromMinutes, toMinutes }) => (fromMinutes === 0 ? `within ${toMinutes} min` : `${fromMinutes}–${toMinutes} min`),
    minutes: ({ fromMinutes, toMinutes }) => (fromMinutes === 0 ? `<${toMinutes}` : `${fromMinutes}–${toMinutes}`),
    expected: ({ fromMinutes, toMinutes }) => (fromMinutes === 0 ? `Expected wait within ${toMinutes} min` : `Expected wait about ${fromMinutes}–${toMinutes} min`),
  },
};
