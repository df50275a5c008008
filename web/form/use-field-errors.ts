/**
 * What is wrong with the fields of a form, and the way there: each time something is found, the focus goes to the first field that is
 * wrong, so that a keyboard or a screen reader need not look for it.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { type FieldErrors, fieldErrorsOf } from './field-errors.ts';

/** What the API refused and, before that, what the form itself noticed; of one field the latter counts. */
export function useFieldErrors(
  form: RefObject<HTMLFormElement>,
  refused: Error | null,
  noticed: FieldErrors,
): FieldErrors {
  const errors = { ...fieldErrorsOf(refused), ...noticed };
  const wrong = Object.keys(errors).length > 0;
  useLayoutEffect(() => {
    if (wrong) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, wrong, refused, noticed]);
  return errors;
}
