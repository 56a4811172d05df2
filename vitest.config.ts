// The four kinds of test, told apart by their file names:
// x.test.ts is pure, x.int.test.ts uses disk or sockets, x.sim.test.ts is seeded and long, sim/e2e/*.spec.ts drives real browser pages.
import { defineConfig } from 'vitest/config';
import { plantMutant } from './sim/mutants/plant.ts';

const ROOMS = '{shared,server,apps,sim,scripts}/**';
const NEVER = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    // A planted fault must neither be hidden by a cached module nor stay behind in the cache.
    fsModuleCache: process.env['HALL_MUTANT'] === undefined,
    projects: [
      {
        plugins: [plantMutant()],
        test: {
          name: 'unit',
          include: [`${ROOMS}/*.test.ts`],
          exclude: [...NEVER, '**/*.int.test.ts', '**/*.sim.test.ts'],
        },
      },
      {
        plugins: [plantMutant()],
        test: {
          name: 'int',
          include: [`${ROOMS}/*.int.test.ts`],
          exclude: NEVER,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        plugins: [plantMutant()],
        test: {
          name: 'sim',
          include: [`${ROOMS}/*.sim.test.ts`],
          exclude: NEVER,
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['sim/e2e/**/*.spec.ts'],
          exclude: NEVER,
          globalSetup: ['sim/e2e/globalSetup.ts'],
          // One browser at a time: two would fight over the cores and make timeouts mean nothing.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
