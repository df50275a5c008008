/**
 * What somebody is changing of something that is there already. A field in which nothing was typed shows what is there now; what was
 * typed is kept on the device together with what it began from, so that it is noticed when somebody else has changed the same field.
 */
import { useMemo, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { fieldsIn } from '../form/stored-fields.ts';
import { device } from '../storage/browser-storage.ts';
import { keptText } from '../storage/stored-text.ts';

type Fields = Readonly<Record<string, string>>;

const storedEdit = z.object({ base: z.unknown(), fields: z.unknown() });

/** What was typed, and what stood there when typing began. */
export interface Edit<Of extends Fields> {
  readonly base: Of;
  readonly fields: Of;
}

export interface ConflictAwareDraft<Of extends Fields> {
  readonly fields: Of;
  /** Whether the fields say anything else than what is there. */
  readonly edited: boolean;
  /** Whether somebody else has changed a field in which something was typed. */
  readonly overtaken: boolean;
  readonly change: (changes: Partial<Of>) => void;
  /** Goes on with what was typed, knowing what is there now. */
  readonly keep: () => void;
  readonly drop: () => void;
}

/** `place` names the form and whose it is; `present` is what is there now. */
export function useConflictAwareDraft<Of extends Fields>(place: string, present: Of): ConflictAwareDraft<Of> {
  const kept = useMemo(() => keptText(device, place), [place]);
  const [edit, setEdit] = useState<Edit<Of> | undefined>(() => readEdit(kept.first, present));
  const store = (next: Edit<Of>) => {
    kept.write(JSON.stringify(next));
    setEdit(next);
  };
  const now = mergeWithPresent(edit, present);
  return {
    ...now,
    change: changes => store(changed(edit, present, changes)),
    keep: () => store({ base: present, fields: now.fields }),
    drop: () => {
      kept.drop();
      setEdit(undefined);
    },
  };
}

/** How an edit stands to what is there now. */
export function mergeWithPresent<Of extends Fields>(
  edit: Edit<Of> | undefined,
  present: Of,
): Pick<ConflictAwareDraft<Of>, 'fields' | 'edited' | 'overtaken'> {
  if (edit === undefined) return { fields: present, edited: false, overtaken: false };
  const typed = typedIn(edit);
  const fields = over(present, edit.fields, typed);
  return {
    fields,
    edited: typed.some(name => fields[name] !== present[name]),
    overtaken: typed.some(name => present[name] !== edit.base[name] && present[name] !== fields[name]),
  };
}

/** The edit after some more typing. A field in which nothing had been typed begins from what is there now. */
export function changed<Of extends Fields>(
  edit: Edit<Of> | undefined,
  present: Of,
  changes: Partial<Of>,
): Edit<Of> {
  const { fields } = mergeWithPresent(edit, present);
  const base = edit === undefined ? present : over(present, edit.base, typedIn(edit));
  return { base, fields: { ...fields, ...changes } };
}

/** An edit as it was left; undefined if there was none, or none that can be read. */
export function readEdit<Of extends Fields>(kept: string | null, present: Of): Edit<Of> | undefined {
  if (kept === null) return undefined;
  try {
    const { base, fields } = storedEdit.parse(JSON.parse(kept));
    return { base: fieldsIn(base, present), fields: fieldsIn(fields, present) };
  } catch {
    return undefined;
  }
}

/** The fields in which something was typed that was not there. */
function typedIn({ base, fields }: Edit<Fields>): string[] {
  return Object.keys(fields).filter(name => fields[name] !== base[name]);
}

/** Some fields of one thing over those of another. */
function over<Of extends Fields>(under: Of, upper: Of, names: readonly string[]): Of {
  const both = { ...under };
  for (const name of names) Object.assign(both, { [name]: upper[name] });
  return both;
}
