/**
 * The errors of a form's fields, found by the form itself or by the API. The API names fields by
 * their path in the body; the last part of it is the field's name here.
 */
import { ApiProblem } from '../../../shared/contract/client-errors.ts';

export type FieldErrors = Readonly<Record<string, string>>;

export function fieldErrorsOf(error: Error | null): FieldErrors {
  if (!(error instanceof ApiProblem)) return {};
  const errors = error.problem.errors ?? [];
  return Object.fromEntries(
    errors.map(({ field, detail }) => [field.split(/[./]/).at(-1) ?? field, detail]),
  );
}
