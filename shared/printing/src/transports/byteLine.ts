// A cable that carries bytes both ways, made into a printer's line: questions and their answers (S4).
// Questions are asked one at a time, because the four answers look alike and only their order tells them apart.
import { askInOrder, askStatus } from '../bytes/commands.ts';
import { LineFault, type PrinterLine } from '../printer/line.ts';
import { isInOrderByte, isStatusByte, statusOf } from '../printer/status.ts';

export interface ByteCable {
  /** Throws a LineFault. */
  readonly write: (bytes: Uint8Array, withinMs: number) => Promise<void>;
  /** Whatever comes back; called until the cable is closed. */
  readonly onBytes: (listener: (bytes: Uint8Array) => void) => void;
  /** Called once when the other side is gone. */
  readonly onLost: (listener: (fault: LineFault) => void) => void;
  readonly close: () => Promise<void>;
  readonly abort: () => void;
}

interface Waiting {
  readonly isAnswer: (byte: number) => boolean;
  readonly take: (byte: number | null) => void;
  readonly lose: (fault: LineFault) => void;
}

export function byteLine(cable: ByteCable): PrinterLine {
  let waiting: Waiting | null = null;
  let lost: LineFault | null = null;
  let surplus = 0;
  cable.onBytes((bytes) => {
    for (const byte of bytes) {
      if (waiting?.isAnswer(byte) === true) waiting.take(byte);
      else if (isStatusByte(byte)) surplus += 1;
    }
  });
  cable.onLost((fault) => {
    lost = fault;
    waiting?.lose(fault);
  });

  /** Waits for one byte; null after the limit. */
  function answer(isAnswer: (byte: number) => boolean, withinMs: number): Promise<number | null> {
    const { promise, resolve, reject } = Promise.withResolvers<number | null>();
    const mine: Waiting = { isAnswer, take: (byte) => { end(); resolve(byte); }, lose: (fault) => { end(); reject(fault); } };
    const timer = setTimeout(() => { end(); resolve(null); }, Math.max(0, withinMs));
    const end = (): void => {
      clearTimeout(timer);
      if (waiting === mine) waiting = null;
    };
    waiting = mine;
    if (lost !== null) mine.lose(lost);
    return promise;
  }
  async function ask(question: Uint8Array, isAnswer: (byte: number) => boolean, withinMs: number): Promise<number | null> {
    const until = performance.now() + withinMs;
    // Waiting begins before the question leaves: an answer may be faster than the callback of the write.
    const answered = answer(isAnswer, withinMs);
    const [, byte] = await Promise.all([cable.write(question, until - performance.now()), answered]);
    return byte;
  }

  const line: PrinterLine = {
    send: (bytes, withinMs) => cable.write(bytes, withinMs),
    async forget(clear, withinMs) {
      if (clear === null) return false;
      await cable.write(clear, withinMs);
      // It has read the order when it answers what comes behind it.
      return (await line.status(withinMs)) !== null;
    },
    async status(withinMs) {
      const until = performance.now() + withinMs;
      const answers: number[] = [];
      for (const n of [1, 2, 3, 4] as const) {
        const byte = await ask(askStatus(n), isStatusByte, until - performance.now()).catch((error: unknown) => {
          // A printer that takes no question in time gives no answer.
          if (error instanceof LineFault && error.kind === 'slow') return null;
          throw error;
        });
        if (byte === null) return null;
        answers.push(byte);
      }
      const [printer = 0, offline = 0, error = 0, paper = 0] = answers;
      return surplus > 0 ? null : statusOf(printer, offline, error, paper);
    },
    async isDone(withinMs) {
      return (await ask(askInOrder, isInOrderByte, withinMs).catch((error: unknown) => {
        if (error instanceof LineFault && error.kind === 'slow') return null;
        throw error;
      })) !== null;
    },
    isConfused: () => surplus > 0,
    close: cable.close,
    abort: cable.abort,
  };
  return line;
}
