// `pnpm forecast`: events of a hall in on stdin, one JSON object a line; one answer out on stdout per ticket that asks,
// written before the next event is looked at. What is wrong with the log goes to stderr. The form: docs/forecast.md.
import { writeSync } from 'node:fs';
import { ForecastLog } from '../forecast/forecastLog.ts';
import { readLine } from '../forecast/logEvent.ts';

const log = new ForecastLog();
let lineNumber = 0;

/** Writes all of the line, also when the reader is slow. */
function put(line: string): void {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

const tenth = (seconds: number): number => Math.round(seconds * 10) / 10;

function take(line: string): void {
  lineNumber += 1;
  if (line.trim() === '') return;
  try {
    const event = readLine(line);
    const answer = event === null ? null : log.take(event);
    if (answer === null) return;
    const { ticket, mean, p05, p10, p50, p90, p95 } = answer;
    put(JSON.stringify({ ticket, mean: tenth(mean), p50: tenth(p50), p90: tenth(p90), p05: tenth(p05), p10: tenth(p10), p95: tenth(p95) }));
  } catch (error) {
    console.error(`line ${lineNumber}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

process.stdin.setEncoding('utf8');
let begun = '';
for await (const chunk of process.stdin) {
  const lines = (begun + String(chunk)).split('\n');
  begun = lines.pop() ?? '';
  for (const line of lines) take(line);
}
if (begun !== '') take(begun);
