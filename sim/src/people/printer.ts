// Every slip that came out of a printer in the simulated hall: one per ticket, and more only when they are marked (law 8, S3).
import type { TicketId } from '@hall/core/domain/ids';
import type { Answer } from '@hall/core/protocol/messages';
import type { FaultBook } from '../laws/faultBook.ts';

export interface Printer {
  /** Prints what an answer gives to print. */
  readonly print: (answer: Answer) => void;
}

export function createPrinter(book: FaultBook): Printer {
  const slips = new Set<string>();
  return {
    print(answer) {
      for (const event of answer.ok ? answer.events : []) {
        if (event.type !== 'ticketIssued' && event.type !== 'slipReprinted') continue;
        const { ticketId } = event.data;
        // What is marked says which one it is; two of the same mark are one slip too many.
        const slip = event.type === 'ticketIssued' ? `${ticketId}` : `${ticketId}, reprint ${event.data.nth}`;
        if (slips.has(slip)) book.report('law 8', `a second slip for ${slip}`);
        slips.add(slip);
      }
    },
  };
}

/** The ticket whose first slip an answer gives. */
export function slipOf(answer: Answer): TicketId | null {
  const issued = answer.ok ? answer.events.find(({ type }) => type === 'ticketIssued') : undefined;
  return issued?.type === 'ticketIssued' ? issued.data.ticketId : null;
}
