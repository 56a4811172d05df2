// Ties the flow to this device: its clock, its touches, the hall, and one order button per visit to a service page.
// The order's id is born when the page with 取号 is shown and kept for every retry (N6).
import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import type { ServiceId } from '@hall/core/domain/ids';
import { must } from '@hall/core/base/assert';
import type { Answer } from '@hall/core/protocol/messages';
import { useCommand } from '@hall/client/store/commandStore';
import { useHall } from '@hall/client/store/hallStore';
import { useLanguage } from '@hall/client/store/languageStore';
import { step } from './kioskFlow.ts';
import { freshKiosk, type Answered, type KioskEvent, type KioskState, type Known, type Touch } from './kioskPages.ts';
import { countdown, isPatienceOver, isSettling } from './kioskTimes.ts';

/** Often enough for a countdown in seconds to look even. */
const tickMs = 250;

export interface Kiosk {
  readonly state: ShallowRef<KioskState>;
  readonly secondsLeft: ComputedRef<number | null>;
  readonly patienceOver: ComputedRef<boolean>;
  readonly settling: ComputedRef<boolean>;
  touch(touch: Touch): void;
}

export function useKiosk(): Kiosk {
  const store = useHall();
  const lang = useLanguage();
  const hallsLanguage = lang.language;
  const state = shallowRef(freshKiosk(performance.now()));
  const clock = ref(performance.now());
  let button = useCommand('issueTicket');

  const known = (): Known => ({
    live: store.isLive,
    hasService: (id) => store.plan?.services.some((service) => service.id === id) ?? false,
    hasDepartment: (id) => store.plan?.departments.some((department) => department.id === id) ?? false,
  });

  function tell(event: KioskEvent): void {
    const before = state.value;
    const { state: after, order } = step(before, event, known());
    clock.value = event.at;
    state.value = after;
    if (after.visit !== before.visit) lang.language = hallsLanguage;
    if (after.page.kind === 'service' && after.page !== before.page) button = useCommand('issueTicket');
    if (order !== null) void send(order, after.orders);
  }

  async function send(serviceId: ServiceId, order: number): Promise<void> {
    const answer = await button.press({ serviceId, priority: null, slotAt: null, override: null, visitorKey: null });
    tell({ kind: 'answered', at: performance.now(), order, answer: answered(answer) });
  }

  const ticking = setInterval(() => tell({ kind: 'ticked', at: performance.now() }), tickMs);
  onScopeDispose(() => clearInterval(ticking));
  watch(() => state.value.elder, (elder) => document.documentElement.classList.toggle('elder', elder));

  return {
    state,
    secondsLeft: computed(() => countdown(state.value, clock.value)),
    patienceOver: computed(() => isPatienceOver(state.value, clock.value)),
    settling: computed(() => isSettling(state.value, clock.value)),
    touch: (touch) => tell({ kind: 'touched', at: performance.now(), touch }),
  };
}

function answered(answer: Answer): Answered {
  if (!answer.ok) return { refusal: answer.refusal };
  const event = must(answer.events.find(({ type }) => type === 'ticketIssued'), 'the issue in the answer to issueTicket');
  if (event.type !== 'ticketIssued') throw new Error('an issue that is none');
  const { number, serviceId, queueId, ahead } = event.data;
  return { ticket: { number, serviceId, queueId, ahead, issuedAt: event.at } };
}
