// Orders that were refused lately. A sender that hears nothing for a while sends again; when the first copy was refused
// and answered after all, the second must not take effect behind the sender's back: one id, one answer (laws 3, 5).
// In memory only: copies on their way do not outlive the connection, and so not the process.
import type { CommandId } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';

export interface RefusedOrders {
  /** The refusal this id got; null when it got none, or long ago. */
  of(id: CommandId): { readonly commandHash: string; readonly refusal: Refusal } | null;
  note(id: CommandId, commandHash: string, refusal: Refusal): void;
}

/** The newest `most` are kept: minutes of a busy hall, while a copy is on its way for seconds. */
export function createRefusedOrders(most: number): RefusedOrders {
  const refused = new Map<CommandId, { readonly commandHash: string; readonly refusal: Refusal }>();
  return {
    of: (id) => refused.get(id) ?? null,
    note(id, commandHash, refusal) {
      refused.set(id, { commandHash, refusal });
      if (refused.size <= most) return;
      const [oldest] = refused.keys();
      if (oldest !== undefined) refused.delete(oldest);
    },
  };
}
