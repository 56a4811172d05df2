// `pnpm test`: everything that must hold, in the order in which failures are cheapest to find.
// Stops at the first step that fails. Test counts go to test-results/summary.txt, where .ci/run reads them.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildScreens } from './buildScreens.ts';
import { countTests, sumOf, type TestCount } from './countTests.ts';
import { commandOf, type Ended, runNode, secondsSince } from './run.ts';
import { ROOT } from './screens.ts';

interface Step {
  name: string;
  run: () => Promise<Ended>;
}

const RESULTS = join(ROOT, 'test-results');
const counts: TestCount[] = [];

const quiet =
  (args: string[]): (() => Promise<Ended>) =>
  () =>
    runNode(args, { show: false });

/** The steps that only read the sources. They run side by side and print when they are done. */
const checks: Step[] = [
  { name: 'types', run: quiet([join(ROOT, 'scripts/types.ts')]) },
  {
    name: 'lint',
    run: quiet([
      commandOf('eslint'),
      '--cache',
      '--cache-location',
      'node_modules/.cache/eslint/',
      '--max-warnings',
      '0',
      '.',
    ]),
  },
  {
    name: 'imports',
    run: quiet([
      commandOf('dependency-cruiser', 'depcruise'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'shared',
      'server',
      'apps',
      'sim',
      'scripts',
    ]),
  },
];

function vitestStep(name: string, projects: string[]): Step {
  const file = join(RESULTS, `${name}.json`);
  const run = async (): Promise<Ended> => {
    const ended = await runNode([
      commandOf('vitest'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    counts.push(await countTests(file));
    return ended;
  };
  return { name, run };
}

const build = async (): Promise<Ended> => {
  const failed = await buildScreens();
  return { code: failed.length === 0 ? 0 : 1, output: '' };
};

/** Runs one step, prints its seconds, and tells whether it held. */
async function holds({ name, run }: Step): Promise<boolean> {
  const startedAt = performance.now();
  const { code, output } = await run();
  if (output.trim() !== '') console.log(output.trimEnd());
  console.log(`${code === 0 ? 'ok' : 'FAILED'}: ${name} (${secondsSince(startedAt)})`);
  return code === 0;
}

async function allHold(): Promise<boolean> {
  if ((await Promise.all(checks.map(holds))).includes(false)) return false;
  const steps = [
    vitestStep('tests', ['unit', 'int', 'sim']),
    { name: 'screens', run: build },
    vitestStep('e2e', ['e2e']),
  ];
  for (const step of steps) {
    if (!(await holds(step))) return false;
  }
  return true;
}

const startedAt = performance.now();
await rm(RESULTS, { recursive: true, force: true });
await mkdir(RESULTS, { recursive: true });
const held = await allHold();
const { passed, failed } = sumOf(counts);
await writeFile(join(RESULTS, 'summary.txt'), `${passed} passed, ${failed} failed\n`);
console.log(`${held ? 'everything holds' : 'NOT everything holds'} (${secondsSince(startedAt)})`);
if (!held) process.exitCode = 1;
