/** The result of validating a form before it is sent. */
import type { FieldErrors } from './field-errors.ts';

/** Either the request, or the errors by field. */
export type ValidationResult<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly errors: FieldErrors };

/** The errors, without the valid fields. */
export function errorsIn(found: Readonly<Record<string, string | undefined>>): FieldErrors {
  const errors: Record<string, string> = {};
  for (const [field, error] of Object.entries(found))
    if (error !== undefined) errors[field] = error;
  return errors;
}
