// What the hall has acknowledged, kept by those it was told to, and compared with the journal at the end (J3, J6, N1).
import type { HallEvent } from '@hall/core/domain/events';
import type { Answer, CommandMessage } from '@hall/core/protocol/messages';

export interface Ledger {
  heard(command: CommandMessage, answer: Answer): void;
  readonly orders: () => number;
  readonly tickets: () => number;
  /** Refusals by code. */
  readonly refusals: ReadonlyMap<string, number>;
  /** What does not agree with the journal; empty when all is well. */
  faults(journal: Iterable<HallEvent>): string[];
}

type Told = Pick<HallEvent, 'seq' | 'type' | 'data'>;

export function createLedger(): Ledger {
  const acknowledged = new Map<string, readonly Told[]>();
  const refusals = new Map<string, number>();
  let tickets = 0;
  return {
    heard({ id }, answer) {
      if (!answer.ok) {
        refusals.set(answer.refusal.code, (refusals.get(answer.refusal.code) ?? 0) + 1);
        return;
      }
      tickets += answer.events.filter(({ type }) => type === 'ticketIssued').length;
      acknowledged.set(id, answer.events.map(({ seq, type, data }) => ({ seq, type, data })));
    },
    orders: () => acknowledged.size,
    tickets: () => tickets,
    refusals,
    faults(journal) {
      const faults: string[] = [];
      const stored = new Map<string, Told[]>();
      const numbers = new Map<string, number>();
      for (const event of journal) {
        const { seq, type, data, day, staff } = event;
        const id = staff?.commandId ?? '';
        stored.set(id, [...(stored.get(id) ?? []), { seq, type, data }]);
        if (event.type !== 'ticketIssued') continue;
        const number = `${day} ${event.data.number}`;
        const before = numbers.get(number);
        if (before !== undefined) faults.push(`${number} was given out at ${before} and at ${seq}`);
        numbers.set(number, seq);
      }
      for (const [id, told] of acknowledged) {
        const found = stored.get(id) ?? [];
        if (JSON.stringify(found) !== JSON.stringify(told)) faults.push(`order ${id}: told ${JSON.stringify(told)}, journal ${JSON.stringify(found)}`);
      }
      return faults;
    },
  };
}
