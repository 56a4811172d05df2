// A reader behind a program of its vendor that answers on this machine's loopback: asked again and again, one question at a
// time, each with a limit; silent while the program is away. The page never speaks to it itself: the port is the shell's.
// Pure but for the timer and the port passed in.

/** One question to the reader: the text of a card that lies on it now, or null. */
export type AskReader = () => Promise<string | null>;

export const askEveryMs = 500;
/** After a fault or silence. */
export const askAgainMs = 5_000;
export const answerWithinMs = 3_000;
/** One card that stays on the reader is told once; taken away and laid on again, it is told again. */
export function followReader(ask: AskReader, tell: (text: string) => void, after: (ms: number, run: () => void) => () => void): () => void {
  let isOver = false;
  let lying: string | null = null;
  let cancel = (): void => undefined;

  async function look(): Promise<void> {
    let nextMs = askEveryMs;
    try {
      const text = await withLimit(ask());
      if (isOver) return;
      if (text !== null && text !== lying) tell(text);
      lying = text;
    } catch {
      lying = null;
      nextMs = askAgainMs;
    }
    if (!isOver) cancel = after(nextMs, () => { void look(); });
  }
  function withLimit<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = after(answerWithinMs, () => reject(new Error('the reader did not answer')));
      answer.then(resolve, reject).finally(stop);
    });
  }

  void look();
  return () => {
    isOver = true;
    lying = null;
    cancel();
  };
}
