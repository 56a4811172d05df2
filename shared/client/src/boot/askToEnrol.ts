// Asks the server for an enrolment code as long as the device is unknown to the hall, and renews it before it ends.
// When the manager has confirmed it, the link's next try is welcomed; nothing more is needed here.
import { machineHere } from '../machine/machineHere.ts';

export type EnrolState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'code'; readonly code: string; readonly check: string; readonly minutes: number }
  /** No secure context, or a browser that stores nothing. */
  | { readonly kind: 'notHere' }
  | { readonly kind: 'full' };

const askEveryMs = 5_000;

/** Tells every change until the returned function is called. */
export function askToEnrol(tell: (state: EnrolState) => void): () => void {
  const machine = machineHere();
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    try {
      const key = await machine.key().catch(() => null);
      if (isOver) return;
      if (key === null) return tell({ kind: 'notHere' });
      const answer = await fetch('/api/devices/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ publicKey: key.publicKey }) });
      if (answer.status === 429 || answer.status === 503) return tell({ kind: 'full' });
      if (!answer.ok) return;
      const { code, leftMs } = (await answer.json()) as { code: string; leftMs: number };
      const check = await key.checkNumber(code, await machine.authorityPin());
      if (!isOver) tell({ kind: 'code', code, check, minutes: Math.max(1, Math.ceil(leftMs / 60_000)) });
    } catch {
      // The server is away: the code on the screen stays, and the next try asks again.
    } finally {
      if (!isOver) timer = setTimeout(() => { void ask(); }, askEveryMs);
    }
  }

  void ask();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
