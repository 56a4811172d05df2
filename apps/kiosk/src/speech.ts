// Words spoken by the voice of the machine, if it has one for the language; the same words always stand on the screen.
import { languageTags, type Language } from '@hall/core/text/language';

export interface Speech {
  /** Speaks instead of whatever is being said. False: there is no voice for it here. */
  say(words: string, language: Language): boolean;
  stop(): void;
}

export function speechOf(synthesis: SpeechSynthesis | undefined, utterance: (words: string) => SpeechSynthesisUtterance = (words) => new SpeechSynthesisUtterance(words)): Speech {
  if (synthesis === undefined) return { say: () => false, stop: () => undefined };
  return {
    say(words, language) {
      const tag = languageTags[language].slice(0, 2);
      // A voice that is called zh and reads pinyin as English (espeak's cmn) is worse than none.
      const voice = synthesis.getVoices().find(({ lang }) => lang.toLowerCase().replace('_', '-').startsWith(tag));
      if (voice === undefined) return false;
      const said = utterance(words);
      said.voice = voice;
      said.lang = voice.lang;
      said.rate = 0.95;
      synthesis.cancel();
      synthesis.speak(said);
      return true;
    },
    stop: () => { synthesis.cancel(); },
  };
}
