// The counter's orders wired to the link: one at a time, each with its answer shown beside the actions.
// What is possible is decided in counterFlow.ts; nothing is shown as done before the hall says so.
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { CommandData } from '@hall/core/domain/commands';
import type { ClerkId, CounterId, ReasonId } from '@hall/core/domain/ids';
import type { Answer } from '@hall/core/protocol/messages';
import { useCommand } from '@hall/client/store/commandStore';
import { useHall } from '@hall/client/store/hallStore';
import { counterOffers, signInOffer, type CounterAction, type CounterOffers, type Obstacle } from './counterFlow.ts';

/** What is said beside the actions after a press. */
export type Notice =
  | { readonly kind: 'refused'; readonly action: CounterAction | 'signIn'; readonly obstacle: Obstacle }
  /** Finished, and nobody could be called with the same press (C2). */
  | { readonly kind: 'finishedNobodyCalled'; readonly number: string };

export interface CounterOrders {
  /** As the buttons show it; a wait for an answer shows only when it is slow. */
  readonly offers: ComputedRef<CounterOffers>;
  readonly notice: ShallowRef<Notice | null>;
  /** The order without an answer, once the wait is long enough to be said. */
  readonly slowOrder: ComputedRef<CounterAction | 'signIn' | null>;
  readonly isLive: Ref<boolean> | ComputedRef<boolean>;
  press(action: Exclude<CounterAction, 'pauseCounter'>): void;
  /** Says beside the actions why this one cannot be used now. */
  explain(action: CounterAction): void;
  pause(reasonId: ReasonId): void;
  signIn(clerkId: ClerkId): void;
}

/** A notice is read within this; a countdown in it would be wrong soon after. */
const noticeMs = 8_000;

export function useCounterOrders(counterId: CounterId): CounterOrders {
  const store = useHall();
  const buttons = {
    callNext: useCommand('callNext'), recallTicket: useCommand('recallTicket'), startService: useCommand('startService'),
    missTicket: useCommand('missTicket'), finishService: useCommand('finishService'), finishAndCallNext: useCommand('finishAndCallNext'),
    pauseCounter: useCommand('pauseCounter'), openCounter: useCommand('openCounter'), closeCounter: useCommand('closeCounter'),
    signOut: useCommand('signOut'), signIn: useCommand('signIn'),
  };
  const notice = shallowRef<Notice | null>(null);
  const awaited = ref<CounterAction | 'signIn' | null>(null);
  /** The answer comes before the events it speaks of; an order is over when both are here. */
  let overAtSeq: number | null = null;

  const isLive = computed(() => store.isLive);
  const slowOrder = computed(() => (awaited.value !== null && buttons[awaited.value].slow.value ? awaited.value : null));
  const offers = computed(() => counterOffers(store.hall, counterId, store.now, { isLive: store.isLive, awaited: slowOrder.value }));

  function settle(wasReplaced: boolean): void {
    if (overAtSeq === null || (!wasReplaced && store.hall.seq < overAtSeq)) return;
    overAtSeq = null;
    awaited.value = null;
  }
  store.onEvents((events) => settle(events === null));

  let forget = 0;
  function say(what: Notice | null): void {
    clearTimeout(forget);
    notice.value = what;
    if (what !== null) forget = window.setTimeout(() => { notice.value = null; }, noticeMs);
  }

  async function send<A extends CounterAction | 'signIn'>(action: A, data: CommandData<A>): Promise<void> {
    say(null);
    const ticket = 'ticketId' in data ? store.hall.tickets.get(data.ticketId) : undefined;
    const number = ticket?.number ?? '';
    awaited.value = action;
    const press = buttons[action].press as (data: CommandData<A>) => Promise<Answer>;
    const answer = await press(data);
    overAtSeq = answer.ok ? Math.max(...answer.events.map(({ seq }) => seq)) : 0;
    settle(false);
    if (!answer.ok) say({ kind: 'refused', action, obstacle: answer.refusal });
    else if (action === 'finishAndCallNext' && !answer.events.some(({ type }) => type === 'ticketCalled')) say({ kind: 'finishedNobodyCalled', number });
  }

  /** Asked anew at the moment of the press: the drawn buttons may be half a second old. */
  function offerNow<A extends CounterAction>(action: A): CounterOffers[A] {
    const now = Math.round(store.theLink().serverNow());
    return counterOffers(store.hall, counterId, now, { isLive: store.isLive, awaited: awaited.value })[action];
  }

  function explain(action: CounterAction): void {
    const offer = offerNow(action);
    if (!offer.possible) say({ kind: 'refused', action, obstacle: offer.obstacle });
  }

  function press(action: Exclude<CounterAction, 'pauseCounter'>): void {
    const offer = offerNow(action);
    if (offer.possible) void send(action, offer.data);
    else explain(action);
  }

  function pause(reasonId: ReasonId): void {
    const offer = offerNow('pauseCounter');
    if (offer.possible) void send('pauseCounter', { counterId, reasonId });
    else explain('pauseCounter');
  }

  function signIn(clerkId: ClerkId): void {
    const link = { isLive: store.isLive, awaited: awaited.value };
    const offer = signInOffer(store.hall, counterId, clerkId, Math.round(store.theLink().serverNow()), link);
    if (offer.possible) void send('signIn', offer.data);
    else say({ kind: 'refused', action: 'signIn', obstacle: offer.obstacle });
  }

  return { offers, notice, slowOrder, isLive, press, explain, pause, signIn };
}

