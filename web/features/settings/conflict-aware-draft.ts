/**
 * A user's change of an existing thing. An untouched field shows the present value. A typed value
 * is stored on the device with the value it began from, so that the form notices when another
 * person has changed the same field.
 */
import { useMemo, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { device } from '../../storage/browser-storage.ts';
import { keptText } from '../../storage/stored-text.ts';
import { fieldsIn } from '../../ui/form/stored-fields.ts';

type Fields = Readonly<Record<string, string>>;

const storedEdit = z.object({ base: z.unknown(), fields: z.unknown() });

/** The typed values, and the values at the start of typing. */
export interface Edit<Of extends Fields> {
  readonly base: Of;
  readonly fields: Of;
}

export interface ConflictAwareDraft<Of extends Fields> {
  readonly fields: Of;
  /** Whether the fields differ from the present values. */
  readonly edited: boolean;
  /** Whether another person has changed a field with typed text. */
  readonly overtaken: boolean;
  readonly change: (changes: Partial<Of>) => void;
  /** Continues with the typed values, based on the present ones. */
  readonly keep: () => void;
  readonly drop: () => void;
}

/** `place` names the form and its user; `present` is the present value. */
export function useConflictAwareDraft<Of extends Fields>(
  place: string,
  present: Of,
): ConflictAwareDraft<Of> {
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

/** How an edit relates to the present values. */
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
    overtaken: typed.some(
      name => present[name] !== edit.base[name] && present[name] !== fields[name],
    ),
  };
}

/** The edit after more typing. An untouched field begins from the present value. */
export function changed<Of extends Fields>(
  edit: Edit<Of> | undefined,
  present: Of,
  changes: Partial<Of>,
): Edit<Of> {
  const { fields } = mergeWithPresent(edit, present);
  const base = edit === undefined ? present : over(present, edit.base, typedIn(edit));
  return { base, fields: { ...fields, ...changes } };
}

/** A stored edit; undefined if there is none, or if it is unreadable. */
export function readEdit<Of extends Fields>(
  kept: string | null,
  present: Of,
): Edit<Of> | undefined {
  if (kept === null) return undefined;
  try {
    const { base, fields } = storedEdit.parse(JSON.parse(kept));
    return { base: fieldsIn(base, present), fields: fieldsIn(fields, present) };
  } catch {
    return undefined;
  }
}

/** The fields whose typed value differs from the value at the start. */
function typedIn({ base, fields }: Edit<Fields>): string[] {
  return Object.keys(fields).filter(name => fields[name] !== base[name]);
}

/** The fields of one thing, overridden by those of another. */
function over<Of extends Fields>(under: Of, upper: Of, names: readonly string[]): Of {
  const both = { ...under };
  for (const name of names) Object.assign(both, { [name]: upper[name] });
  return both;
}
