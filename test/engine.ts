/** One DynamoDB Local, in memory, for all tests that need a table; each test file makes a table of its own on it. */
import type { TestProject } from 'vitest/node';
import { startEngine } from '../infra/local/engine.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    dynamodb: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await startEngine(undefined, new AbortController().signal);
  project.provide('dynamodb', engine.endpoint);
  return () => engine.stop();
}
