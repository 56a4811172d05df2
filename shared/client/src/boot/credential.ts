// What this page shows at the server's door: in a trial the credential of its link, else a proof of the device's own key,
// made anew for each connection and each request.
import { machineHere } from '../machine/machineHere.ts';

/** The trial's start page puts it behind `#`, where it is neither sent nor logged. */
const ofAddress = (): string | null => new URLSearchParams(location.hash.slice(1)).get('credential');

/** Whether this page came by a link of the trial. */
export const isTrialPage = (): boolean => ofAddress() !== null;

/** Rejects while the server is away, or where the browser keeps no key. */
export async function credential(): Promise<string> {
  const given = ofAddress();
  if (given !== null) return given;
  const key = await machineHere().key();
  const answer = await fetch('/api/devices/challenge', { method: 'POST' });
  if (!answer.ok) throw new Error(`no challenge: ${answer.status}`);
  const { hallId, challenge } = (await answer.json()) as { hallId: string; challenge: string };
  return key.prove(hallId, challenge);
}
