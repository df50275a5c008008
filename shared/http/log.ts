/**
 * The log of functions: facts in fields, one line an event. It contains nothing that a person
 * wrote, no name and no token; so of an error it has only the kind and the place.
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
  /** The kind and version of an item that a newer release has written. */
  readonly item?: string;
  readonly known?: number;
  readonly found?: number | undefined;
};

/** The loggable part of an error. Its message stays out: it may quote what a person wrote. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] };
  const lines = (error.stack ?? '').split('\n').map(line => line.trim());
  return {
    error: error.name,
    ...(error instanceof NewerItem && { item: error.item, known: error.known, found: error.found }),
    frames: lines.filter(line => /^at .+:\d+:\d+\)?$/.test(line)).map(sourceFrame),
  };
}
