/**
 * The tests, by what they need: nothing (unit), a document (rendered), an engine (store), a
 * synthesized stack (infra), a whole system (system), a system and its built pages (end-to-end).
 */
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** Files of a project share workers and loaded modules: no test may leave state in a module. */
const isolate = false;

export default defineConfig({
  test: {
    // On two processors the default is one worker; tests that wait leave room for two more.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          isolate,
          include: ['test/{domain,contract,metrics,http,web,architecture}/**/*.test.ts'],
          // Some try out thousands of cases, while other tests keep the processors busy.
          testTimeout: 30_000,
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'rendered',
          isolate,
          include: ['test/web/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['test/web/inline-wbr.ts', 'test/web/patience.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'store',
          isolate,
          include: ['test/{store,functions}/**/*.test.ts'],
          setupFiles: ['test/delete-tables.ts'],
          globalSetup: ['test/engine.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'infra',
          isolate,
          include: ['test/infra/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'system',
          isolate,
          include: ['test/local/**/*.test.ts'],
          setupFiles: ['test/delete-tables.ts'],
          globalSetup: ['test/engine.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'end-to-end',
          isolate,
          include: ['test/end-to-end/**/*.test.ts'],
          setupFiles: ['test/delete-tables.ts'],
          globalSetup: ['test/engine.ts', 'test/end-to-end/web-pages.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Other tests keep the processors busy meanwhile.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
