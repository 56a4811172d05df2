// The language of this screen: Chinese first, changed by the person in front of it or by `?lang=en` in the address.
import { defineStore } from 'pinia';
import { ref, watchEffect } from 'vue';
import { languageTags, languages, type Language, type Texts } from '@hall/core/text/language';

export const useLanguage = defineStore('language', () => {
  const asked = new URLSearchParams(location.search).get('lang');
  const language = ref<Language>(languages.find((known) => known === asked) ?? 'zh');
  watchEffect(() => { document.documentElement.lang = languageTags[language.value]; });

  /** The words of one catalogue in the language of now; reactive when used in a template or computed. */
  const say = <Words>(texts: Texts<Words>): Words => texts[language.value];
  function next(): void {
    language.value = languages[(languages.indexOf(language.value) + 1) % languages.length] ?? 'zh';
  }
  return { language, say, next };
});
