/**
 * An idea while it is being written. It is kept on the device until it has been handed in, with the key that makes handing it in
 * happen once however often it is tried.
 */
import * as z from 'zod/mini';
import type { RequestOf } from '../../shared/contract/client.ts';
import type { submitIdea } from '../../shared/contract/routes.ts';
import type { MemberId, OrganizationId } from '../../shared/domain/ids.ts';
import { BODY, TITLE } from '../../shared/domain/text.ts';
import type { FieldErrors } from '../form/field-errors.ts';
import { textError } from '../form/text-error.ts';
import type { Dictionary } from '../language/zh.ts';
import type { OrganizationProfile } from '../shell/organization-context.tsx';

const draft = z.object({
  key: z.string(),
  title: z.string(),
  category: z.string(),
  problem: z.string(),
  proposal: z.string(),
  expectedBenefit: z.string(),
  unnamed: z.boolean(),
  department: z.string(),
});
export type Draft = Readonly<z.output<typeof draft>>;

type NewIdea = RequestOf<typeof submitIdea>['body'];
type Labels = Pick<OrganizationProfile, 'categories' | 'departments'>;

export type Checked =
  | { readonly ok: true; readonly body: NewIdea }
  | { readonly ok: false; readonly errors: FieldErrors };

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
  };
}

/** Reads what was kept; undefined if there is nothing, or nothing that can be read. */
export function readDraft(text: string | null): Draft | undefined {
  if (text === null) return undefined;
  try {
    return z.parse(draft, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Where a draft is kept: by member too, since phones are handed around on a shop floor. */
export function draftPlace(organization: OrganizationId, member: MemberId): string {
  return `golden-ideas:draft:${organization}:${member}`;
}

/** Either the request's body, or what is wrong with which field. */
export function checkDraft(draft: Draft, { categories, departments }: Labels, words: Dictionary): Checked {
  const category = categories.find(one => one === draft.category);
  const department = draft.unnamed ? departments.find(one => one === draft.department) : undefined;
  const expectedBenefit = amountOf(draft.expectedBenefit);
  const found = {
    title: textError(draft.title, TITLE, words),
    category: category === undefined ? words.missingChoice : undefined,
    problem: textError(draft.problem, BODY, words),
    proposal: textError(draft.proposal, BODY, words),
    expectedBenefit: Number.isNaN(expectedBenefit) ? words.notAnAmount : undefined,
  };
  const errors: Record<string, string> = {};
  for (const [field, error] of Object.entries(found)) if (error !== undefined) errors[field] = error;
  if (category === undefined || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    body: {
      title: draft.title,
      category,
      problem: draft.problem,
      proposal: draft.proposal,
      ...(expectedBenefit !== undefined && { expectedBenefit }),
      ...(draft.unnamed && { unnamed: true }),
      ...(department !== undefined && { department }),
    },
  };
}

/** Whole yuan; undefined if nothing was written, NaN if it is no amount. Commas and spaces between digits are forgiven. */
function amountOf(text: string): number | undefined {
  const digits = text.replace(/[,，\s]/g, '');
  if (digits === '') return undefined;
  return /^\d{1,11}$/.test(digits) && Number(digits) <= 10_000_000_000 ? Number(digits) : Number.NaN;
}
