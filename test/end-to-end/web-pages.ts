/** The web pages, built once for all test files of a run. */
import type { TestProject } from 'vitest/node';
import { builtPages } from '../../infra/local/pages.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the pages. */
    readonly pages: string;
  }
}

let remove: (() => Promise<void>) | undefined;

export async function setup({ provide }: TestProject): Promise<void> {
  const built = await builtPages(new AbortController().signal);
  remove = built.remove;
  provide('pages', built.folder);
}

export async function teardown(): Promise<void> {
  await remove?.();
}
