/**
 * What is wrong with the fields of a form, for as long as it is wrong, and the way there. Pressing the button looks the form over and
 * leads the focus to the first field that is wrong. From then on each error goes as soon as what is typed is right; what the API has
 * refused in a field goes once that field is changed.
 */
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { type FieldErrors, fieldErrorsOf } from './field-errors.ts';
import type { ValidationResult } from './validation-result.ts';

interface LookedOver<Body> {
  /** By the field's name: what the API refused and, before that, what the form itself noticed. */
  readonly errors: FieldErrors;
  /** To be called before the form is sent. */
  readonly lookOver: () => ValidationResult<Body>;
  /** Forgets what was noticed, where what was typed is given up. */
  readonly forget: () => void;
}

/** What the last press noticed. */
interface Noticed {
  readonly fields: readonly string[];
}

const NOTHING: Noticed = { fields: [] };

/**
 * @param refused why the API has not taken what was sent, if it has not
 * @param check looks over what is typed now; it has to be cheap and pure
 */
export function useFieldErrors<Body>(
  form: RefObject<HTMLFormElement>,
  refused: Error | null,
  check: () => ValidationResult<Body>,
): LookedOver<Body> {
  const [noticed, setNoticed] = useState<Noticed>(NOTHING);
  const [changed, forgetChanges] = useChangedFields(form);
  const errors = { ...without(fieldErrorsOf(refused), changed), ...stillWrong(noticed, check) };

  // Each press and each refusal leads there, not each letter.
  useLayoutEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, refused, noticed]);

  return {
    errors,
    lookOver: () => {
      const checked = check();
      setNoticed({ fields: checked.ok ? [] : Object.keys(checked.errors) });
      forgetChanges();
      return checked;
    },
    forget: () => setNoticed(NOTHING),
  };
}

/** Names of the controls that were changed since the last press. */
function useChangedFields(form: RefObject<HTMLFormElement>): [ReadonlySet<string>, () => void] {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const place = form.current;
    const note = ({ target }: Event) => {
      const name = target instanceof HTMLElement ? target.getAttribute('name') : null;
      if (name !== null) setChanged(names => (names.has(name) ? names : new Set([...names, name])));
    };
    // A choice says so twice. To note it the first time would draw it as it was before the form has heard of it.
    const noteTyped = (event: Event) => {
      if (!isChoice(event.target)) note(event);
    };
    place?.addEventListener('input', noteTyped);
    place?.addEventListener('change', note);
    return () => {
      place?.removeEventListener('input', noteTyped);
      place?.removeEventListener('change', note);
    };
  }, [form]);
  return [changed, useCallback(() => setChanged(new Set()), [])];
}

function isChoice(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && ['checkbox', 'radio', 'file'].includes(target.type))
  );
}

function without(errors: FieldErrors, names: ReadonlySet<string>): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !names.has(name)));
}

/** A field that nobody was told of yet is left alone while it is being typed. */
function stillWrong({ fields }: Noticed, check: () => ValidationResult<unknown>): FieldErrors {
  if (fields.length === 0) return {};
  const checked = check();
  if (checked.ok) return {};
  return Object.fromEntries(Object.entries(checked.errors).filter(([name]) => fields.includes(name)));
}
