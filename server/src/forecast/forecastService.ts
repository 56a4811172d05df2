// The forecast as the main thread has it: the latest figures of the worker, for the keeper's rules and for screens.
// The worker reads the journal itself: the keeper's thread pays for one small message a second, and for nothing per order.
import { Worker } from 'node:worker_threads';
import type { Expectation } from '@hall/core/domain/expected';
import type { HallFigures } from './hallFigures.ts';

export interface LookOrder { readonly at: number }
/** Null: the figures of before still hold. */
export type LookAnswer = HallFigures | null;

export interface ForecastService {
  /** What somebody who takes a ticket now would wait; null when nothing can be said, or nothing fresh. */
  readonly expected: Expectation;
  /** The latest figures, however old; null before the first. */
  figures(): HallFigures | null;
  onFigures(listener: (figures: HallFigures) => void): void;
  /** Starts the thread; what it has to learn first holds up nobody. */
  start(): void;
  stop(): Promise<void>;
}

export interface ForecastParts {
  /** The journal's file. */
  readonly file: string;
  readonly now: () => number;
  readonly warn: (facts: Record<string, unknown>, what: string) => void;
  /** For tests, which end it. */
  readonly startWorker?: (file: string) => Worker;
  readonly everyMs?: number;
}

/** Older figures are not told to a rule. */
const freshMs = 60_000;
const lookEveryMs = 1_000;
/** A thread that is silent for so long is lost; learning thirty days of a large hall takes less than a tenth of it. */
const silentMs = 600_000;
/** Between a thread's end and the next one: doubled each time, until one has lived for long enough. */
const firstDelayMs = 1_000;
const longestDelayMs = 300_000;
const livesMs = 60_000;

/** A thread of its own heap: should it grow beyond reason, it ends alone. */
const startThread = (file: string): Worker =>
  new Worker(new URL('./forecastWorker.ts', import.meta.url), { workerData: { file }, resourceLimits: { maxOldGenerationSizeMb: 256 } });

export function createForecastService({ file, now, warn, startWorker = startThread, everyMs = lookEveryMs }: ForecastParts): ForecastService {
  const listeners: ((figures: HallFigures) => void)[] = [];
  let figures: HallFigures | null = null;
  let worker: Worker | null = null;
  let askedAt: number | null = null;
  let delayMs = firstDelayMs;
  let again: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  let isStopping = false;

  function startOne(): void {
    const started = startWorker(file);
    const startedAt = now();
    worker = started;
    askedAt = null;
    started.on('message', (answer: LookAnswer) => {
      if (worker !== started) return;
      askedAt = null;
      if (answer === null) return;
      figures = answer;
      for (const listener of listeners) listener(answer);
    });
    started.on('error', (error) => { warn({ error: String(error) }, 'the forecast failed'); });
    started.once('exit', (code) => {
      if (isStopping || worker !== started) return;
      worker = null;
      if (now() - startedAt > livesMs) delayMs = firstDelayMs;
      warn({ code, againInMs: delayMs }, 'the forecast ended; the hall goes on without figures');
      again = setTimeout(startOne, delayMs);
      delayMs = Math.min(longestDelayMs, delayMs * 2);
    });
  }

  const look = (): void => {
    if (worker === null) return;
    if (askedAt === null) {
      askedAt = now();
      worker.postMessage({ at: askedAt } satisfies LookOrder);
    } else if (now() - askedAt > silentMs) void worker.terminate();
  };

  return {
    expected(queueId, rank) {
      if (figures === null || now() - figures.at > freshMs) return null;
      return figures.queues.find((queue) => queue.queueId === queueId)?.ranks[rank] ?? null;
    },
    figures: () => figures,
    onFigures: (listener) => { listeners.push(listener); },
    start() {
      startOne();
      looking = setInterval(look, everyMs);
    },
    async stop() {
      isStopping = true;
      clearInterval(looking);
      clearTimeout(again);
      await worker?.terminate();
    },
  };
}
