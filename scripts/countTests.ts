// Counts tests from vitest's own JSON reports, so that the number CI prints is never typed by hand.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export interface TestCount {
  passed: number;
  failed: number;
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Counts one report. A file that fails without a failing test (it did not load) counts as one failure. */
export async function countTests(file: string): Promise<TestCount> {
  // No report means vitest itself did not get through: that must not look like success.
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { testResults } = JSON.parse(await readFile(file, 'utf8')) as Report;
  return sumOf(
    testResults.map(({ status, assertionResults }) => {
      const passed = assertionResults.filter((test) => test.status === 'passed').length;
      const failed = assertionResults.filter((test) => test.status === 'failed').length;
      return { passed, failed: failed === 0 && status === 'failed' ? 1 : failed };
    }),
  );
}

/** All counts together. */
export function sumOf(counts: readonly TestCount[]): TestCount {
  return counts.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
}
