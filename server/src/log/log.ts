// The hall's log: lines of JSON by pino, one file a day, kept for so many days. What others can have a part in is escaped and cut;
// numbers that could be a person's are left out, although nothing of the hall is meant to tell them.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino, stdTimeFunctions, type Logger } from 'pino';
import { createDayLog, type DayLogParts } from './dayLog.ts';
import { outdated } from './logDays.ts';

export interface LogParts extends DayLogParts {
  /** Days a file is kept; fewer than 180 count as 180. Asked each time, so that a plan can change it. */
  readonly keptDays: () => number;
}

export interface HallLog {
  readonly logger: Logger;
  /** Removes files that are old enough; called at the start and every hour. */
  tidy(): void;
  /** Resolves when everything is written; nothing is lost that was told before. */
  stop(): Promise<void>;
}

const tidyEveryMs = 3_600_000;
const longest = 500;
const deepest = 4;

/** Never throws: a log that cannot be written is no reason for a hall not to open. */
export function openLog({ keptDays, ...parts }: LogParts): HallLog {
  const { folder, now, complain } = parts;
  const lines = createDayLog(parts);
  const logger = pino({ base: null, timestamp: stdTimeFunctions.isoTime, formatters: { log: (facts) => cleaned(facts, 0) as Record<string, unknown> } }, lines);

  function tidy(): void {
    try {
      for (const name of outdated(readdirSync(folder), now(), keptDays())) rmSync(join(folder, name), { force: true });
    } catch (error) {
      // A folder that is not there yet has nothing to remove.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) complain(`Old files of the log in ${folder} could not be removed: ${String(error)}`);
    }
  }
  tidy();
  const timer = setInterval(tidy, tidyEveryMs);
  timer.unref();
  return {
    logger, tidy,
    async stop() {
      clearInterval(timer);
      await lines.settled();
    },
  };
}

/** Signs that a terminal or an editor would obey, and that would turn a line round; written as what they are. */
const obeyed = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/gu;
const written = (sign: string): string => (sign === '\n' ? '\\n' : `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
/** As many digits as an ID number or a mobile number has. */
const numbers = (text: string): string => text.replaceAll(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/gu, '(18 digits)').replaceAll(/(?<!\d)1[3-9]\d{9}(?!\d)/gu, '(11 digits)');

function cleaned(value: unknown, depth: number): unknown {
  if (value instanceof Error) return cleaned(`${value.name}: ${value.message}`, depth);
  if (typeof value === 'string') return numbers(value.length > longest ? `${value.slice(0, longest)}… (${value.length} signs)` : value).replaceAll(obeyed, written);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return '(more)';
  if (Array.isArray(value)) return value.slice(0, 50).map((one) => cleaned(one, depth + 1));
  return Object.fromEntries(Object.entries(value).slice(0, 50).map(([key, one]) => [key, cleaned(one, depth + 1)]));
}
