// The forecast on its way to the screens: when figures are news, and what each audience is told of them.
// Part of no fold: each replaces the one before. Not volatile on the wire: one that is dropped would be missed for half a minute.
import type { Hall } from '@hall/core/domain/hall';
import type { Forecast } from '@hall/core/protocol/messages';
import type { Audience } from '@hall/core/protocol/rights';
import type { HallFigures } from '../forecast/hallFigures.ts';

export interface ForecastOutParts {
  readonly hall: Readonly<Hall>;
  readonly now: () => number;
  /** To all screens of that audience. */
  readonly send: (audience: Audience, forecast: Forecast) => void;
}

export interface ForecastOut {
  /** New figures; sent when they are news for an audience. */
  take(figures: HallFigures): void;
  /** For a screen that has just been welcomed; null before the first figures and when they are too old to be shown. */
  latest(audience: Audience): Forecast | null;
}

/** Least time between two messages; longer when only figures of single tickets moved. */
const gapMs = 2_000;
const ticketsGapMs = 5_000;
/** Sent at the latest after this, so that screens know that the figures still hold; they let go of them after 90 s. */
const anywayMs = 30_000;
const shownMs = 90_000;
/** What a visitor would notice. */
const noticedMs = 30_000;
const noticedShare = 0.1;

export function createForecastOut({ hall, now, send }: ForecastOutParts): ForecastOut {
  let latest: HallFigures | null = null;
  const told: Record<Audience, { at: number; forecast: Forecast } | null> = { public: null, staff: null };

  const tell = (audience: Audience, figures: HallFigures): void => {
    const next = forecastOf(hall, audience, figures);
    const before = told[audience];
    if (before !== null && now() - before.at < waitBefore(before.forecast, next)) return;
    told[audience] = { at: now(), forecast: next };
    send(audience, next);
  };

  return {
    take(figures) {
      latest = figures;
      tell('public', figures);
      tell('staff', figures);
    },
    latest: (audience) => (latest === null || now() - latest.at > shownMs ? null : forecastOf(hall, audience, latest)),
  };
}

/** What an audience is told: of single tickets only staff. */
export function forecastOf({ journalId, epoch }: Readonly<Hall>, audience: Audience, { seq, at, queues, tickets }: HallFigures): Forecast {
  const ordinary = queues.flatMap(({ queueId, ranks }) => (ranks.ordinary === null ? [] : [{ queueId, ...ranks.ordinary }]));
  const message = { journalId, epoch, seq, at, queues: ordinary };
  return audience === 'staff' ? { ...message, tickets: tickets.map(([id, p50Ms, p90Ms]) => [id, p50Ms, p90Ms]) } : message;
}

/** How long after the last message this one may follow. */
function waitBefore(before: Forecast, next: Forecast): number {
  const queuesBefore = new Map(before.queues.map(({ queueId, p50Ms, p90Ms }) => [queueId, [p50Ms, p90Ms]]));
  const queuesMoved = before.queues.length !== next.queues.length || next.queues.some(({ queueId, p50Ms, p90Ms }) => moved(queuesBefore.get(queueId), p50Ms, p90Ms));
  if (queuesMoved) return gapMs;
  // A wait gets shorter by the time that has passed; that alone is no news.
  const passed = next.at - before.at;
  const ticketsBefore = new Map<string, number[]>(before.tickets?.map(([id, ...waits]) => [id, waits.map((wait) => Math.max(0, wait - passed))]));
  return next.tickets?.some(([id, ...waits]) => moved(ticketsBefore.get(id), ...waits)) === true ? ticketsGapMs : anywayMs;
}

const moved = (before: readonly number[] | undefined, ...after: number[]): boolean =>
  before === undefined || after.some((wait, nth) => Math.abs(wait - (before[nth] ?? 0)) >= Math.max(noticedMs, noticedShare * wait));
