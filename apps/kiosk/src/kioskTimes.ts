// How long the kiosk's pages stay, and what they say about it. All lengths in ms.
import type { KioskState, Page } from './kioskPages.ts';

/** Second and third taps of one press must not reach the page that came meanwhile. */
const settleMs = 400;
/** The number was asked for and must be seen: a triple tap of 取号 does not wave it away. */
const settleDoneMs = 900;
/** After this the waiting page says more than "one moment" and shows the way out. */
const patienceMs = 3_000;
/** The server no longer carries out an order that is a minute old; a little is added for the answer. */
const takingMs = 75_000;
/** A late ticket is offered to whoever is still there for so long. */
export const lateMs = 120_000;

interface Stay { readonly ms: number; readonly warnMs: number }
const stays: Readonly<Record<'ordinary' | 'elder', Readonly<Record<Page['kind'], Stay>>>> = {
  ordinary: staysOf(30_000, 10_000, 10_000, 15_000),
  // Elder mode: no time-out without a warning of 20 s.
  elder: staysOf(50_000, 20_000, 20_000, 30_000),
};
/** A number that stands on the screen alone must be remembered or photographed; a slip under way must be seen to come out. */
const withoutSlipMs: Readonly<Partial<Record<KioskState['slip'], number>>> = { failed: 40_000, unknown: 40_000, screen: 40_000, printing: 25_000 };

function staysOf(readMs: number, warnMs: number, doneMs: number, leftMs: number): Readonly<Record<Page['kind'], Stay>> {
  const read = { ms: readMs, warnMs };
  return {
    home: { ms: 60_000, warnMs }, departments: read, department: read, service: read, also: read, search: read, guide: { ms: readMs * 2, warnMs }, find: read, ticket: read, paper: read, unread: read, checkIn: read, appointments: read, refused: read, vanished: read, noNumber: read,
    taking: { ms: takingMs, warnMs: 0 }, done: { ms: doneMs, warnMs: doneMs }, left: { ms: leftMs, warnMs: leftMs },
  };
}

function stayOf({ page, elder, slip }: KioskState): Stay {
  const stay = stays[elder ? 'elder' : 'ordinary'][page.kind];
  const longer = page.kind === 'done' ? (withoutSlipMs[slip] ?? 0) : 0;
  return longer > stay.ms ? { ms: longer, warnMs: longer } : stay;
}

/** True while taps still belong to the page before. */
export const isSettling = ({ page, shownAt }: KioskState, at: number): boolean =>
  at - shownAt < (page.kind === 'done' ? settleDoneMs : settleMs);

/** Waiting counts from the press; reading from the last touch. */
export const leftMs = (state: KioskState, at: number): number =>
  stayOf(state).ms - (at - (state.page.kind === 'taking' ? state.shownAt : Math.max(state.shownAt, state.touchedAt)));

/** Whole seconds until the page goes by itself; null while that is not worth saying. */
export function countdown(state: KioskState, at: number): number | null {
  const left = leftMs(state, at);
  return left <= stayOf(state).warnMs ? Math.max(0, Math.ceil(left / 1000)) : null;
}

export const isPatienceOver = ({ page, shownAt }: KioskState, at: number): boolean => page.kind === 'taking' && at - shownAt >= patienceMs;
