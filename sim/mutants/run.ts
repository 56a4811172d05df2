// `pnpm mutants [name …]`: runs each mutant's tests without the fault, which must pass, and with it, which must fail.
// A mutant that survives, or that no longer fits its source, fails the run.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutants, type Mutant } from './mutants.ts';
import { planted, sourceOf } from './plant.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const folder = mkdtempSync(join(tmpdir(), 'hall-mutants-'));
/** Enough days to meet any of the faults; a day that breaks ends the run at once. */
const days = '60';

interface Run {
  readonly failed: number;
  readonly passed: number;
  readonly seconds: number;
  /** What the first failing test says, in a line. */
  readonly says: string;
}
interface Report {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly title: string; readonly failureMessages?: readonly string[] }[] }[];
}

async function runTests(tests: readonly string[], mutant: Mutant | null): Promise<Run> {
  const file = join(folder, 'report.json');
  const startedAt = performance.now();
  const args = [vitest, 'run', '--project', 'unit', '--project', 'int', '--project', 'sim', '--bail', '1', '--reporter=json', `--outputFile=${file}`, ...tests];
  const env = { ...process.env, SIM_DAYS: days, ...(mutant === null ? {} : { HALL_MUTANT: mutant.name }) };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  await promise;
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  rmSync(file);
  return { failed: report.numFailedTests, passed: report.numPassedTests, seconds: (performance.now() - startedAt) / 1_000, says: firstWords(report) };
}

function firstWords({ testResults }: Report): string {
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults).find(({ failureMessages = [] }) => failureMessages.length > 0);
  const lines = failed?.failureMessages?.[0]?.split('\n').map((line) => line.trim()) ?? [];
  // A simulated day tells the law on its second line; other tests say most with their title.
  const law = lines[0]?.includes(' breaks:') === true ? lines[1] : `${lines[0] ?? ''} (${failed?.title ?? ''})`;
  return (law ?? '').replace(/^[0-9:.]+ /, '').replace(/^(Assertion)?Error: /, '').slice(0, 110);
}

/** How a mutant fared; null when it was noticed. */
async function problemOf(mutant: Mutant): Promise<string | null> {
  const run = await runTests(mutant.tests, mutant);
  // Red by a test that failed, not by a source that no longer compiles.
  const problem = run.failed > 0 ? null : run.passed > 0 ? 'SURVIVED' : 'no test ran';
  console.log(`${(problem ?? 'noticed').padEnd(9)} ${mutant.name.padEnd(26)} ${run.seconds.toFixed(1).padStart(5)} s  ${mutant.what}\n${' '.repeat(47)}by ${run.says}`);
  return problem;
}

try {
  const wanted = process.argv.slice(2);
  const chosen = wanted.length === 0 ? mutants : mutants.filter(({ name }) => wanted.includes(name));
  if (chosen.length === 0) throw new Error(`there is no mutant ${wanted.join(', ')}`);
  for (const mutant of chosen) planted(mutant, sourceOf(mutant));
  for (const tests of new Set(chosen.map((mutant) => mutant.tests.join(' ')))) {
    const run = await runTests(tests.split(' '), null);
    if (run.failed > 0 || run.passed === 0) throw new Error(`without any fault ${tests} must pass: ${run.failed} failed, ${run.passed} passed`);
    console.log(`passes    ${tests} (${run.passed} tests, ${run.seconds.toFixed(1)} s)`);
  }
  const problems = [];
  for (const mutant of chosen) problems.push(await problemOf(mutant));
  const survived = problems.filter((problem) => problem !== null).length;
  console.log(survived === 0 ? `${chosen.length} mutants, all noticed` : `${survived} of ${chosen.length} mutants were not noticed`);
  if (survived > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
