// What is said beside the button of a session's form: the server's own words, a wait that counts down, or that it is away.
import { computed, type ComputedRef } from 'vue';
import { gateTexts } from '@hall/core/text/gateText';
import { signInTold } from '@hall/core/text/signInText';
import { useLanguage } from '../store/languageStore.ts';
import { useSession } from '../store/sessionStore.ts';

/** `instead`: own words for a code, where a screen asks for something else than a password. */
export function useSessionProblem(instead: () => Readonly<Record<string, string>> = () => ({})): { readonly text: ComputedRef<string | null>; readonly code: ComputedRef<string | null>; readonly mustWait: ComputedRef<boolean> } {
  const session = useSession();
  const lang = useLanguage();
  const code = computed(() => (session.problem === null ? null : session.problem.kind === 'away' ? 'away' : session.problem.told.code));
  const mustWait = computed(() => session.waitMs > 0 && code.value === 'wait');
  const text = computed(() => {
    const { problem } = session;
    if (problem === null) return null;
    if (problem.kind === 'away') return lang.say(gateTexts).away;
    if (problem.told.code !== 'wait') return instead()[problem.told.code] ?? problem.told[lang.language];
    return mustWait.value ? signInTold({ code: 'wait', waitMs: session.waitMs }, lang.language) : null;
  });
  return { text, code, mustWait };
}
