// The specification and the tests tell the same story: every rule of docs/spec is held by the tests it names,
// and every rule or law named by a test stands in docs/spec. How the ids work is in docs/spec/README.md.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './screens.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const testFiles = ['shared', 'server', 'apps', 'sim', 'scripts'].flatMap((room) =>
  globSync(`${room}/**/*.{test,spec}.ts`, { cwd: ROOT, exclude: (path) => path.includes('node_modules') || path.includes('dist') }).map((path) => path.replaceAll('\\', '/')),
);

/** `N1` or `law 4`, from a test name such as "N1 J9 …" or "laws 1, 4 and 9–11 …". */
function idsIn(name: string): string[] {
  const rules = name.match(/\b[JNTCHSDROVXU][1-9][0-9]?\b/gu) ?? [];
  const laws = [...name.matchAll(/\blaws? ((?:[0-9]+(?:, | and |–)?)+)/gu)].flatMap(([, list = '']) =>
    list.split(/, | and /u).flatMap((part) => {
      const [from = NaN, to = from] = part.split('–').filter((number) => number !== '').map(Number);
      return Number.isNaN(from) ? [] : Array.from({ length: to - from + 1 }, (_none, nth) => `law ${from + nth}`);
    }),
  );
  return [...rules, ...laws];
}

/** First argument of `test(`, `describe(` or of what `.each(…)` returned. */
const testName = /(?:\b(?:test|it|describe)(?:\.\w+)?|\))\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`]*)`)/gu;
const idsOf = new Map(testFiles.map((file) => [file, new Set([...read(file).matchAll(testName)].flatMap(([, a, b, c]) => idsIn(a ?? b ?? c ?? '')))]));

interface Rule {
  readonly id: string;
  readonly page: string;
  readonly heldBy: readonly string[];
}

/** Every `### N1 · …` or `### Law 1 · …` of the specification with the files of its "Held by" line. */
const rules: Rule[] = globSync('docs/spec/*.md', { cwd: ROOT }).flatMap((page) =>
  read(page).split(/^### /mu).slice(1).flatMap((section) => {
    const id = /^(?:([JNTCHSDROVXU][1-9][0-9]?)|Law ([0-9]+)) ·/u.exec(section);
    if (id === null) return [];
    const heldBy = [...(/^Held by: (.*)$/mu.exec(section)?.[1] ?? '').matchAll(/`([^`]+)`/gu)].map(([, path = '']) => path);
    return [{ id: id[1] ?? `law ${id[2]}`, page, heldBy }];
  }),
);

test('the specification has rules, each once', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(50);
  expect(ids.filter((id, nth) => ids.indexOf(id) !== nth)).toEqual([]);
});

test('every rule of the specification names tests that exist and that name it', () => {
  const unheld = rules.flatMap(({ id, page, heldBy }) => [
    ...(heldBy.length === 0 ? [`${page}: ${id} is held by nothing`] : []),
    ...heldBy.filter((file) => !existsSync(join(ROOT, file))).map((file) => `${page}: ${id} is held by ${file}, which does not exist`),
    ...heldBy.filter((file) => existsSync(join(ROOT, file)) && idsOf.get(file)?.has(id) !== true).map((file) => `${page}: no test in ${file} names ${id}`),
  ]);
  expect(unheld).toEqual([]);
});

test('what stands in the specification without an id is held by tests that exist, too', () => {
  const gone = globSync('docs/spec/*.md', { cwd: ROOT }).flatMap((page) =>
    [...read(page).matchAll(/^Held by: (.*)$/gmu)].flatMap(([, list = '']) => [...list.matchAll(/`([^`]+)`/gu)].map(([, path = '']) => path)).filter((file) => !existsSync(join(ROOT, file))).map((file) => `${page}: ${file}`));
  expect(gone).toEqual([]);
});

test('every rule that a test names stands in the specification', () => {
  const known = new Set(rules.map(({ id }) => id));
  const strange = [...idsOf].flatMap(([file, ids]) => [...ids].filter((id) => !known.has(id)).map((id) => `${file}: ${id}`));
  expect(strange).toEqual([]);
});

/** Ids of the groups that the hall's order of work rests on, in full. */
const groups: readonly (readonly [letter: string, last: number])[] = [['N', 6], ['T', 6], ['C', 13], ['H', 7]];

test('every rule of the groups N, T, C and H is built, or the list of docs/spec/README.md says that it is not', () => {
  const all = groups.flatMap(([letter, last]) => Array.from({ length: last }, (_none, nth) => `${letter}${nth + 1}`));
  const built = rules.map(({ id }) => id).filter((id) => all.includes(id));
  const missing = [...read('docs/spec/README.md').matchAll(/^\| ([NTCH][0-9]+) \|/gmu)].map(([, id = '']) => id);
  expect([...built, ...missing].sort()).toEqual([...all].sort());
});
