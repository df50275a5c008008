/**
 * What functions say about themselves: facts in fields, a line an event. Nothing that a person wrote, no name and no token
 * belongs in it; so of an error only its kind and its place are told.
 */
import { NewerItem } from '../store/stored-item.ts';
import { sourceFrame } from './source-lines.ts';

export interface Log {
  info(message: string, fields: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields: Readonly<Record<string, unknown>>): void;
  error(message: string, fields: Readonly<Record<string, unknown>>): void;
}

type Failure = {
  readonly error: string;
  readonly frames: readonly string[];
  /** Of an item that a newer release has written: what kind of item, and of which version. */
  readonly item?: string;
  readonly known?: number;
  readonly found?: number | undefined;
};

/** What may be told of an error. Its message stays out: it may quote what a person wrote. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] };
  const lines = (error.stack ?? '').split('\n').map(line => line.trim());
  return {
    error: error.name,
    ...(error instanceof NewerItem && { item: error.item, known: error.known, found: error.found }),
    frames: lines.filter(line => /^at .+:\d+:\d+\)?$/.test(line)).map(sourceFrame),
  };
}
