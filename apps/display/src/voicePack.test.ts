// The shipped clips hold every word of every call, in every language (D4).
import { languages } from '@hall/core/text/language';
import { spokenCall } from '@hall/core/text/spokenCall';
import { expect, test } from 'vitest';
import pack from '../public/voice/index.json' with { type: 'json' };

test('D4 no call to counters 1 to 999 needs a clip that is not there', () => {
  const has = new Set(['chime', ...languages.flatMap((language) => Object.keys(pack.languages[language].clips).map((name) => `${language}/${name}`))]);
  const needed = new Set<string>();
  for (let counter = 1; counter <= 999; counter += 1) {
    const parts = spokenCall({ number: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', counterId: String(counter) }, { languages, times: 1, backlog: false });
    for (const { clips } of parts) for (const key of clips) needed.add(key);
  }
  expect([...needed].filter((key) => !has.has(key))).toEqual([]);
  expect(needed.size).toBeGreaterThan(250);
});
