/**
 * An idea while it is being written. It is stored on the device until it has been submitted, with
 * the key that makes one idea of repeated attempts.
 */
import type { ReplyOf, RequestOf } from '../../../shared/contract/client.ts';
import type { getIdea, submitIdea } from '../../../shared/contract/routes/ideas.ts';
import { isMemberId, type MemberId } from '../../../shared/domain/kernel/ids.ts';
import { BODY, TITLE } from '../../../shared/domain/kernel/text.ts';
import { readNumbers } from '../../../shared/domain/organization/employee-number.ts';
import { MOST_CO_AUTHORS } from '../../../shared/domain/organization/limits.ts';
import type { Dictionary } from '../../i18n/zh.ts';
import type { OrganizationProfile } from '../../session/organization-context.tsx';
import { yuanOf } from '../../ui/form/amount.ts';
import { fieldsIn, parsed } from '../../ui/form/draft-fields.ts';
import type { DraftKind } from '../../ui/form/kept-draft.ts';
import { textError } from '../../ui/form/text-error.ts';
import { errorsIn, type ValidationResult } from '../../ui/form/validation-result.ts';

/** An idea's typed content: of a draft, or of an idea that is being revised. */
export type Content = Readonly<
  Record<'title' | 'category' | 'problem' | 'proposal' | 'expectedBenefit', string>
>;

/**
 * `unnamed` is `yes` or empty; `coAuthorIds` has their numbers with spaces between; `photos` is as
 * the field of photos writes it.
 */
export type Draft = Content &
  Readonly<Record<'key' | 'unnamed' | 'department' | 'coAuthorIds' | 'photos', string>>;

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
    unnamed: '',
    department: '',
    coAuthorIds: '',
    photos: '',
  };
}

type Revisable = Pick<ReplyOf<typeof getIdea>, 'history' | 'coAuthors'>;

/** What an idea has of its content, as its page or a reply has it. */
type WrittenContent = Omit<Content, 'expectedBenefit'> & {
  readonly expectedBenefit?: number | undefined;
};

/** An idea's content, in its typed form. */
export function contentOf(idea: WrittenContent): Content {
  const { title, category, problem, proposal, expectedBenefit } = idea;
  return { title, category, problem, proposal, expectedBenefit: expectedBenefit?.toString() ?? '' };
}

/** The numbers of a list of people that is one field of a draft. */
export function peopleIn(text: string): readonly MemberId[] {
  return (readNumbers(text) ?? []).slice(0, MOST_CO_AUTHORS);
}

export function peopleText(people: readonly MemberId[]): string {
  return people.join(' ');
}

/**
 * The co-authors whom an idea's author has named and who have not declined; those of merged ideas
 * are authors too, but no author names them.
 */
export function namedCoAuthors({ history, coAuthors }: Revisable): readonly MemberId[] {
  const named = history.flatMap(entry =>
    entry.act === 'submit' || entry.act === 'revise' ? [entry.coAuthorIds] : [],
  );
  const last = named.filter(numbers => numbers !== undefined).pop() ?? [];
  return last.filter(number => coAuthors.includes(number));
}

/** A request's idea as the draft that it was. */
export function draftOf(
  key: string,
  { unnamed, department, coAuthorIds, ...content }: NewIdea,
  photos: string,
): Draft {
  return {
    key,
    ...contentOf(content),
    unnamed: unnamed ? 'yes' : '',
    department: department ?? '',
    coAuthorIds: peopleText((coAuthorIds ?? []).filter(isMemberId)),
    photos,
  };
}

/** Reads the stored draft; undefined if there is none, or if it is unreadable. */
export function readDraft(text: string | null): Draft | undefined {
  const kept = parsed(text);
  const read = fieldsIn(kept, emptyDraft(''));
  if (read.key === '') return undefined;
  // Drafts of earlier releases say so by a boolean; they must never turn into named ones.
  const unnamed = kept !== null && typeof kept === 'object' && 'unnamed' in kept && kept.unnamed;
  return unnamed === true ? { ...read, unnamed: 'yes' } : read;
}

/**
 * New ideas as drafts. On a shared device an unnamed one would reveal its author to the next
 * person, and its key would open it.
 */
export const NEW_IDEA = {
  read: readDraft,
  start: () => emptyDraft(crypto.randomUUID()),
  isBlank: ({ key: _, unnamed: __, ...texts }: Draft) =>
    Object.values(texts).every(text => text === ''),
  isSecret: ({ unnamed }: Draft) => unnamed !== '',
} satisfies DraftKind<Draft>;

/** Either the request's body, or the errors by field. */
export function checkDraft(
  draft: Draft,
  { categories, departments }: Labels,
  words: Dictionary,
): ValidationResult<NewIdea> {
  const checked = checkContent(draft, categories, words);
  const unnamed = draft.unnamed !== '';
  const coAuthorIds = unnamed ? [] : peopleIn(draft.coAuthorIds);
  if (!checked.ok) return checked;
  const department = unnamed ? departments.find(one => one === draft.department) : undefined;
  return {
    ok: true,
    body: {
      ...checked.body,
      ...(unnamed && { unnamed: true }),
      ...(coAuthorIds.length > 0 && { coAuthorIds: [...coAuthorIds] }),
      ...(department !== undefined && { department }),
    },
  };
}

/**
 * The content of an idea, or the errors by field. The limits are those of the contract's schemas.
 */
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
