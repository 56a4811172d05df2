// The forecast's thread: reads along the journal with a connection of its own, learns the last days, and answers each look
// of the main thread with new figures or null. Whatever goes wrong ends the thread; forecastService.ts starts another.
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { readAlong } from '../journal/readAlong.ts';
import type { LookAnswer, LookOrder } from './forecastService.ts';
import { LiveForecast } from './liveForecast.ts';

const learnedMs = 30 * 86_400_000;

const port = parentPort;
if (port === null) throw new Error('forecastWorker runs on a thread of the server');
// On Linux this is the thread's own: visitors and clerks go first. Elsewhere it would slow the whole server down.
if (process.platform === 'linux') setPriority(10);

const { file } = workerData as { file: string };
const journal = readAlong(file);
const hall = journal.fold();
const live = new LiveForecast(hall);
const upTo = hall.seq;
const from = journal.lastBefore(hall.at - learnedMs);
live.learn(journal.events(from, upTo), journal.issuedBetween(from, upTo));

/** Events followed in one look: a hundred times what a large hall makes, and little work for a thread beside a flood of orders. */
const mostFollowed = 1_000;
/** A pass that took so long is followed by four times as long a rest: with thousands waiting figures come less often. */
const restPerPass = 4;
let restUntil = 0;

port.on('message', ({ at }: LookOrder) => {
  const before = live.seq;
  live.follow([...journal.events(before, before + mostFollowed)]);
  const isBehind = live.seq - before === mostFollowed;
  const startedAt = performance.now();
  const answer: LookAnswer = isBehind || startedAt < restUntil ? null : live.look(at);
  const took = performance.now() - startedAt;
  if (answer !== null) restUntil = startedAt + took * (1 + restPerPass);
  port.postMessage(answer);
});
