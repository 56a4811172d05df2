// The counter's orders wired to the link: one at a time, each with its answer shown beside the actions.
// What is possible is decided in counterFlow.ts; nothing is shown as done before the hall says so.
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { CommandData } from '@hall/core/domain/commands';
import type { PersonId, CounterId, QueueId, ServiceId } from '@hall/core/domain/ids';
import type { Ticket } from '@hall/core/domain/ticket';
import type { Answer } from '@hall/core/protocol/messages';
import { useCommand } from '@hall/client/store/commandStore';
import { useHall } from '@hall/client/store/hallStore';
import { counterOffers, orderOffer, rowOffer, type CounterAction, type CounterOffers, type CounterOrder, type LinkView, type Obstacle, type Offer, type RowAction } from './counterFlow.ts';

/** What is said beside the actions after a press. */
export type Notice =
  | { readonly kind: 'refused'; readonly action: CounterOrder; readonly obstacle: Obstacle }
  /** Finished, and nobody could be called with the same press (C2). */
  | { readonly kind: 'finishedNobodyCalled'; readonly number: string }
  /** Finished in part: where its visitor is to go (T4). */
  | { readonly kind: 'wentOn'; readonly number: string; readonly serviceId: ServiceId; readonly queueId: QueueId };

/** Actions that need no choice of the clerk's. */
export type PlainAction = Exclude<CounterAction, ChosenAction>;
/** What the clerk chooses for the others. */
type Choice =
  { readonly [A in 'pauseCounter' | 'parkTicket' | 'putBackTicket']: Pick<CommandData<A>, 'reasonId'> }
  & { readonly transferTicket: Pick<CommandData<'transferTicket'>, 'to'>; readonly pickTicket: Pick<CommandData<'pickTicket'>, 'ticketId' | 'version' | 'reasonId'> };
export type ChosenAction = keyof Choice;

export interface CounterOrders {
  /** As the buttons show it; a wait for an answer shows only when it is slow. */
  readonly offers: ComputedRef<CounterOffers>;
  readonly notice: ShallowRef<Notice | null>;
  /** The order without an answer, once the wait is long enough to be said. */
  readonly slowOrder: ComputedRef<CounterOrder | null>;
  readonly isLive: Ref<boolean> | ComputedRef<boolean>;
  press(action: PlainAction): void;
  /** With what was chosen in the action's dialog; asked about again as it is sent. */
  choose<A extends ChosenAction>(action: A, choice: Choice[A]): void;
  /** Finishes these services and no others (T4). */
  finish(action: 'finishService' | 'finishAndCallNext', services: readonly ServiceId[]): void;
  /** What a row of a list offers now, and its press. */
  row(action: RowAction, ticket: Pick<Ticket, 'id' | 'version'>): Offer<RowAction>;
  pressRow(action: RowAction, ticket: Pick<Ticket, 'id' | 'version'>): void;
  /** Says beside the actions why this one cannot be used now. */
  explain(action: CounterAction): void;
  signIn(clerkId: PersonId): void;
}

/** A notice is read within this; a countdown in it would be wrong soon after. */
const noticeMs = 8_000;
/** The visitor of the last ticket has to be told while the next one is coming. */
const wentOnMs = 20_000;

