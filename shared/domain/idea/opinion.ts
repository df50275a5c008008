/**
 * Opinions on an idea before its ballot closes. The secretary refers it to its department's contact
 * or to another member, who gives one opinion; unasked, only the contact may. It is advice to the
 * committee and never comes from an author.
 */
import type { MemberId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { BallotClosed, Round } from '../round/round.ts';
import { arrangeable } from './agenda.ts';
import { type Idea, recusedFrom } from './idea.ts';
import type { HistoryFull, WrongState } from './transition.ts';
import { admitted, isRepeated, recordWithinRoom, type Signature } from './transition.ts';

export type NoContact = {
  readonly code: 'no-contact';
  readonly why: 'no-department' | 'none-named';
};
export type UnknownAdviser = { readonly code: 'unknown-adviser'; readonly member: MemberId };
export type AuthorAsAdviser = { readonly code: 'author-as-adviser' };
export type OpinionGiven = { readonly code: 'opinion-given' };
export type NotAsked = { readonly code: 'not-asked' };

interface Referral {
  readonly adviser: MemberId;
  readonly at: Instant;
}

interface Opinion {
  readonly by: MemberId;
  readonly at: Instant;
  readonly text: string;
}

/** The latest referral of an idea; an earlier one no longer counts. */
export function referralOf({ history }: Pick<Idea, 'history'>): Referral | undefined {
  const last = history.findLast(({ act }) => act === 'refer');
  return last?.act === 'refer' ? { adviser: last.referredTo, at: last.at } : undefined;
}

/** The opinion on an idea. */
export function opinionOf({ history }: Pick<Idea, 'history'>): Opinion | undefined {
  const given = history.find(({ act }) => act === 'give-opinion');
  return given?.act === 'give-opinion' && given.by.kind === 'member'
    ? { by: given.by.id, at: given.at, text: given.opinion }
    : undefined;
}

/** The member whose opinion an idea waits for. */
export function awaitedAdviser(idea: Pick<Idea, 'history'>): MemberId | undefined {
  return opinionOf(idea) ? undefined : referralOf(idea)?.adviser;
}

/**
 * Refers an idea to a member for an opinion, in place of whom it was referred to before. `round` is
 * the round of its agenda.
 */
export function referIdea(
  idea: Idea,
  adviser: MemberId,
  round: Round | undefined,
  signature: Signature,
): Result<Idea, WrongState | BallotClosed | OpinionGiven | AuthorAsAdviser | HistoryFull> {
  const prior = admitted('refer', idea);
  if (!prior.ok) return prior;
  if (awaitedAdviser(idea) === adviser) return ok(idea);
  const open = untilClosed(idea, round, signature.at);
  if (!open.ok) return open;
  if (opinionOf(idea)) return err({ code: 'opinion-given' });
  if (recusedFrom(idea).includes(adviser)) return err({ code: 'author-as-adviser' });
  return recordWithinRoom(idea, { act: 'refer', referredTo: adviser }, signature);
}

/** Gives the one opinion on an idea. `contact` is its department's, if it has one. */
export function giveOpinion(
  idea: Idea,
  opinion: string,
  contact: MemberId | undefined,
  round: Round | undefined,
  signature: Signature,
): Result<
  Idea,
  WrongState | BallotClosed | OpinionGiven | AuthorAsAdviser | NotAsked | HistoryFull
> {
  const happening = { act: 'give-opinion', opinion } as const;
  if (isRepeated(idea, happening, signature)) return ok(idea);
  const prior = admitted('give-opinion', idea);
  if (!prior.ok) return prior;
  const open = untilClosed(idea, round, signature.at);
  if (!open.ok) return open;
  const { by } = signature;
  const me = by.kind === 'member' ? by.id : undefined;
  if (me === undefined || me !== (referralOf(idea)?.adviser ?? contact))
    return err({ code: 'not-asked' });
  if (recusedFrom(idea).includes(me)) return err({ code: 'author-as-adviser' });
  if (opinionOf(idea)) return err({ code: 'opinion-given' });
  return recordWithinRoom(idea, happening, signature);
}

function untilClosed(
  idea: Idea,
  round: Round | undefined,
  at: Instant,
): Result<undefined, BallotClosed> {
  if (idea.status !== 'on-agenda' || !round) return ok(undefined);
  const open = arrangeable(round, at);
  return open.ok ? ok(undefined) : open;
}
