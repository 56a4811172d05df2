// What CI prints must be what vitest found, also when a file did not even load.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countTests } from './countTests.ts';

async function countOf(report: unknown): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'hall-count-'));
  try {
    await writeFile(join(folder, 'report.json'), JSON.stringify(report));
    return await countTests(join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('passed and failed tests are summed over files; skipped ones are neither', async () => {
  const report = {
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
    ],
  };
  expect(await countOf(report)).toEqual({ passed: 2, failed: 1 });
});

test('a file that did not load is one failure', async () => {
  expect(await countOf({ testResults: [{ status: 'failed', assertionResults: [] }] })).toEqual({
    passed: 0,
    failed: 1,
  });
});

test('a missing report is one failure', async () => {
  expect(await countTests(join(tmpdir(), 'no-such-report.json'))).toEqual({ passed: 0, failed: 1 });
});
