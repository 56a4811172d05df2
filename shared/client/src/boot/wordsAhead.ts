// Loads the font's slices for words before they are needed. The font comes in slices from the server, each fetched when
// a character of it is first shown; a word first needed when the server is away would have no shapes on a machine
// without Chinese fonts.

/** Every character in these texts, catalogues or plans, each once. A word made of facts is read from its own source. */
export function charactersOf(...sources: readonly unknown[]): string {
  const found = new Set<string>();
  const visit = (source: unknown): void => {
    if (typeof source === 'string' || typeof source === 'function') for (const character of String(source)) found.add(character);
    else if (typeof source === 'object' && source !== null) Object.values(source).forEach(visit);
  };
  sources.forEach(visit);
  return [...found].join('');
}

/** Asks the browser for the slices; one that does not come now is asked for again when it is shown. */
export function loadFontFor(characters: string): void {
  document.fonts.load('16px "Noto Sans SC Variable"', characters).catch(() => undefined);
}
