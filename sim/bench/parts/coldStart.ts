// (d) How long a hall with 100,000 events of the day takes to stand again, verified: openHall in a fresh process.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalChild } from '../children/journalChild.ts';
import type { Bench } from '../measuring.ts';
import { median, type Result } from '../results.ts';

const events = 100_000;

export async function measureColdStart({ start, folder, plan, rounds, note }: Bench): Promise<Result[]> {
  const data = mkdtempSync(join(folder, 'd-'));
  const maker = start<JournalChild>('journalChild');
  const made = await maker.ask('make', data, plan, events);
  await maker.end();
  note(`d: a journal of ${made} events is made`);
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const opener = start<JournalChild>('journalChild');
    const opened = await opener.ask('open', data);
    await opener.end();
    if (opened.seq !== made) throw new Error(`opened at ${opened.seq}, made ${made}`);
    seconds.push(opened.ms / 1000);
    cpuSeconds.push(opened.cpuMs / 1000);
  }
  return [
    { part: 'd', name: 'start with 100,000 events, verified', value: median(seconds), unit: 's', target: { atMost: 0.75 } },
    { part: 'd', name: 'processor time of it, all threads', value: median(cpuSeconds), unit: 's', target: null },
  ];
}
