// Devices that ask to be let in: each shows an 8-character code and a check number, and waits until a manager confirms
// both and says what it is for. Codes live ten minutes, work once, and end after five wrong check numbers. Nothing here
// is durable: what was confirmed becomes an event of the hall.
import { randomInt } from 'node:crypto';
import { clientOf } from '../gate/clientOf.ts';
import { checkNumber, deviceIdOf, readDeviceKey } from './deviceKey.ts';

export const codeLifeMs = 600_000;
const triesPerCode = 5;
/** Wrong codes at one console before it must wait, and for how long. */
const triesPerConsole = 5;
const consoleWaitMs = 60_000;
/** Devices that may ask at once: a hall's worth in an hour of setting up. */
const mostPending = 200;
/** Of one client: a new device has an address of its own; whoever asks with ever new keys leaves room for the others. */
const mostOfClient = 20;
/** Without 0 O 1 I L, so that nobody reads one for another. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export interface Asking {
  readonly deviceId: string;
  /** SPKI, base64url. */
  readonly publicKey: string;
  readonly code: string;
  readonly askedAt: number;
  readonly address: string;
}

export type Asked =
  | { readonly ok: true; readonly asking: Asking }
  | { readonly ok: false; readonly why: 'cannotAsk' | 'deviceKnown' }
  | { readonly ok: false; readonly why: 'tooManyAsk'; readonly waitMs: number };

export type Confirmed =
  | { readonly ok: true; readonly asking: Asking }
  | { readonly ok: false; readonly why: 'noSuchCode' | 'otherDevice' | 'triesUsed' | 'tooManyTries'; readonly waitMs?: number };

export interface Enrolments {
  /** A code for the device; the one it has already if it asks again. Refused: what is no key, a device of the hall, and too many. */
  ask(publicKey: string, address: string): Asked;
  pending(): Asking[];
  /** Ms on the clock that codes live by. */
  now(): number;
  /** A device that was confirmed and is still not of the hall has its code again. */
  giveBack(asking: Asking): void;
  /** What a manager typed. The code is used up when it was right. `console` counts wrong codes. */
  confirm(code: string, check: string, console: string): Confirmed;
}

/** `isOfHall`: whether a device of that id has been let in. `now` monotonic, ms. `authorityPin`: of this hall's own authority; null in a trial. */
export function createEnrolments(now: () => number, isOfHall: (deviceId: string) => boolean, authorityPin: string | null = null): Enrolments {
  const asking = new Map<string, Asking & { wrong: number }>();
  const consoles = new Map<string, { wrong: number; lastAt: number }>();

  function forgetOld(): void {
    for (const [code, { askedAt }] of asking) if (now() - askedAt > codeLifeMs) asking.delete(code);
    for (const [name, { lastAt }] of consoles) if (now() - lastAt > consoleWaitMs) consoles.delete(name);
  }

  return {
    now,
    giveBack: (again) => { asking.set(again.code, { ...again, wrong: 0 }); },
    ask(publicKey, address) {
      forgetOld();
      const key = readDeviceKey(publicKey);
      if (key === null) return { ok: false, why: 'cannotAsk' };
      const deviceId = deviceIdOf(key.spki);
      if (isOfHall(deviceId)) return { ok: false, why: 'deviceKnown' };
      const known = [...asking.values()].find((one) => one.deviceId === deviceId);
      if (known !== undefined) return { ok: true, asking: known };
      const ofClient = [...asking.values()].filter((one) => clientOf(one.address) === clientOf(address));
      if (ofClient.length >= mostOfClient) return { ok: false, why: 'tooManyAsk', waitMs: Math.min(...ofClient.map(({ askedAt }) => askedAt)) + codeLifeMs - now() };
      if (asking.size >= mostPending) return { ok: false, why: 'cannotAsk' };
      const made = { deviceId, publicKey, code: newCode(asking), askedAt: now(), address, wrong: 0 };
      asking.set(made.code, made);
      return { ok: true, asking: made };
    },
    pending() {
      forgetOld();
      return [...asking.values()];
    },
    confirm(typed, check, console) {
      forgetOld();
      const tries = consoles.get(console);
      if (tries !== undefined && tries.wrong >= triesPerConsole) return { ok: false, why: 'tooManyTries', waitMs: tries.lastAt + consoleWaitMs - now() };
      const code = typed.toUpperCase().replaceAll(/[\s-]/g, '');
      const found = asking.get(code);
      if (found === undefined) {
        consoles.set(console, { wrong: (tries?.wrong ?? 0) + 1, lastAt: now() });
        return { ok: false, why: 'noSuchCode' };
      }
      // A browser's page cannot see who signed the server's certificate, so its number is of key and code alone.
      const right = [null, authorityPin].map((pin) => checkNumber(Buffer.from(found.publicKey, 'base64url'), code, pin));
      if (!right.includes(check.trim())) {
        found.wrong += 1;
        if (found.wrong < triesPerCode) return { ok: false, why: 'otherDevice' };
        asking.delete(code);
        return { ok: false, why: 'triesUsed' };
      }
      asking.delete(code);
      consoles.delete(console);
      return { ok: true, asking: found };
    },
  };
}

function newCode(taken: ReadonlyMap<string, unknown>): string {
  for (;;) {
    const code = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
    if (!taken.has(code)) return code;
  }
}
