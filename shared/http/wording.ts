/**
 * A wording: the status and the words of a refusal. The files in `wordings/` have one for every
 * code of their subject; with `satisfies WordingsOf<…>` a missing one does not compile.
 */
import type { Words } from './language.ts';
import type { FieldError } from './refusal.ts';

/** The HTTP side of a refusal, in both languages until the reader's is known. */
export interface Description {
  readonly status: number;
  readonly title: Words;
  readonly detail?: Words;
  /** Set if the refusal is about one field of the request. */
  readonly field?: FieldError;
}

/** One wording for each code of a union of refusals, no more and no less. */
export type WordingsOf<Refusal extends { readonly code: string }> = {
  readonly [Code in Refusal['code']]: (
    refusal: Extract<Refusal, { readonly code: Code }>,
  ) => Description;
};

/** A broken rule of one field: 422 by default. */
export function ofField(field: string, rule: string, title: Words, words: Words): Description {
  return { status: 422, title, detail: words, field: { field, rule, words } };
}
