/**
 * The present errors of a form's fields, and the focus. Pressing the button validates the form and
 * focuses the first field with an error. From then on each error disappears as soon as the typed
 * value is right; an API error disappears once its field is changed.
 */
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { type FieldErrors, fieldErrorsOf } from './field-errors.ts';
import type { ValidationResult } from './validation-result.ts';

interface LookedOver<Body> {
  /** By the field's name: the API's error, or else the form's own. */
  readonly errors: FieldErrors;
  /** Must be called before the form is sent. */
  readonly lookOver: () => ValidationResult<Body>;
  /** Forgets the errors when the typed text is discarded. */
  readonly forget: () => void;
}

/** The errors at the last press. */
interface Noticed {
  readonly fields: readonly string[];
}

const NOTHING: Noticed = { fields: [] };

/**
 * @param refused the API's refusal of the last request, if there is one
 * @param check validates the present values; it has to be cheap and pure
 */
export function useFieldErrors<Body>(
  form: RefObject<HTMLFormElement>,
  refused: Error | null,
  check: () => ValidationResult<Body>,
): LookedOver<Body> {
  const [noticed, setNoticed] = useState<Noticed>(NOTHING);
  const [changed, forgetChanges] = useChangedFields(form);
  const errors = { ...without(fieldErrorsOf(refused), changed), ...stillWrong(noticed, check) };

  // Each press and each refusal moves the focus, not each letter.
  useLayoutEffect(() => {
    focusFirstWrong(form.current);
  }, [form, refused, noticed]);

  return {
    errors,
    lookOver: () => {
      const [checked, unfinished] = [check(), unfinishedIn(form.current)];
      setNoticed({ fields: checked.ok ? [] : Object.keys(checked.errors) });
      forgetChanges();
      if (Object.keys(unfinished).length === 0) return checked;
      return { ok: false, errors: { ...unfinished, ...(!checked.ok && checked.errors) } };
    },
    forget: () => setNoticed(NOTHING),
  };
}

/** Focuses the first wrong field; of a group of radio buttons, its first. Unfolds what hides it. */
function focusFirstWrong(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const folded = wrong?.closest('details');
  if (folded != null) folded.open = true;
  const field = wrong?.matches('[role="radiogroup"]') ? wrong.querySelector('input') : wrong;
  field?.focus();
}

/** The names of the controls that were changed since the last press. */
function useChangedFields(form: RefObject<HTMLFormElement>): [ReadonlySet<string>, () => void] {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const place = form.current;
    const note = ({ target }: Event) => {
      const name = target instanceof HTMLElement ? target.getAttribute('name') : null;
      if (name !== null) setChanged(names => (names.has(name) ? names : new Set([...names, name])));
    };
    // A choice fires twice. Reacting to the first event would render its old state, before the form
    // has handled it.
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

/**
 * What controls themselves say against their text, by `setCustomValidity`: a person who was typed
 * and not chosen. They show it themselves.
 */
function unfinishedIn(form: HTMLFormElement | null): FieldErrors {
  const errors: Record<string, string> = {};
  for (const control of form?.elements ?? [])
    if (control instanceof HTMLInputElement && control.validity.customError)
      errors[control.name] = control.validationMessage;
  return errors;
}

function without(errors: FieldErrors, names: ReadonlySet<string>): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !names.has(name)));
}

/** A field without an announced error is left alone while the user types in it. */
function stillWrong({ fields }: Noticed, check: () => ValidationResult<unknown>): FieldErrors {
  if (fields.length === 0) return {};
  const checked = check();
  if (checked.ok) return {};
  return Object.fromEntries(
    Object.entries(checked.errors).filter(([name]) => fields.includes(name)),
  );
}
