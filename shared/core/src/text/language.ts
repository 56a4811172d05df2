// The languages of the screens. A further one is added here and then does not compile until every text has it.

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in every language; functions where facts are put in. */
export type Texts<Words> = Readonly<Record<Language, Words>>;

export const languageNames: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };
/** For the `lang` attribute, which chooses the right shapes of characters. */
export const languageTags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };
