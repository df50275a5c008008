/**
 * What functions say about themselves: facts in fields, a line an event. Nothing that a person wrote, no name and no token
 * belongs in it; so of an error only its kind and its place are told.
 */
export interface Log {
  info(message: string, fields: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields: Readonly<Record<string, unknown>>): void;
  error(message: string, fields: Readonly<Record<string, unknown>>): void;
}

/** What may be told of an error. Its message stays out: it may quote what a person wrote. */
export function failureOf(error: unknown): { readonly error: string; readonly frames: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] };
  const lines = (error.stack ?? '').split('\n').map(line => line.trim());
  return { error: error.name, frames: lines.filter(line => /^at .+:\d+:\d+\)?$/.test(line)) };
}