export function useCounterOrders(counterId: CounterId): CounterOrders {
  const store = useHall();
  const buttons = {
    callNext: useCommand('callNext'), recallTicket: useCommand('recallTicket'), startService: useCommand('startService'),
    missTicket: useCommand('missTicket'), finishService: useCommand('finishService'), finishAndCallNext: useCommand('finishAndCallNext'),
    pauseCounter: useCommand('pauseCounter'), openCounter: useCommand('openCounter'), closeCounter: useCommand('closeCounter'),
    parkTicket: useCommand('parkTicket'), transferTicket: useCommand('transferTicket'), pickTicket: useCommand('pickTicket'),
    putBackTicket: useCommand('putBackTicket'), undoStep: useCommand('undoStep'), resumeTicket: useCommand('resumeTicket'),
    unparkTicket: useCommand('unparkTicket'), returnTicket: useCommand('returnTicket'),
    signOut: useCommand('signOut'), signIn: useCommand('signIn'),
  };
  const notice = shallowRef<Notice | null>(null);
  const awaited = ref<CounterOrder | null>(null);
  /** The answer comes before the events it speaks of; an order is over when both are here. */
  let overAtSeq: number | null = null;

  const isLive = computed(() => store.isLive);
  const slowOrder = computed(() => (awaited.value !== null && buttons[awaited.value].slow.value ? awaited.value : null));
  const shown = computed((): LinkView => ({ isLive: store.isLive, awaited: slowOrder.value }));
  const offers = computed(() => counterOffers(store.hall, counterId, store.now, shown.value));

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
    if (what !== null) forget = window.setTimeout(() => { notice.value = null; }, what.kind === 'wentOn' ? wentOnMs : noticeMs);
  }

  async function send<A extends CounterOrder>(action: A, data: CommandData<A>): Promise<void> {
    say(null);
    const ticket = 'ticketId' in data ? store.hall.tickets.get(data.ticketId) : undefined;
    const number = ticket?.number ?? '';
    awaited.value = action;
    const press = buttons[action].press as (data: CommandData<A>) => Promise<Answer>;
    const answer = await press(data);
    overAtSeq = answer.ok ? Math.max(...answer.events.map(({ seq }) => seq)) : 0;
    settle(false);
    const wentOn = answer.ok ? answer.events.find(({ type }) => type === 'ticketWentOn') : undefined;
    if (!answer.ok) say({ kind: 'refused', action, obstacle: answer.refusal });
    // Without a next ticket in hand the desk says it where the ticket stood.
    else if (wentOn?.type === 'ticketWentOn' && answer.events.some(({ type }) => type === 'ticketCalled')) say({ kind: 'wentOn', number, serviceId: wentOn.data.serviceId, queueId: wentOn.data.queueId });
    else if (action === 'finishAndCallNext' && !answer.events.some(({ type }) => type === 'ticketCalled')) say({ kind: 'finishedNobodyCalled', number });
  }

  // Everything is asked anew at the moment of the press: the drawn buttons may be half a second old.
  const atPress = (): LinkView => ({ isLive: store.isLive, awaited: awaited.value });
  const serverNow = (): number => Math.round(store.theLink().serverNow());
  const offerNow = <A extends CounterAction>(action: A): CounterOffers[A] => counterOffers(store.hall, counterId, serverNow(), atPress())[action];

  function give<A extends CounterOrder>(action: A, offer: Offer<A>): void {
    if (offer.possible) void send(action, offer.data);
    else say({ kind: 'refused', action, obstacle: offer.obstacle });
  }
  function explain(action: CounterAction): void {
    const offer = offerNow(action);
    if (!offer.possible) say({ kind: 'refused', action, obstacle: offer.obstacle });
  }
  function choose<A extends ChosenAction>(action: A, choice: Choice[A]): void {
    const offer: Offer<A> = offerNow(action);
    give(action, offer.possible ? orderOffer(store.hall, counterId, serverNow(), atPress(), action, { ...offer.data, ...choice }) : offer);
  }
  function finish(action: 'finishService' | 'finishAndCallNext', services: readonly ServiceId[]): void {
    const offer: Offer<typeof action> = offerNow(action);
    give(action, offer.possible ? orderOffer(store.hall, counterId, serverNow(), atPress(), action, { ...offer.data, services: [...services] }) : offer);
  }

  return {
    offers, notice, slowOrder, isLive, explain, choose, finish,
    press: (action) => give(action, offerNow(action)),
    row: (action, ticket) => rowOffer(store.hall, counterId, store.now, shown.value, action, ticket),
    pressRow: (action, ticket) => give(action, rowOffer(store.hall, counterId, serverNow(), atPress(), action, ticket) as Offer<typeof action>),
    signIn: (clerkId) => give('signIn', orderOffer(store.hall, counterId, serverNow(), atPress(), 'signIn', { counterId, clerkId })),
  };
}
