/**
 * Co-authors whom an author names when handing in or revising, and their right to decline. They
 * count as authors like those of merged ideas: they are recused, share the reward, and participate.
 */
import type { MemberId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import {
  type AmbiguousNumber,
  isSameNumber,
  theOneMeant,
} from '../organization/employee-number.ts';
import type { Member } from '../organization/organization.ts';
import type { Round } from '../round/round.ts';
import type { CoAuthor } from './history.ts';
import { authorsOf, type Idea, namedCoAuthors } from './idea.ts';
import { admitted, record, type Signature, type WrongState } from './transition.ts';

export type CoAuthorsAndUnnamed = { readonly code: 'co-authors-and-unnamed' };
export type CoAuthorNotPossible = {
  readonly code: 'co-author-not-possible';
  readonly member: MemberId;
  /** `declined`: they have declined their authorship of this idea before. */
  readonly why: 'unknown' | 'author' | 'twice' | 'declined';
};
export type NotACoAuthor = { readonly code: 'not-a-co-author' };
export type LastAuthor = { readonly code: 'last-author' };
export type RewardApproved = { readonly code: 'reward-approved' };

export type CoAuthorRefusal = CoAuthorsAndUnnamed | CoAuthorNotPossible | AmbiguousNumber;

/** The active members of numbers, in any case; nothing for an unknown number. */
export type KnownMembers = ReadonlyMap<MemberId, readonly Member[]>;

/** The co-authors of a new idea, in the order given. An unnamed author names none. */
export function nameCoAuthors(
  numbers: readonly MemberId[],
  author: MemberId | undefined,
  known: KnownMembers,
): Result<CoAuthor[], CoAuthorRefusal> {
  return named(numbers, { author, known, before: [], declined: [] });
}

/**
 * The co-authors of a revised idea. Those who are named already stay possible although they may
 * have left; those who have declined do not become possible again.
 */
export function renameCoAuthors(
  idea: Idea,
  numbers: readonly MemberId[],
  known: KnownMembers,
): Result<CoAuthor[], CoAuthorRefusal> {
  const declined = idea.history.flatMap(({ act, by }) =>
    act === 'decline-authorship' && by.kind === 'member' ? [by.id] : [],
  );
  return named(numbers, { author: idea.authorId, known, before: namedCoAuthors(idea), declined });
}

/** The numbers of a revision that must be looked up: those that are not named already. */
export function newlyNamed(idea: Idea, numbers: readonly MemberId[]): MemberId[] {
  const before = namedCoAuthors(idea);
  return numbers.filter(number => !before.some(({ id }) => isSameNumber(id, number)));
}

function named(
  numbers: readonly MemberId[],
  about: {
    readonly author: MemberId | undefined;
    readonly known: KnownMembers;
    readonly before: readonly CoAuthor[];
    readonly declined: readonly MemberId[];
  },
): Result<CoAuthor[], CoAuthorRefusal> {
  const { author, known, before, declined } = about;
  if (numbers.length > 0 && author === undefined) return err({ code: 'co-authors-and-unnamed' });
  const coAuthors: CoAuthor[] = [];
  for (const number of numbers) {
    const meant = theOneMeant(known.get(number) ?? [], 'coAuthorIds');
    if (!meant.ok) return meant;
    const coAuthor =
      before.find(({ id }) => isSameNumber(id, number)) ??
      (meant.value && { id: meant.value.id, department: meant.value.department });
    const why = !coAuthor
      ? 'unknown'
      : coAuthor.id === author
        ? 'author'
        : coAuthors.some(({ id }) => id === coAuthor.id)
          ? 'twice'
          : declined.includes(coAuthor.id)
            ? 'declined'
            : undefined;
    if (!coAuthor || why)
      return err({ code: 'co-author-not-possible', member: number, why: why ?? 'unknown' });
    coAuthors.push(coAuthor);
  }
  return ok(coAuthors);
}

/**
 * Declines one's authorship of an idea, named or by a merger; safe to repeat. `balloted` is whether
 * a ballot on the idea has opened (`wasBalloted`). The author cannot decline, nor the last author
 * of an unnamed idea, nor anybody once a reward is approved.
 */
export function declineAuthorship(
  idea: Idea,
  balloted: boolean,
  signature: Signature,
): Result<Idea, WrongState | NotACoAuthor | LastAuthor | RewardApproved> {
  const { by } = signature;
  const me = by.kind === 'member' ? by.id : undefined;
  const mine = me !== undefined && me !== idea.authorId && authorsOf(idea).includes(me);
  if (!mine && hasDeclined(idea, me)) return ok(idea);
  const prior = admitted('decline-authorship', idea);
  if (!prior.ok) return prior;
  if (!mine) return err({ code: 'not-a-co-author' });
  if (authorsOf(idea).length === 1) return err({ code: 'last-author' });
  if (idea.status === 'accepted' && idea.reward.state !== 'proposed')
    return err({ code: 'reward-approved' });
  return ok(record(idea, { act: 'decline-authorship', recused: balloted }, signature));
}

function hasDeclined({ history }: Idea, member: MemberId | undefined): boolean {
  return history.some(
    ({ act, by }) => act === 'decline-authorship' && by.kind === 'member' && by.id === member,
  );
}

/**
 * Whether a ballot on an idea has opened: one has decided it, or it is on the agenda of a round
 * that has opened. `round` is the round of its agenda; an unknown one counts as opened.
 */
export function wasBalloted(idea: Idea, round: Round | undefined): boolean {
  return (
    idea.history.some(entry => 'result' in entry) ||
    (idea.status === 'on-agenda' && round?.state !== 'collecting')
  );
}
