/**
 * An idea while it is being written. It is stored on the device until it has been submitted, with
 * the key that makes one idea of repeated attempts.
 */
import * as z from 'zod/mini';
import type { RequestOf } from '../../../shared/contract/client.ts';
import type { submitIdea } from '../../../shared/contract/routes/ideas.ts';
import { BODY, TITLE } from '../../../shared/domain/kernel/text.ts';
import { readNumbers } from '../../../shared/domain/organization/employee-number.ts';
import { MOST_CO_AUTHORS } from '../../../shared/domain/organization/limits.ts';
import type { Dictionary } from '../../i18n/zh.ts';
import type { OrganizationProfile } from '../../session/organization-context.tsx';
import { yuanOf } from '../../ui/form/amount.ts';
import type { DraftKind } from '../../ui/form/drafts.ts';
import { textError } from '../../ui/form/text-error.ts';
import { errorsIn, type ValidationResult } from '../../ui/form/validation-result.ts';

const draft = z.object({
  key: z.string(),
  title: z.string(),
  category: z.string(),
  problem: z.string(),
  proposal: z.string(),
  expectedBenefit: z.string(),
  unnamed: z.boolean(),
  department: z.string(),
  // Drafts from before there were co-authors have none.
  coAuthorIds: z._default(z.string(), ''),
});
export type Draft = Readonly<z.output<typeof draft>>;

/** An idea's typed content: of a draft, or of an idea that is being revised. */
export type Content = Pick<
  Draft,
  'title' | 'category' | 'problem' | 'proposal' | 'expectedBenefit'
>;

type NewIdea = RequestOf<typeof submitIdea>['body'];
type NewContent = Pick<NewIdea, 'title' | 'category' | 'problem' | 'proposal' | 'expectedBenefit'>;
type Labels = Pick<OrganizationProfile, 'categories' | 'departments'>;

export function emptyDraft(key: string): Draft {
  return {
    key,
    title: '',
    category: '',
    problem: '',
    proposal: '',
    expectedBenefit: '',
    unnamed: false,
    department: '',
    coAuthorIds: '',
  };
}

/** An idea's content, in its typed form. */
export function contentOf({
  title,
  category,
  problem,
  proposal,
  expectedBenefit,
}: Omit<Content, 'expectedBenefit'> & { readonly expectedBenefit?: number | undefined }): Content {
  return { title, category, problem, proposal, expectedBenefit: expectedBenefit?.toString() ?? '' };
}

/** Reads the stored draft; undefined if there is none, or if it is unreadable. */
export function readDraft(text: string | null): Draft | undefined {
  if (text === null) return undefined;
  try {
    return z.parse(draft, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * New ideas as drafts. On a shared device an unnamed one would reveal its author to the next
 * person, and its key would open it.
 */
export const NEW_IDEA: DraftKind<Draft> = {
  read: readDraft,
  start: () => emptyDraft(crypto.randomUUID()),
  isBlank: ({ key: _, unnamed: __, ...texts }) => Object.values(texts).every(text => text === ''),
  isSecret: ({ unnamed }) => unnamed,
};

/** Either the request's body, or the errors by field. */
export function checkDraft(
  draft: Draft,
  { categories, departments }: Labels,
  words: Dictionary,
): ValidationResult<NewIdea> {
  const checked = checkContent(draft, categories, words);
  const coAuthorIds = draft.unnamed ? [] : readNumbers(draft.coAuthorIds);
  const misnamed = !coAuthorIds || coAuthorIds.length > MOST_CO_AUTHORS;
  const errors = {
    ...(!checked.ok && checked.errors),
    ...(misnamed && { coAuthorIds: words.notCoAuthors(MOST_CO_AUTHORS) }),
  };
  if (!checked.ok || misnamed) return { ok: false, errors };
  const department = draft.unnamed ? departments.find(one => one === draft.department) : undefined;
  return {
    ok: true,
    body: {
      ...checked.body,
      ...(draft.unnamed && { unnamed: true }),
      ...(coAuthorIds.length > 0 && { coAuthorIds }),
      ...(department !== undefined && { department }),
    },
  };
}

/** The content of an idea, or the errors by field. */
export function checkContent(
  content: Content,
  categories: Labels['categories'],
  words: Dictionary,
): ValidationResult<NewContent> {
  const category = categories.find(one => one === content.category);
  const expectedBenefit = yuanOf(content.expectedBenefit);
  const errors = errorsIn({
    title: textError(content.title, TITLE, words),
    category: category === undefined ? words.missingChoice : undefined,
    problem: textError(content.problem, BODY, words),
    proposal: textError(content.proposal, BODY, words),
    expectedBenefit: Number.isNaN(expectedBenefit) ? words.notAnAmount : undefined,
  });
  if (category === undefined || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    body: {
      title: content.title,
      category,
      problem: content.problem,
      proposal: content.proposal,
      ...(expectedBenefit !== undefined && { expectedBenefit }),
    },
  };
}
