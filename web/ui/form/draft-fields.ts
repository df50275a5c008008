/** Drafts that are the fields of a form, each a text. */
import type { DraftKind } from './kept-draft.ts';

export type Fields = Readonly<Record<string, string>>;

/** `start` has the initial values if nothing is stored. */
export function draftOf<Of extends Fields>(start: Of): DraftKind<Of> {
  return { read: text => readFields(text, start), start: () => start };
}

/** The stored values, field by field; a missing or unreadable one has its initial value. */
export function readFields<Of extends Fields>(kept: string | null, start: Of): Of {
  return fieldsIn(parsed(kept), start);
}

/** The same for a text that has been read already. */
export function fieldsIn<Of extends Fields>(kept: unknown, start: Of): Of {
  const found = new Map<string, unknown>(Object.entries(kept ?? {}));
  const read = { ...start };
  for (const name in start) {
    const value = found.get(name);
    if (typeof value === 'string') Object.assign(read, { [name]: value });
  }
  return read;
}

/** What a stored text says; undefined if it is unreadable, nothing if there is none. */
export function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return undefined;
  }
}
