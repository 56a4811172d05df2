// Where the lines of the log go: one file a day, each batch of lines in one append. The hall never waits for it and never ends for
// it: lines that cannot be written are counted and left out, and how many they were is told when it works again.
import { appendFileSync, mkdirSync } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOf } from './logDays.ts';

/** What may wait for the disk, bytes. */
const mostWaiting = 4 * 1_048_576;
const complainEveryMs = 60_000;
const mode = 0o600;

export interface DayLogParts {
  readonly folder: string;
  /** This machine's clock, ms. */
  readonly now: () => number;
  /** Told what is wrong with the log itself, once a minute at most. */
  readonly complain: (text: string) => void;
}

export interface DayLog {
  /** A whole line with its end. */
  write(line: string): void;
  /** Writes what waits, at once: for a process that ends. */
  flushSync(): void;
  /** Resolves when nothing waits. */
  settled(): Promise<void>;
  /** Bytes that wait for the disk. */
  waiting(): number;
}

export function createDayLog({ folder, now, complain }: DayLogParts): DayLog {
  let lines: string[] = [];
  let bytes = 0;
  let lost = 0;
  let complainedAt = -Infinity;
  /** Under way to the disk, and not known to be there. */
  let underWay = '';
  let writing: Promise<void> | null = null;

  /** Everything that waits, behind a word about what was lost before it. */
  function take(): { text: string; count: number } {
    const missing = lost === 0 || lines.length === 0 ? '' : `\n${JSON.stringify({ level: 40, time: new Date(now()).toISOString(), lines: lost, msg: 'lines are missing here: the log could not be written' })}\n`;
    const taken = { text: missing + lines.join(''), count: lines.length };
    lines = [];
    bytes = 0;
    return taken;
  }
  function failed(error: unknown, count: number): void {
    lost += count;
    if (now() - complainedAt < complainEveryMs) return;
    complainedAt = now();
    complain(`The log in ${folder} cannot be written: ${String(error)}. The hall goes on without it.`);
  }
  async function pump(): Promise<void> {
    while (lines.length > 0) {
      const { text, count } = take();
      const file = join(folder, fileOf(now()));
      underWay = text;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await appendFile(file, text, { mode });
        lost = 0;
      } catch (error) {
        failed(error, count);
      }
      underWay = '';
    }
    writing = null;
  }

  return {
    write(line) {
      if (bytes + line.length > mostWaiting) {
        lost += 1;
        return;
      }
      lines.push(line);
      bytes += Buffer.byteLength(line);
      writing ??= pump();
    },
    flushSync() {
      const { text, count } = take();
      // What is under way may come twice: better than not at all.
      if (underWay + text === '') return;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        appendFileSync(join(folder, fileOf(now())), underWay + text, { mode });
        lost = 0;
      } catch (error) {
        failed(error, count);
      }
    },
    settled: async () => {
      while (writing !== null) await writing;
    },
    waiting: () => bytes,
  };
}
