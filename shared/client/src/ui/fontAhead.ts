// Loads the font's slices for words before they are needed. The font comes in slices from the server, so a word that
// is first shown while the server is away would otherwise have no shapes on a machine without Chinese fonts.
import type { Language } from '@hall/core/text/language';

/** One catalogue of texts; a word is plain or made of one fact. */
type Catalogue = Readonly<Record<Language, object>>;

/** All characters of these catalogues, each once. */
export function charactersOf(...catalogues: readonly Catalogue[]): string {
  const words = catalogues.flatMap((catalogue) => Object.values(catalogue)).flatMap((of) => Object.values(of) as unknown[]);
  const texts = words.map((word) => (typeof word === 'function' ? (word as (fact: string) => string)('') : String(word)));
  return [...new Set(texts.join(''))].join('');
}

/** Asks the browser for the slices; a slice that does not come now is asked for again when it is shown. */
export function loadFontFor(characters: string): void {
  document.fonts.load('16px "Noto Sans SC Variable"', characters).catch(() => undefined);
}
