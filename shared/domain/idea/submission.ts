/**
 * Submission: an idea's author, its round, and its conditions. The same rules hold for an idea
 * typed on a phone, one that a secretary types from a slip, and a row of an imported file. An idea
 * that comes while its round deliberates goes straight onto the agenda.
 */
import type { Department, IdeaId, MemberId, OrganizationId, RoundId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { scheduleOf } from '../organization/calendar.ts';
import type { UnknownDepartment } from '../organization/membership-invariants.ts';
import { hasRole, type Member, type Organization } from '../organization/organization.ts';
import { placeOf } from '../round/placement.ts';
import { asOf } from './apply-event.ts';
import { type CoAuthorRefusal, type KnownMembers, nameCoAuthors } from './co-authorship.ts';
import { type Actor, type CoAuthor, contentOf, type IdeaContent } from './history.ts';
import type { Idea, OnAgendaIdea, SubmittedIdea } from './idea.ts';

export type RoleRequiredForField = {
  readonly code: 'role-required-for-field';
  readonly field: 'authorId' | 'submittedAt';
};
export type AuthorAndUnnamed = { readonly code: 'author-and-unnamed' };
export type UnknownAuthor = { readonly code: 'unknown-author'; readonly authorId: MemberId };
export type UnknownCategory = {
  readonly code: 'unknown-category';
  readonly known: readonly string[];
};
export type SlipDatedAhead = { readonly code: 'slip-dated-ahead' };

/** A submission's content, as written. */
export interface Slip extends IdeaContent {
  readonly unnamed?: boolean;
  /** The author for whom a secretary submits it. */
  readonly authorId?: MemberId;
  /** The members whom the author names as co-authors. */
  readonly coAuthorIds?: readonly MemberId[];
  /** The time on a paper slip. */
  readonly submittedAt?: Instant;
}

/** All of a submission except its id, which is made from the round. */
export type PendingSubmission = Omit<Submission, 'id'>;

/**
 * Applies the rules of submission. `author` is the member of the slip's `authorId`, if there is
 * one; `known` has the active members of its `coAuthorIds`.
 */
export function prepareSubmission(
  slip: Slip,
  organization: Organization,
  submitter: Member,
  author: Member | undefined,
  now: Instant,
  known: KnownMembers = new Map(),
): Result<
  PendingSubmission,
  | CoAuthorRefusal
  | RoleRequiredForField
  | AuthorAndUnnamed
  | UnknownAuthor
  | UnknownCategory
  | UnknownDepartment
  | SlipDatedAhead
> {
  const { unnamed = false, authorId, submittedAt = now, department, ...rest } = slip;
  const { coAuthorIds = [], ...content } = rest;
  if (!hasRole(submitter, ['secretary'])) {
    if (authorId !== undefined) return err({ code: 'role-required-for-field', field: 'authorId' });
    if (slip.submittedAt !== undefined)
      return err({ code: 'role-required-for-field', field: 'submittedAt' });
  }
  if (unnamed && authorId !== undefined) return err({ code: 'author-and-unnamed' });
  if (authorId !== undefined && !author?.active) return err({ code: 'unknown-author', authorId });
  const { calendar } = organization;
  const unknown = unknownLabel(
    { category: content.category, ...(department && { department }) },
    organization,
  );
  if (unknown) return err(unknown);
  const round = placeOf(submittedAt, now, calendar);
  if (round === undefined) return err({ code: 'slip-dated-ahead' });
  const owner = unnamed ? undefined : (author ?? submitter);
  const coAuthors = nameCoAuthors(coAuthorIds, owner?.id, known);
  if (!coAuthors.ok) return coAuthors;
  // An unnamed idea gets no department automatically: a small one would be as good as a name.
  const where = department ?? owner?.department;
  return ok({
    organization: organization.id,
    round,
    content: { ...content, ...(where !== undefined && { department: where }) },
    ...(owner && { authorId: owner.id, authorDepartment: owner.department }),
    ...(coAuthors.value.length > 0 && { coAuthors: coAuthors.value }),
    by: actorOf(submitter, slip),
    submittedAt,
    at: now,
    deliberating: now >= scheduleOf(round, calendar).opensAt,
  });
}

type UnknownLabel = UnknownCategory | UnknownDepartment;

/**
 * The refusal of a category or a department that the organization does not have; undefined if it
 * has both.
 */
function unknownLabel(
  { category, department }: Pick<IdeaContent, 'category' | 'department'>,
  { categories, departments }: Pick<Organization, 'categories' | 'departments'>,
): UnknownLabel | undefined {
  if (!categories.includes(category)) return { code: 'unknown-category', known: categories };
  if (department !== undefined && !departments.includes(department))
    return { code: 'unknown-department', known: departments };
  return undefined;
}

/**
 * The same check for a revision. The idea's former category and department stay allowed, even if no
 * longer offered.
 */
export function unknownLabelOfRevision(
  labels: Pick<IdeaContent, 'category' | 'department'>,
  before: Pick<IdeaContent, 'category' | 'department'>,
  { categories, departments }: Pick<Organization, 'categories' | 'departments'>,
): UnknownLabel | undefined {
  return unknownLabel(labels, {
    categories: [...categories, before.category],
    departments:
      before.department === undefined ? departments : [...departments, before.department],
  });
}

/**
 * The actor of a submission. A secretary is responsible for what they type, and only they can give
 * the time on a slip. Nothing is stored about any other unnamed author, including a secretary with
 * an idea of their own.
 */
function actorOf({ id }: Member, { unnamed = false, submittedAt }: Slip): Actor {
  return unnamed && submittedAt === undefined ? { kind: 'unnamed' } : { kind: 'member', id };
}

export interface Submission {
  readonly id: IdeaId;
  readonly organization: OrganizationId;
  readonly round: RoundId;
  readonly content: IdeaContent;
  readonly authorId?: MemberId;
  readonly authorDepartment?: Department;
  /** The named ones, if there are any. */
  readonly coAuthors?: readonly CoAuthor[];
  /** The submitter: the author, a secretary for them, or an unnamed author. */
  readonly by: Actor;
  readonly submittedAt: Instant;
  readonly at: Instant;
  /** Whether the round's deliberation has already opened. */
  readonly deliberating: boolean;
}

/** Submits an idea. */
export function submitIdea(submission: Submission): SubmittedIdea | OnAgendaIdea {
  const { id, organization, round, content, authorId, authorDepartment, coAuthors } = submission;
  const { by, submittedAt, at } = submission;
  const status = submission.deliberating ? 'on-agenda' : 'submitted';
  return {
    ...contentOf(content),
    id,
    organization,
    round,
    agendaRound: round,
    ...(authorId !== undefined && { authorId }),
    ...(authorDepartment !== undefined && { authorDepartment }),
    coAuthors: coAuthors ?? [],
    submittedAt,
    version: 1,
    history: [{ act: 'submit', ...(coAuthors && { coAuthors }), at, by, to: status }],
    status,
  };
}

/** The idea as it was first submitted: the answer to a repeated request. */
export function asSubmitted(idea: Idea): Idea {
  return asOf(idea, 1);
}
