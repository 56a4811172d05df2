// When a page is loaded anew, and when the whole program starts anew: a page that died or went silent, a GPU that died. With
// growing pauses and never without end: a machine that cannot go on must not flicker all day. Plain; watchPage.ts gives it eyes.

export type Remedy = { readonly kind: 'reload' | 'relaunch'; readonly afterMs: number } | null;

export interface Watchdog {
  /** A new page begins: it has time to draw itself. */
  loading(now: number): void;
  /** The page lives. */
  alive(now: number): void;
  /** The page's process, or the GPU's, has ended, or the page did not load. */
  died(now: number): Remedy;
  /** Called every second; tells once when the page has been silent for too long. */
  look(now: number): Remedy;
}

/** An old kiosk draws its first page within 10 s; after that a page says every two seconds that it lives. */
const firstWordMs = 30_000;
const silentMs = 8_000;
/** So many new loads within ten minutes are tried before the whole program starts anew. */
const pausesMs = [500, 1_000, 2_000, 4_000, 8_000] as const;
const forgottenAfterMs = 600_000;
const relaunchAfterMs = 1_000;
const longestRelaunchMs = 60_000;

/** `relaunches`: how often in a row this program has been started anew by itself. Times in ms of one clock that never goes back. */
export function createWatchdog(relaunches: number): Watchdog {
  let reloads: number[] = [];
  let heardAt: number | null = null;
  let patienceMs = firstWordMs;

  function remedy(now: number): Remedy {
    heardAt = null;
    reloads = reloads.filter((at) => now - at < forgottenAfterMs);
    const afterMs = pausesMs[reloads.length];
    if (afterMs === undefined) return { kind: 'relaunch', afterMs: Math.min(longestRelaunchMs, relaunchAfterMs * 2 ** Math.min(relaunches, 10)) };
    reloads.push(now);
    return { kind: 'reload', afterMs };
  }

  return {
    loading(now) {
      heardAt = now;
      patienceMs = firstWordMs;
    },
    alive(now) {
      heardAt = now;
      patienceMs = silentMs;
    },
    // Dead and already being helped: the second word of the same death changes nothing.
    died: (now) => (heardAt === null ? null : remedy(now)),
    look: (now) => (heardAt !== null && now - heardAt > patienceMs ? remedy(now) : null),
  };
}
