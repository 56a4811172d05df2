// Ties the flow to this device: its clock, its touches, the hall, and its order buttons.
// An order's id is born when a page with an order button is shown and kept for every retry (N6).
import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import type { QueueId, ServiceId } from '@hall/core/domain/ids';
import type { Plan } from '@hall/core/domain/plan';
import { slipDocument } from '@hall/core/slip/slipDocument';
import type { Answer } from '@hall/core/protocol/messages';
import { freshCommandId, useCommand } from '@hall/client/store/commandStore';
import { useHall } from '@hall/client/store/hallStore';
import { useLanguage } from '@hall/client/store/languageStore';
import { checkInOrder } from './checkInOrder.ts';
import { aloneTicket, answered } from './issuedTicket.ts';
import { step } from './kioskFlow.ts';
import { freshKiosk, type Answered, type IssuedTicket, type KioskEvent, type KioskState, type Known, type Reading, type Slip, type Touch, type Wish } from './kioskPages.ts';
import { countdown, isPatienceOver, isSettling } from './kioskTimes.ts';
import { printId } from './printPort.ts';
import { ticketOf } from './ticketView.ts';
import { useAlone } from './useAlone.ts';
import { usePaper, type PaperHere } from './usePaper.ts';

/** Often enough for a countdown in seconds to look even. */
const tickMs = 250;

export interface Kiosk {
  readonly state: ShallowRef<KioskState>;
  readonly secondsLeft: ComputedRef<number | null>;
  readonly patienceOver: ComputedRef<boolean>;
  readonly settling: ComputedRef<boolean>;
  readonly paper: PaperHere;
  /** The server is away and this service's numbers were lent. */
  givesAlone(serviceId: ServiceId): boolean;
  touch(touch: Touch): void;
  read(reading: Reading): void;
}

export function useKiosk(): Kiosk {
  const store = useHall();
  const lang = useLanguage();
  const hallsLanguage = lang.language;
  const state = shallowRef(freshKiosk(performance.now()));
  const clock = ref(performance.now());
  const paper = usePaper();
  const alone = useAlone();
  let buttons = freshButtons();

  const queueOf = (id: ServiceId): QueueId | null => store.plan?.services.find((service) => service.id === id)?.queueId ?? null;
  const givesAlone = (id: ServiceId): boolean => {
    const queueId = queueOf(id);
    return !store.isLive && queueId !== null && (alone.value?.left(queueId) ?? 0) > 0;
  };

  const known = (): Known => ({
    live: store.isLive,
    givesAlone,
    hasService: (id) => store.plan?.services.some((service) => service.id === id) ?? false,
    hasDepartment: (id) => store.plan?.departments.some((department) => department.id === id) ?? false,
    departmentOf: (id) => store.plan?.services.find((service) => service.id === id)?.departmentId ?? null,
    ticketOf: (number) => ticketOf(store.hall, number),
    hasTicket: (id) => store.hall.tickets.has(id),
    canCheckIn: takesAppointments(store.plan),
    paper: paper.state.value,
  });

  function tell(event: KioskEvent): void {
    const before = state.value;
    const { state: after, order } = step(before, event, known());
    clock.value = event.at;
    state.value = after;
    if (after.visit !== before.visit) lang.language = hallsLanguage;
    if (after.shownAt !== before.shownAt && after.page.kind !== 'taking') buttons = freshButtons();
    if (order !== null) void send(order, after.orders);
  }

  async function send(wish: Wish, order: number): Promise<void> {
    const told = wish.what === 'ticket' && !store.isLive ? await giveAlone(wish) : answered(await press(wish), store.hall);
    tell({ kind: 'answered', at: performance.now(), order, answer: told });
    const { page, slip } = state.value;
    if ('ticket' in told && page.kind === 'done' && page.ticket === told.ticket && slip === 'printing') await print(page.ticket);
  }

  /** From the numbers that were lent; on the kiosk's disk before it is shown (O1). */
  async function giveAlone({ serviceId, also }: Extract<Wish, { what: 'ticket' }>): Promise<Answered> {
    const queueId = queueOf(serviceId);
    const given = queueId === null ? undefined : await alone.value?.give(queueId, [serviceId, ...also]);
    if (given === undefined || queueId === null) return { alone: 'noNumbers' };
    return given.ok ? { ticket: aloneTicket(given.ticket, queueId) } : { alone: given.why };
  }

  /** Whoever works here sees whether there is a paper (S2). A number given alone is in no journal of the server yet. */
  function noteSlip({ ticketId, reprint, isAlone }: IssuedTicket, slip: Slip): void {
    if (isAlone === true || (slip !== 'confirmed' && slip !== 'failed' && slip !== 'unknown')) return;
    const link = store.theLink();
    const now = link.serverNow();
    void link.order({ id: freshCommandId(now), pressedAt: Math.round(Math.max(0, now)), type: 'noteSlip', data: { ticketId, nth: reprint?.nth ?? 0, paper: slip } });
  }

  /** After the number stands in the journal, never before (S2). */
  async function print(ticket: IssuedTicket): Promise<void> {
    const { plan } = store;
    if (plan === null) return;
    const slip = await paper.print(printId(ticket), slipDocument(plan, { ...ticket, classId: null }, lang.language, paper.columns()));
    noteSlip(ticket, slip);
    tell({ kind: 'printed', at: performance.now(), ticketId: ticket.ticketId, slip });
  }

  function press(wish: Wish): Promise<Answer> {
    switch (wish.what) {
      case 'ticket': return buttons.issueTicket.press({ serviceId: wish.serviceId, alsoServiceIds: [...wish.also], priority: null, slotAt: null, override: null, visitorId: null }, state.value.card ?? undefined);
      case 'reprint': return buttons.reprintSlip.press({ ticketId: wish.ticketId });
      case 'checkIn': {
        const { data, visitor } = checkInOrder(wish.proof, wish.appointmentId, state.value.card);
        return buttons.checkIn.press(data, visitor);
      }
    }
  }

  const ticking = setInterval(() => tell({ kind: 'ticked', at: performance.now() }), tickMs);
  onScopeDispose(() => clearInterval(ticking));

  return {
    state,
    secondsLeft: computed(() => countdown(state.value, clock.value)),
    patienceOver: computed(() => isPatienceOver(state.value, clock.value)),
    settling: computed(() => isSettling(state.value, clock.value)),
    paper,
    givesAlone,
    touch: (touch) => tell({ kind: 'touched', at: performance.now(), touch }),
    read: (reading) => tell({ kind: 'read', at: performance.now(), reading }),
  };
}

/** A hall that takes no appointments has nothing to check in to. */
export const takesAppointments = (plan: Plan | null): boolean => plan?.services.some(({ bookingId }) => bookingId !== null) ?? false;

const freshButtons = () => ({ issueTicket: useCommand('issueTicket'), checkIn: useCommand('checkIn'), reprintSlip: useCommand('reprintSlip') });
