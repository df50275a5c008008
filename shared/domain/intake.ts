/**
 * Taking an idea in: whose it is, which round it belongs to and what must be true of it. The same rules hold for an idea typed
 * on a phone, one that a secretary types in from a slip, and a row of an imported file.
 */
import { type Calendar, roundOf, scheduleOf } from './calendar.ts';
import type { Actor, IdeaContent } from './history.ts';
import { type MemberId, type RoundId, roundAfter, roundsFrom } from './ids.ts';
import type { Instant } from './instant.ts';
import { hasRole, type Member, type Organization } from './organization.ts';
import { accepted, type Outcome, type Refusal, refused } from './refusal.ts';
import type { Submission } from './submission.ts';

/** What is handed in, as it was written. */
export interface Slip extends IdeaContent {
  readonly unnamed?: boolean;
  /** For whom a secretary hands it in. */
  readonly authorId?: MemberId;
  /** The time on a paper slip. */
  readonly submittedAt?: Instant;
}

/** How many rounds back a repeated request is still recognized, and an old slip that comes in once more. */
const REMEMBERED_ROUNDS = 2;
const REMEMBERED_ROUNDS_OF_SLIPS = 24;

/** All of a submission but its id, which is made of the round. */
export type Intake = Omit<Submission, 'id'>;

/**
 * Applies the rules of handing in. `author` is the member behind the slip's `authorId`, if there is one.
 * Refuses `role-required-for-field`, `author-and-unnamed`, `unknown-author`, `unknown-category`, `unknown-department`,
 * `slip-dated-ahead`.
 */
export function takeIn(
  slip: Slip,
  organization: Organization,
  submitter: Member,
  author: Member | undefined,
  now: Instant,
): Outcome<Intake> {
  const { unnamed = false, authorId, submittedAt = now, department, ...content } = slip;
  if (!hasRole(submitter, ['secretary'])) {
    if (authorId !== undefined) return refused({ code: 'role-required-for-field', field: 'authorId' });
    if (slip.submittedAt !== undefined)
      return refused({ code: 'role-required-for-field', field: 'submittedAt' });
  }
  if (unnamed && authorId !== undefined) return refused({ code: 'author-and-unnamed' });
  if (authorId !== undefined && !author?.active) return refused({ code: 'unknown-author', authorId });
  const { calendar } = organization;
  const unknown = unknownLabel(
    { category: content.category, ...(department && { department }) },
    organization,
  );
  if (unknown) return refused(unknown);
  const round = placeOf(submittedAt, now, calendar);
  if (round === undefined) return refused({ code: 'slip-dated-ahead' });
  const owner = unnamed ? undefined : (author ?? submitter);
  // An unnamed idea gets no department of itself: in a small one that would be as good as a name.
  const where = department ?? owner?.department;
  return accepted({
    organization: organization.id,
    round,
    content: { ...content, ...(where !== undefined && { department: where }) },
    ...(owner && { authorId: owner.id, authorDepartment: owner.department }),
    by: actorOf(submitter, slip),
    submittedAt,
    at: now,
    deliberating: now >= scheduleOf(round, calendar).opensAt,
  });
}

/** What is wrong with a category or a department that the organization does not have; undefined if it has both. */
function unknownLabel(
  { category, department }: Pick<IdeaContent, 'category' | 'department'>,
  { categories, departments }: Pick<Organization, 'categories' | 'departments'>,
): Refusal | undefined {
  if (!categories.includes(category)) return { code: 'unknown-category', known: categories };
  if (department !== undefined && !departments.includes(department))
    return { code: 'unknown-department', known: departments };
  return undefined;
}

/** The same for an idea that is said anew: what it was about it may stay about, though that is no longer offered. */
export function unknownLabelAnew(
  labels: Pick<IdeaContent, 'category' | 'department'>,
  before: Pick<IdeaContent, 'category' | 'department'>,
  { categories, departments }: Pick<Organization, 'categories' | 'departments'>,
): Refusal | undefined {
  return unknownLabel(labels, {
    categories: [...categories, before.category],
    departments: before.department === undefined ? departments : [...departments, before.department],
  });
}

/**
 * The round a slip goes into: its own until that round's ballots have closed, then the one now collecting. Undefined if it is
 * dated ahead of that.
 */
export function placeOf(submittedAt: Instant, now: Instant, calendar: Calendar): RoundId | undefined {
  const current = roundOf(now, calendar);
  if (submittedAt >= scheduleOf(current, calendar).intakeEndsAt) return undefined;
  const own = roundOf(submittedAt, calendar);
  return now < scheduleOf(own, calendar).closesAt ? own : current;
}

/** The rounds in which an earlier try of the same request may have put the idea, other than the one it would go into now. */
export function earlierPlaces({ round, submittedAt }: Intake, now: Instant, calendar: Calendar): RoundId[] {
  const current = roundOf(now, calendar);
  const own = roundOf(submittedAt, calendar);
  const back = (rounds: number): RoundId => roundAfter(current, -rounds);
  const oldSlip = own < back(REMEMBERED_ROUNDS_OF_SLIPS) ? back(REMEMBERED_ROUNDS_OF_SLIPS) : own;
  const first = oldSlip < back(REMEMBERED_ROUNDS) ? oldSlip : back(REMEMBERED_ROUNDS);
  return roundsFrom(first, current).filter(place => place !== round);
}

/** The rounds an organization has from its first moment: the one that collects, and one whose ballots are still open. */
export function foundingRounds(now: Instant, calendar: Calendar): RoundId[] {
  const current = roundOf(now, calendar);
  const previous = roundAfter(current, -1);
  return now < scheduleOf(previous, calendar).closesAt ? [previous, current] : [current];
}

/**
 * A secretary stands by what they typed in, and only they can say what time is on a slip. Of whoever else hands in unnamed nothing is
 * kept; a secretary with an idea of their own is one of them.
 */
function actorOf({ id }: Member, { unnamed = false, submittedAt }: Slip): Actor {
  return unnamed && submittedAt === undefined ? { kind: 'unnamed' } : { kind: 'member', id };
}
