/**
 * The fields of a form, stored on the device while the user types, so that a lost network, a reload
 * or signing in again costs no text. Deleted once the text has arrived or is discarded.
 */
import { useMemo, useState } from 'preact/hooks';
import { device } from '../../storage/browser-storage.ts';
import { keptText } from '../../storage/stored-text.ts';

export type Fields = Readonly<Record<string, string>>;

export interface StoredFields<Of extends Fields> {
  readonly fields: Of;
  readonly change: (changes: Partial<Of>) => void;
  readonly drop: () => void;
}

/** `place` names the form and its user; `start` has the initial values if nothing is stored. */
export function useStoredFields<Of extends Fields>(place: string, start: Of): StoredFields<Of> {
  const kept = useMemo(() => keptText(device, place), [place]);
  const [fields, setFields] = useState<Of>(() => readFields(kept.first, start));
  return {
    fields,
    change: changes => {
      const next = { ...fields, ...changes };
      kept.write(JSON.stringify(next));
      setFields(next);
    },
    drop: kept.drop,
  };
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

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return undefined;
  }
}
