// Orders on their way: each is sent again with the same id until it is answered, through any reconnect (N6, J6).
// One answer settles all presses of one id. Nothing is guessed meanwhile: a screen shows that it waits.
import type { Answer, CommandMessage } from '@hall/core/protocol/messages';
import { answerWithinMs } from '@hall/core/protocol/limits';

export interface Timers {
  after(ms: number, run: () => void): () => void;
}

export interface Outbox {
  /** Resolves with the server's answer, however long that takes. The same id gives the same promise. */
  order(message: CommandMessage): Promise<Answer>;
  answered(answer: Answer): void;
  /** Sends everything unanswered (again). */
  connected(): void;
  disconnected(): void;
  /** Orders without an answer. */
  waiting(): number;
}

interface Pending {
  readonly message: CommandMessage;
  readonly promise: Promise<Answer>;
  readonly settle: (answer: Answer) => void;
  stopTimer: () => void;
}

export function createOutbox(send: (message: CommandMessage) => void, timers: Timers): Outbox {
  const pending = new Map<string, Pending>();
  let online = false;

  const transmit = (entry: Pending): void => {
    entry.stopTimer();
    if (!online) return;
    send(entry.message);
    entry.stopTimer = timers.after(answerWithinMs, () => transmit(entry));
  };

  return {
    order(message) {
      const known = pending.get(message.id);
      if (known !== undefined) return known.promise;
      let resolve: (answer: Answer) => void = () => undefined;
      const promise = new Promise<Answer>((settle) => { resolve = settle; });
      const entry: Pending = { message, promise, settle: (answer) => resolve(answer), stopTimer: () => undefined };
      pending.set(message.id, entry);
      transmit(entry);
      return promise;
    },
    answered(answer) {
      const entry = answer.id === null ? undefined : pending.get(answer.id);
      if (entry === undefined) return;
      // Not carried out now, but perhaps at an earlier sending of it: the order stays and asks again.
      if (!answer.ok && (answer.refusal.code === 'stopping' || answer.refusal.code === 'tooFast')) return;
      entry.stopTimer();
      pending.delete(entry.message.id);
      entry.settle(answer);
    },
    connected() {
      online = true;
      for (const entry of pending.values()) transmit(entry);
    },
    disconnected() {
      online = false;
      for (const entry of pending.values()) entry.stopTimer();
    },
    waiting: () => pending.size,
  };
}
