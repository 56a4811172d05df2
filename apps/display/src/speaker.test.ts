// D3 and D4 of the voice: order, never two at a time, time limits, what is left out and why.
import { expect, test } from 'vitest';
import type { CallShown } from '@hall/core/domain/hall';
import type { Manner } from '@hall/core/text/spokenCall';
import { freshMs } from './callQueue.ts';
import { createSpeaker, graceMs, type NotSpoken, type PlayEnd } from './speaker.ts';

const now = 1_000_000;
const call = (seq: number, over: Partial<CallShown> = {}): CallShown =>
  ({ seq, at: now, ticketId: `1.${seq}` as CallShown['ticketId'], number: 'A001', queueId: null, counterId: '3' as CallShown['counterId'], nth: 1, ...over });

/** A voice that plays until the test ends the sentence. */
function studio() {
  const sentences: string[] = [];
  const spoken: number[] = [];
  const notSpoken: [number, NotSpoken][] = [];
  const gone = new Set<string>();
  const timers = new Set<{ ms: number; run: () => void }>();
  let playing: ((end: PlayEnd) => void) | null = null;
  let abandoned = 0;
  let before = 0;
  let manner: Manner = { languages: ['zh', 'en'], times: 2 };
  const speaker = createSpeaker({
    voice: {
      play(clips) {
        expect(playing).toBeNull();
        sentences.push(clips.join(' '));
        return { lengthMs: 5_000, ended: new Promise((resolve) => { playing = resolve; }) };
      },
      abandon() {
        abandoned += 1;
        playing = null;
      },
    },
    manner: () => manner,
    after(ms, run) {
      const timer = { ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    stillCalled: ({ ticketId }) => !gone.has(ticketId),
    handledBefore: ({ seq }) => seq <= before,
    spoke: ({ seq }) => spoken.push(seq),
    didNotSpeak: ({ seq }, why) => notSpoken.push([seq, why]),
  });
  const settle = async (): Promise<void> => { for (let turn = 0; turn < 10; turn += 1) await Promise.resolve(); };
  return {
    speaker, sentences, spoken, notSpoken, gone, timers, settle,
    abandoned: () => abandoned,
    speakLike(other: Manner) { manner = other; },
    spokenUpTo(seq: number) { before = seq; },
    isPlaying: () => playing !== null,
    async end(how: PlayEnd = 'ended') {
      playing?.call(null, how);
      playing = null;
      await settle();
    },
    async timeOut() {
      for (const timer of timers) timer.run();
      await settle();
    },
  };
}

test('D4 a lonely call is spoken in both languages, twice', async () => {
  const { speaker, sentences, spoken, end, isPlaying } = studio();
  speaker.take([call(1)], now);
  for (let part = 0; part < 4; part += 1) await end();
  expect(sentences.map((clips) => clips.split(' ')[0])).toEqual(['chime', 'en/ticket', 'zh/qing', 'en/ticket']);
  expect(spoken).toEqual([1]);
  expect(isPlaying()).toBe(false);
});

test('D3 calls are spoken in order and never two at a time; D4 with a backlog once, first language only', async () => {
  const { speaker, sentences, spoken, end } = studio();
  speaker.take([call(1), call(2)], now);
  speaker.take([call(3)], now);
  for (let part = 0; part < 3; part += 1) await end();
  expect(spoken).toEqual([1, 2, 3]);
  expect(sentences.slice(0, 3).every((clips) => clips.startsWith('chime zh/qing'))).toBe(true);
  expect(sentences[3]).toMatch(/^en\/ticket/);
});

test('D4 a call that comes meanwhile ends the repetitions after the sentence', async () => {
  const { speaker, sentences, spoken, end } = studio();
  speaker.take([call(1)], now);
  await end();
  speaker.take([call(2)], now);
  await end();
  expect(sentences).toHaveLength(3);
  expect(sentences[2]).toMatch(/^chime/);
  await end();
  expect(spoken).toEqual([1, 2]);
});

test('D4 a call overtaken by its start is dropped and recorded; one under way is not repeated', async () => {
  const { speaker, spoken, notSpoken, gone, end, isPlaying } = studio();
  speaker.take([call(1), call(2)], now);
  gone.add('1.2');
  gone.add('1.1');
  await end();
  expect(spoken).toEqual([1]);
  expect(notSpoken).toEqual([[2, 'overtaken']]);
  expect(isPlaying()).toBe(false);
});

test('D3 a sentence that does not end in time is given up and the next call is spoken', async () => {
  const { speaker, spoken, notSpoken, timers, timeOut, end, abandoned } = studio();
  speaker.take([call(1), call(2)], now);
  expect([...timers].map(({ ms }) => ms)).toEqual([5_000 + graceMs]);
  await timeOut();
  expect(abandoned()).toBe(1);
  await end();
  expect(notSpoken).toEqual([[1, 'timedOut']]);
  expect(spoken).toEqual([2]);
});

test.for<PlayEnd>(['blocked', 'clipMissing', 'failed'])('D3 a call that is %s is recorded and the next one is tried', async (why) => {
  const { speaker, spoken, notSpoken, end } = studio();
  speaker.take([call(1), call(2)], now);
  await end(why);
  await end();
  expect(notSpoken).toEqual([[1, why]]);
  expect(spoken).toEqual([2]);
});

test('D3 calls older than 30 s on arrival are not spoken, nor those dealt with before a reload', async () => {
  const { speaker, spoken, notSpoken, spokenUpTo, end } = studio();
  spokenUpTo(2);
  speaker.take([call(1), call(2), call(3, { at: now - freshMs - 1 }), call(4)], now);
  await end();
  expect(notSpoken).toEqual([[1, 'beforeReload'], [2, 'beforeReload'], [3, 'tooOld']]);
  expect(spoken).toEqual([4]);
});

test('D3 two announcements of one ticket still waiting become one, and both are recorded', async () => {
  const { speaker, spoken, notSpoken, end } = studio();
  const again = (seq: number, counterId: string): CallShown => call(seq, { ticketId: '1.2' as CallShown['ticketId'], counterId: counterId as CallShown['counterId'], nth: 2 });
  speaker.take([call(1), call(2), again(3, '3'), call(4), again(5, '7')], now);
  for (let part = 0; part < 3; part += 1) await end();
  expect(notSpoken).toEqual([[3, 'merged'], [2, 'merged']]);
  expect(spoken).toEqual([1, 4, 5]);
});

test('a stopped speaker speaks nothing more', async () => {
  const { speaker, sentences, end, abandoned } = studio();
  speaker.take([call(1), call(2)], now);
  speaker.stop();
  await end();
  speaker.take([call(3)], now);
  expect(sentences).toHaveLength(1);
  expect(abandoned()).toBe(1);
});

test('D4 given another plan while the hall runs, then the next call is spoken as that one says', async () => {
  const hall = studio();
  hall.speakLike({ languages: ['en'], times: 1 });
  hall.speaker.take([call(1)], now);
  await hall.settle();
  await hall.end();
  expect(hall.sentences).toHaveLength(1);
  expect(hall.sentences[0]).toContain('en/ticket');
  expect(hall.isPlaying()).toBe(false);
});
