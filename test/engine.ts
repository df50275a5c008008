/**
 * One engine for all test files of a run that need tables or a whole system. It distinguishes
 * databases by the access key; a single one would become several times slower as tables and streams
 * gather.
 */
import type { TestProject } from 'vitest/node';
import { type Engine, startEngine } from '../infra/local/engine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The engine's address. */
    readonly engine: string;
  }
}

let engine: Engine | undefined;

/** Starts it for the first project of the run that needs it. */
export async function setup({ vitest }: TestProject): Promise<void> {
  if (vitest.getRootProject().getProvidedContext().engine !== undefined) return;
  engine = await startEngine(undefined, new AbortController().signal, 'well');
  vitest.provide('engine', engine.endpoint);
}

export async function teardown(): Promise<void> {
  await engine?.stop();
}
