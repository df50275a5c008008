/**
 * What a wording is: the status and the words that go with a refusal. The files in `wordings/` hold one for every code of
 * their subject; `satisfies WordingsOf<…>` makes the compiler ask for one that is missing.
 */
import type { Words } from './language.ts';
import type { FieldError } from './refusal.ts';

/** What HTTP says of a refusal, in both languages until it is known who reads it. */
export interface Description {
  readonly status: number;
  readonly title: Words;
  readonly detail?: Words;
  /** Where the refusal is about one field of the request. */
  readonly field?: FieldError;
}

/** One wording for each code of a union of refusals, no more and no less. */
export type WordingsOf<Refusal extends { readonly code: string }> = {
  readonly [Code in Refusal['code']]: (refusal: Extract<Refusal, { readonly code: Code }>) => Description;
};

/** A rule that one field broke: 422, unless said otherwise. */
export function ofField(field: string, rule: string, title: Words, words: Words): Description {
  return { status: 422, title, detail: words, field: { field, rule, words } };
}
