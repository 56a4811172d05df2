// The hall as Vue sees it. The follower changes its copy in place; one trigger per batch makes the screens look again.
import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref, shallowRef, triggerRef, type ComputedRef } from 'vue';
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { Plan } from '@hall/core/domain/plan';
import { emptyHall } from '@hall/core/domain/hall';
import type { Link, LinkStatus } from '../link/link.ts';

export const useHall = defineStore('hall', () => {
  const hall = shallowRef<Hall>(emptyHall());
  const status = shallowRef<LinkStatus>({ kind: 'connecting' });
  const you = shallowRef<Link['you']>(null);
  const now = ref(0);
  let link: Link | null = null;
  const listeners = new Set<(events: readonly HallEvent[] | null) => void>();

  /** Called once by createScreen. */
  function attach(to: Link): void {
    link = to;
    to.onChange((events) => {
      status.value = to.status;
      you.value = to.you;
      now.value = to.serverNow();
      if (hall.value === to.hall) triggerRef(hall);
      else hall.value = to.hall;
      for (const listener of listeners) listener(events);
    });
    setInterval(() => { now.value = to.serverNow(); }, 500);
  }

  /** Events as they come, in order; null when the whole hall was replaced. Ends with the component. */
  function onEvents(listener: (events: readonly HallEvent[] | null) => void): void {
    listeners.add(listener);
    onScopeDispose(() => listeners.delete(listener));
  }

  function theLink(): Link {
    if (link === null) throw new Error('useHall before createScreen');
    return link;
  }

  /** The plan, once it has come; screens show nothing but a wait before. */
  const plan: ComputedRef<Plan | null> = computed(() => hall.value.plan);
  /** Counter number, kiosk or board name of this device. */
  const place = computed(() => you.value?.place ?? '');
  const isLive = computed(() => status.value.kind === 'live');

  return { hall, status, you, now, plan, place, isLive, attach, onEvents, theLink };
});
