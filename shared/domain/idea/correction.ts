/**
 * Correction of paper slips. Whoever typed a slip may have misread it, and a mistyped number would
 * credit a stranger for ever. So any secretary corrects what was typed, or takes it back, until
 * somebody has voted on it. An idea that its author typed is the author's alone.
 */
import type { MemberId, RoundId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { UnknownDepartment } from '../organization/membership-invariants.ts';
import type { Member, Organization } from '../organization/organization.ts';
import { placeOf } from '../round/placement.ts';
import { contentOf, type IdeaContent, type SlipFacts } from './history.ts';
import type { Idea } from './idea.ts';
import type { BallotHasVotes } from './screening.ts';
import {
  type SlipDatedAhead,
  type UnknownAuthor,
  type UnknownCategory,
  unknownLabelOfRevision,
} from './submission.ts';
import {
  admitted,
  type HistoryFull,
  isRepeated,
  record,
  recordWithinRoom,
  type Signature,
  type WrongState,
} from './transition.ts';

export type NotASlip = { readonly code: 'not-a-slip' };
export type SlipOfAnotherRound = {
  readonly code: 'slip-of-another-round';
  /** The round that the idea is counted in. */
  readonly round: RoundId;
  /** The round to which the corrected time would belong. */
  readonly other: RoundId;
};

/** What a slip says, as it should have been typed. What is left out stays as it is. */
export interface SlipCorrection extends IdeaContent {
  readonly authorId?: MemberId;
  readonly submittedAt?: Instant;
}

/** An idea with its history, as stored or as in the API. */
interface Typed {
  readonly authorId?: MemberId | undefined;
  readonly submittedAt: Instant;
  readonly history: readonly {
    readonly act: string;
    readonly at: Instant;
    readonly by: { readonly kind: string; readonly id?: MemberId | undefined };
    readonly former?: {
      readonly title: string;
      readonly authorId?: MemberId | undefined;
      readonly submittedAt?: Instant;
    };
  }[];
}

/**
 * Whether a secretary typed or imported an idea: it was submitted by a named member who was not its
 * author then, or with a time other than the time of typing, which only secretaries can give.
 */
export function isSlip({ history, ...present }: Typed): boolean {
  const [first] = history;
  if (first?.by.kind !== 'member') return false;
  const then = history.find(({ act }) => act === 'correct')?.former ?? present;
  return first.by.id !== then.authorId || first.at !== then.submittedAt;
}

/**
 * Corrects a slip. The former content, author and time stay in the history. `author` is the member
 * of the corrected number, if there is one. The department of an idea follows a corrected author,
 * if it was the former author's own and no other is given. An unnamed slip can get its author, but
 * no slip becomes unnamed: its history would name the author.
 */
export function correctSlip(
  idea: Idea,
  correction: SlipCorrection,
  {
    organization,
    author,
    votesCast,
  }: {
    readonly organization: Organization;
    readonly author: Member | undefined;
    readonly votesCast: number;
  },
  signature: Signature,
): Result<
  Idea,
  | NotASlip
  | WrongState
  | BallotHasVotes
  | UnknownAuthor
  | UnknownCategory
  | UnknownDepartment
  | SlipDatedAhead
  | SlipOfAnotherRound
  | HistoryFull
> {
  if (!isSlip(idea)) return err({ code: 'not-a-slip' });
  const { authorId = idea.authorId, submittedAt = idea.submittedAt, ...content } = correction;
  const anotherAuthor = authorId !== idea.authorId;
  const authorDepartment = anotherAuthor ? author?.department : idea.authorDepartment;
  const followed =
    anotherAuthor && idea.department === idea.authorDepartment ? authorDepartment : idea.department;
  const department = content.department ?? followed;
  const corrected: SlipFacts = {
    ...contentOf({
      ...(idea.photos && { photos: idea.photos }),
      ...content,
      ...(department !== undefined && { department }),
    }),
    ...(authorId !== undefined && { authorId }),
    ...(authorDepartment !== undefined && { authorDepartment }),
    submittedAt,
  };
  const former = slipFactsOf(idea);
  if (JSON.stringify(corrected) === JSON.stringify(former)) return ok(idea);
  const prior = admitted('correct', idea);
  if (!prior.ok) return prior;
  if (votesCast > 0 || hasHadVotes(idea)) return err({ code: 'ballot-has-votes' });
  if (anotherAuthor && authorId !== undefined && !author?.active)
    return err({ code: 'unknown-author', authorId });
  const unknown = unknownLabelOfRevision(corrected, idea, organization);
  if (unknown) return err(unknown);
  if (submittedAt !== idea.submittedAt) {
    // The round that it would have got if it had been typed rightly at once.
    const [typed] = idea.history;
    const round = placeOf(submittedAt, typed?.at ?? signature.at, organization.calendar);
    if (round === undefined) return err({ code: 'slip-dated-ahead' });
    if (round !== idea.round)
      return err({ code: 'slip-of-another-round', round: idea.round, other: round });
  }
  const {
    expectedBenefit: _benefit,
    department: _department,
    photos: _photos,
    ...rest
  } = prior.value;
  return recordWithinRoom({ ...rest, ...corrected }, { act: 'correct', former }, signature);
}

/**
 * Takes a slip back: it should not have been typed at all, or belongs to another round. It is then
 * withdrawn, as if by its author.
 */
export function takeBackSlip(
  idea: Idea,
  reason: string | undefined,
  votesCast: number,
  signature: Signature,
): Result<Idea, NotASlip | WrongState | BallotHasVotes> {
  if (!isSlip(idea)) return err({ code: 'not-a-slip' });
  if (isTakenBackBy(idea, signature)) return ok(idea);
  const prior = admitted('take-back', idea);
  if (!prior.ok) return prior;
  if (votesCast > 0 || hasHadVotes(idea)) return err({ code: 'ballot-has-votes' });
  const words = reason === undefined ? {} : { reason };
  return ok(record(idea, { act: 'take-back', ...words }, signature));
}

/** Whether the signer has taken a slip back: the request is a repeat, whatever its reason. */
function isTakenBackBy(idea: Idea, signature: Signature): boolean {
  return isRepeated(idea, { act: 'take-back' }, signature);
}

/** Whether anybody voted on an idea in a former ballot; a secret result without a tally may hide it. */
function hasHadVotes({ history }: Idea): boolean {
  return history.some(entry => {
    if (!('result' in entry)) return false;
    const { tally } = entry.result;
    return tally === undefined || tally.approve + tally.oppose + tally.abstain > 0;
  });
}

function slipFactsOf(idea: Idea): SlipFacts {
  const { authorId, authorDepartment, submittedAt } = idea;
  return {
    ...contentOf(idea),
    ...(authorId !== undefined && { authorId }),
    ...(authorDepartment !== undefined && { authorDepartment }),
    submittedAt,
  };
}
