// Date, weekday and time as the hall shows them, in the hall's own time zone and the screen's language.
import { languageTags, type Language } from '@hall/core/text/language';

const cache = new Map<string, Intl.DateTimeFormat>();
function format(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, timeZone, options]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(languageTags[language], { ...options, timeZone });
  cache.set(key, made);
  return made;
}

export const timeText = (at: number, language: Language, timeZone: string): string =>
  format(language, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
export const dateText = (at: number, language: Language, timeZone: string): string =>
  format(language, timeZone, { year: 'numeric', month: 'long', day: 'numeric' }).format(at);
export const weekdayText = (at: number, language: Language, timeZone: string): string =>
  format(language, timeZone, { weekday: 'long' }).format(at);
