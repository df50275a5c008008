/**
 * The one place where a refusal becomes an answer: status, code and words (RFC 9457). Domain and
 * store refuse in values; the wordings, a file for each subject, have the HTTP side of each.
 */
import type * as z from 'zod/mini';
import type { problem } from '../contract/schemas/problem.ts';
import type { Language } from './language.ts';
import type { AnyRefusal } from './refusal.ts';
import type { Description, WordingsOf } from './wording.ts';
import { administrationWordings } from './wordings/administration.ts';
import { coAuthorshipWordings } from './wordings/co-authorship.ts';
import { commentWordings } from './wordings/comments.ts';
import { deliberationWordings } from './wordings/deliberation.ts';
import { followUpWordings } from './wordings/follow-up.ts';
import { generalWordings } from './wordings/general.ts';
import { ideaWordings } from './wordings/ideas.ts';
import { implementationWordings } from './wordings/implementation.ts';
import { opinionWordings } from './wordings/opinion.ts';
import { requestWordings } from './wordings/request.ts';
import { unnamedWordings } from './wordings/unnamed.ts';
import { writingWordings } from './wordings/writing.ts';

export type Problem = z.output<typeof problem>;

const WORDINGS: WordingsOf<AnyRefusal> = {
  ...requestWordings,
  ...generalWordings,
  ...ideaWordings,
  ...coAuthorshipWordings,
  ...opinionWordings,
  ...commentWordings,
  ...deliberationWordings,
  ...implementationWordings,
  ...followUpWordings,
  ...unnamedWordings,
  ...writingWordings,
  ...administrationWordings,
};

/** Makes the problem document of a refusal, in the caller's language. */
export function problemOf(refusal: AnyRefusal, language: Language, requestId?: string): Problem {
  const { status, title, detail, field } = describe(refusal);
  const errors = refusal.code === 'invalid-request' ? refusal.errors : field ? [field] : [];
  return {
    type: `/problems/${refusal.code}`,
    title: title[language],
    status,
    code: refusal.code,
    ...(detail && { detail: detail[language] }),
    ...(requestId !== undefined && { requestId }),
    ...(errors.length > 0 && {
      errors: errors.map(({ field, rule, words }) => ({ field, rule, detail: words[language] })),
    }),
  };
}

/**
 * The refusals by their codes. As one type, a code and its wording stay a pair for the compiler.
 */
type ByCode = {
  readonly [Code in AnyRefusal['code']]: Extract<AnyRefusal, { readonly code: Code }>;
};

function describe<Code extends AnyRefusal['code']>(
  refusal: ByCode[Code] & { readonly code: Code },
): Description {
  return WORDINGS[refusal.code](refusal);
}
