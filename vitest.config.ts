/**
 * The tests, by what they need: nothing (unit), a document (rendered), an engine (store), a synthesized stack (infra), a whole system (system).
 */
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // On two processors the default is one worker; tests that wait for their engines leave room for two more.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{domain,contract,metrics,http,web,architecture}/**/*.test.ts'],
          // Some try out thousands of cases, while other tests keep the processors busy.
          testTimeout: 30_000,
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'rendered',
          include: ['test/web/**/*.test.tsx'],
          environment: 'happy-dom',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'store',
          include: ['test/{store,functions}/**/*.test.ts'],
          globalSetup: ['test/engine.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/local/**/*.test.ts'],
          globalSetup: ['test/engine.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'end-to-end',
          include: ['test/end-to-end/**/*.test.ts'],
          globalSetup: ['test/engine.ts', 'test/end-to-end/web-pages.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
