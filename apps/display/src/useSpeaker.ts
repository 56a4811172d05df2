// Ties the speaker to the page: loads the clips, remembers over a reload what was spoken, and keeps the lists of
// what was spoken and what was not, which the board carries as data attributes.
import { onScopeDispose, ref, shallowRef } from 'vue';
import { useHall } from '@hall/client/store/hallStore';
import type { CallShown } from '@hall/core/domain/hall';
import { languages } from '@hall/core/text/language';
import { createSpeaker } from './speaker.ts';
import { loadVoicePack } from './voicePack.ts';
import { createWebVoice } from './webVoice.ts';

/** `off` on a board that does not speak; `failed`: the last call could not be heard for another reason than `blocked`. */
export type VoiceState = 'off' | 'loading' | 'ready' | 'blocked' | 'failed';

const entriesKept = 200;
/** A call that comes while the clips are still loading waits this long for them at most. */
const loadWithinMs = 8_000;
const memory = 'hall.display.spoken';
/** Where browsers count a touch as permission: a mouse when pressed, a finger when lifted. */
const touches = ['pointerdown', 'pointerup', 'keydown'] as const;

export function useSpeaker(isOn: boolean) {
  const state = ref<VoiceState>(isOn ? 'loading' : 'off');
  const spoken = shallowRef<readonly number[]>([]);
  const notSpoken = shallowRef<readonly string[]>([]);
  if (!isOn) return { state, spoken, notSpoken, take: (): void => undefined };

  const store = useHall();
  const pack = loadVoicePack(`${import.meta.env.BASE_URL}voice/`);
  const voice = createWebVoice(pack);
  const life = (): string => `${store.hall.journalId}/${store.hall.epoch}/`;
  const remembered = (): number => {
    const stored = sessionStorage.getItem(memory) ?? '';
    return stored.startsWith(life()) ? Number(stored.slice(life().length)) : 0;
  };

  const speaker = createSpeaker({
    voice,
    manner: () => store.plan?.voice ?? { languages, times: 1 },
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    stillCalled: ({ ticketId }) => store.hall.tickets.get(ticketId)?.state === 'called',
    handledBefore: ({ seq }) => seq <= remembered(),
    spoke: ({ seq }) => {
      sessionStorage.setItem(memory, life() + seq);
      spoken.value = [...spoken.value, seq].slice(-entriesKept);
      state.value = 'ready';
    },
    didNotSpeak: ({ seq }, why) => {
      notSpoken.value = [...notSpoken.value, `${seq}:${why}`].slice(-entriesKept);
      if (why === 'blocked') state.value = 'blocked';
      else if (why === 'failed' || why === 'timedOut' || why === 'clipMissing') state.value = 'failed';
    },
  });

  async function open(): Promise<void> {
    state.value = await voice.open() ? 'ready' : 'blocked';
  }
  const touched = (): void => { if (state.value === 'blocked') void open(); };
  // Whether sound is allowed is known before the first call, so that somebody can still be there to allow it.
  void pack.complete.then(open);
  const loaded = Promise.race([pack.complete, new Promise<void>((resolve) => setTimeout(resolve, loadWithinMs))]);
  for (const touch of touches) addEventListener(touch, touched);
  onScopeDispose(() => {
    for (const touch of touches) removeEventListener(touch, touched);
    speaker.stop();
  });

  const take = (calls: readonly CallShown[], now: number): void => { void loaded.then(() => speaker.take(calls, now)); };
  return { state, spoken, notSpoken, take };
}
