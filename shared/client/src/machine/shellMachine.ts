// The shell as its page sees it: each call's answer is checked before it is used. A key that the shell keeps is used through
// it; where it keeps none, the page keeps its own as in any browser.
import { proofCredential } from '@hall/core/protocol/deviceProof';
import { shellCalls, type ShellAsks, type ShellBridge, type ShellCall, type ShellTells } from '@hall/core/shell/shellCalls';
import { checkNumberOf, deviceKey, type DeviceKey } from '../link/deviceKey.ts';
import type { Machine } from './machine.ts';

/** The shell loads the page anew after ten seconds of silence. */
const aliveEveryMs = 2_000;

export function shellMachine(bridge: ShellBridge, ownKey: () => Promise<DeviceKey> = deviceKey): Machine {
  async function ask<C extends ShellCall>(call: C, ...asks: ShellAsks<C>): Promise<ShellTells<C>> {
    const named = bridge[call] as (...asks: ShellAsks<C>) => Promise<unknown>;
    return shellCalls[call].tells.parse(await named(...asks)) as ShellTells<C>;
  }
  /** For what nobody waits for: a shell that does not answer is the shell's own trouble, and it looks after itself. */
  const tell = (told: Promise<unknown>): void => { told.catch(() => undefined); };

  return {
    server: bridge.server,
    async key() {
      const kept = await ask('deviceKey');
      if (kept === null) return ownKey();
      const { deviceId, publicKey } = kept;
      return {
        deviceId, publicKey,
        prove: async (hallId, challenge) => proofCredential({ deviceId, challenge, signature: await ask('prove', hallId, challenge) }),
        checkNumber: (code, authorityPin) => checkNumberOf(bytesOf(publicKey), code, authorityPin),
      };
    },
    authorityPin: () => ask('authorityPin'),
    placed: (you) => { tell(ask('placed', { role: you.role, place: you.place })); },
    beAlive(showsSomething) {
      const say = (): void => { if (showsSomething()) tell(ask('alive')); };
      const timer = setInterval(say, aliveEveryMs);
      return () => { clearInterval(timer); };
    },
    printer: {
      print: (id, slip) => ask('print', id, slip),
      state: () => ask('printerState'),
    },
    cardRead: () => ask('cardRead'),
    restart: () => { tell(ask('restart')); },
  };
}

const bytesOf = (base64url: string): Uint8Array => Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
