// For tests only: a visitor's story told to the flow, touch by touch. Nothing of it is shipped.
import type { DepartmentId, QueueId, ServiceId, TicketId } from '@hall/core/domain/ids';
import { step } from './kioskFlow.ts';
import { freshKiosk, type IssuedTicket, type KioskEvent, type KioskState, type Known, type Touch, type Wish } from './kioskPages.ts';

export const serviceId = 'S040' as ServiceId;
export const departmentId = 'd08' as DepartmentId;
export const ticket: IssuedTicket = {
  ticketId: '1.9' as TicketId, number: 'H012', serviceId, laterServiceIds: [], queueId: 'H' as QueueId, ahead: 11, wait: null, issuedAt: 1_763_600_000_000,
  appointment: null, slotAt: null, reprint: null,
};
export const wish: Wish = { what: 'ticket', serviceId, also: [], from: null };
export const allKnown: Known = { live: true, givesAlone: () => false, hasService: () => true, hasDepartment: () => true, departmentOf: () => departmentId, ticketOf: () => null, hasTicket: () => true, canCheckIn: true, paper: 'none' };

/** Runs a story and remembers every order it gave. */
export function story(known: Known = allKnown): { state: KioskState; orders: Wish[]; known: Known; tell(event: KioskEvent): void; touch(at: number, touch: Touch): void } {
  return {
    state: freshKiosk(0), orders: [], known,
    tell(event) {
      const { state, order } = step(this.state, event, this.known);
      this.state = state;
      if (order !== null) this.orders.push(order);
    },
    touch(at, touch) { this.tell({ kind: 'touched', at, touch }); },
  };
}
export const atService = (known?: Known): ReturnType<typeof story> => {
  const told = story(known);
  told.touch(1_000, { on: 'service', serviceId });
  return told;
};
export const taking = (): ReturnType<typeof story> => {
  const told = atService();
  told.touch(2_000, { on: 'take' });
  return told;
};
