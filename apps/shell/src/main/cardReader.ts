// A reader of ID cards behind its vendor's program on this machine (docs/operating/readers.md): asked over loopback alone,
// with a time limit and a size limit. What it says is never logged, and only the number and the name of a card go on.
import type { CardRead } from '@hall/core/shell/shellCalls';
import type { Settings } from './settings.ts';

const answerWithinMs = 2_000;
const mostBytes = 200_000;
/** The longest name on a card, and more. */
const mostSigns = 60;

/** One question. Never rejects: a program that is away or confused is `away`. */
export function cardReader(at: Settings['cardReader'], ask: typeof fetch = fetch): () => Promise<CardRead> {
  if (at === null) return () => Promise.resolve({ kind: 'none' });
  return async () => {
    try {
      const answer = await ask(at.url, { method: at.method, redirect: 'error', signal: AbortSignal.timeout(answerWithinMs) });
      const text = await answer.text();
      if (!answer.ok || text.length > mostBytes) return { kind: 'away' };
      return readAnswer(text, at.number, at.name);
    } catch {
      return { kind: 'away' };
    }
  };
}

/** `number`, `name`: where they stand in a JSON answer, as `data.certNumber`. No number there: no card lies on the reader. */
export function readAnswer(text: string, number: string, name: string | null): CardRead {
  const answer: unknown = text.trim() === '' ? null : JSON.parse(text);
  const found = wordAt(answer, number);
  if (found === null) return { kind: 'empty' };
  const called = name === null ? null : wordAt(answer, name);
  return { kind: 'card', text: called === null ? found : `${called},${found}` };
}

function wordAt(answer: unknown, path: string): string | null {
  let here: unknown = answer;
  for (const step of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return null;
    here = (here as Record<string, unknown>)[step];
  }
  const word = typeof here === 'string' ? here.replaceAll(',', ' ').trim() : '';
  return word === '' || word.length > mostSigns ? null : word;
}
