/**
 * What comes of looking a form over before it is sent.
 */
import type { FieldErrors } from './field-errors.ts';

/** Either what to send, or what is wrong with which field. */
export type ValidationResult<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly errors: FieldErrors };

/** The errors that were found, without the fields that are right. */
export function errorsIn(found: Readonly<Record<string, string | undefined>>): FieldErrors {
  const errors: Record<string, string> = {};
  for (const [field, error] of Object.entries(found)) if (error !== undefined) errors[field] = error;
  return errors;
}
