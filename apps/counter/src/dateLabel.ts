// A business day as the desk reads it: month, day and weekday, without the year.
import { languageTags, type Language } from '@hall/core/text/language';

/** As in "11月20日周五", "Fri, 20 Nov"; `date` is `YYYY-MM-DD`, and a day has no time zone. */
export const dateLabel = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : languageTags[language], { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));
