/**
 * A user's change of an existing thing. An untouched field shows the present value. A typed value
 * is stored on the device with the value it began from, so that the form notices when another
 * person has changed the same field.
 */
import { type Fields, fieldsIn, parsed } from '../../ui/form/draft-fields.ts';
import { useDraft } from '../../ui/form/use-draft.ts';

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

/** `name` distinguishes the form from others; `present` is the present value. */
export function useConflictAwareDraft<Of extends Fields>(
  name: string,
  present: Of,
): ConflictAwareDraft<Of> {
  const { draft, write, clear } = useDraft<Edit<Of> | undefined>([name], {
    read: text => readEdit(text, present),
    start: () => undefined,
  });
  const now = mergeWithPresent(draft, present);
  return {
    ...now,
    change: changes => write(changed(draft, present, changes)),
    keep: () => write({ base: present, fields: now.fields }),
    drop: clear,
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
  const stored = parsed(kept);
  if (typeof stored !== 'object' || stored === null) return undefined;
  if (!('base' in stored && 'fields' in stored)) return undefined;
  return { base: fieldsIn(stored.base, present), fields: fieldsIn(stored.fields, present) };
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
