/**
 * All refusals of the domain, gathered by subject for their wordings. A refusal is a value, not an
 * exception: a request that breaks a rule is an ordinary event. Each is declared beside its rule.
 */
import type { NotOnThisAgenda } from './idea/agenda.ts';
import type {
  AlreadyAppealed,
  AppealAnswered,
  AppealTooLate,
  NoAppeal,
  OwnAppeal,
} from './idea/appeal.ts';
import type { BallotNotOpen, NotAnElector, Recused } from './idea/ballot.ts';
import type { AlreadyClaimed } from './idea/claim.ts';
import type { TooManyGuesses, UnknownClaimCode } from './idea/claim-code.ts';
import type {
  CoAuthorNotPossible,
  CoAuthorsAndUnnamed,
  LastAuthor,
  NotACoAuthor,
  RewardApproved,
} from './idea/co-authorship.ts';
import type {
  NotOpenForComments,
  NotYoursToHide,
  NotYoursToShow,
  ShownTooOften,
} from './idea/comment.ts';
import type { NotASlip, SlipOfAnotherRound } from './idea/correction.ts';
import type {
  AgainstTheBallot,
  NoQuorum,
  ReasonRequired,
  RoundPublished,
  SecretBallot,
} from './idea/deliberation.ts';
import type { OwnIdea } from './idea/excellence.ts';
import type { NotOpenForSupport } from './idea/idea.ts';
import type { DueInThePast, NotTheOwner, OwnWork, UnknownOwner } from './idea/implementation.ts';
import type {
  AuthorAsAdviser,
  NoContact,
  NotAsked,
  OpinionGiven,
  UnknownAdviser,
} from './idea/opinion.ts';
import type { PhotoNotAvailable } from './idea/photo.ts';
import type { AlreadyRated, DecisionNotPublished } from './idea/rating.ts';
import type {
  NoAuthor,
  NotAnAuthor,
  OwnReward,
  RewardNotApproved,
  RewardOutOfBand,
  RewardPaid,
  SharesDoNotAddUp,
} from './idea/reward.ts';
import type {
  BallotHasVotes,
  MergeIntoItself,
  NotTheAuthor,
  TargetNotOpen,
} from './idea/screening.ts';
import type {
  AuthorAndUnnamed,
  RoleRequiredForField,
  SlipDatedAhead,
  UnknownAuthor,
  UnknownCategory,
} from './idea/submission.ts';
import type { HistoryFull, WrongState } from './idea/transition.ts';
import type { ChangedMeanwhile, KeyReused, NotFound, VersionMismatch } from './kernel/refusal.ts';
import type { NotYetPublished, RoundNotDecided } from './numbers/bulletin.ts';
import type {
  DayHasCome,
  DayOutOfOrder,
  DayOutsideMonth,
  DayTooFarAhead,
  RoundsOverlap,
} from './organization/calendar-changes.ts';
import type { IsContact, UnknownContact } from './organization/contacts.ts';
import type { AmbiguousNumber } from './organization/employee-number.ts';
import type { MattersOpen, MemberErased, OwnErasure } from './organization/erasure.ts';
import type { RoundFull, TooMuchWritten } from './organization/limits.ts';
import type { MemberExists, SubjectTaken } from './organization/membership.ts';
import type {
  CommitteeFull,
  DepartmentInUse,
  LastAdministrator,
  UnknownDepartment,
} from './organization/membership-invariants.ts';
import type { BandsNotInOrder } from './organization/reward-bands.ts';
import type { BallotClosed } from './round/round.ts';

/** The requested thing is missing, or has changed. */
export type GeneralRefusal = NotFound | ChangedMeanwhile | VersionMismatch;

/** Submission, support, and acts that an idea's state does not allow. */
export type IdeaRefusal =
  | WrongState
  | NotOpenForSupport
  | RoleRequiredForField
  | AuthorAndUnnamed
  | UnknownAuthor
  | AmbiguousNumber
  | UnknownCategory
  | UnknownDepartment
  | SlipDatedAhead
  | NotASlip
  | SlipOfAnotherRound
  | KeyReused
  | NotTheAuthor
  | HistoryFull
  | MergeIntoItself
  | TargetNotOpen
  | AlreadyClaimed
  | RoundFull
  | PhotoNotAvailable;

/** Co-authors: naming them, and their declining. */
export type CoAuthorshipRefusal =
  | CoAuthorsAndUnnamed
  | CoAuthorNotPossible
  | NotACoAuthor
  | LastAuthor
  | RewardApproved;

/** Contacts of departments, and the opinions that ideas are referred for. */
export type OpinionRefusal =
  | NoContact
  | UnknownAdviser
  | AuthorAsAdviser
  | OpinionGiven
  | NotAsked
  | UnknownContact
  | IsContact;

/** The limits on what one member writes in an hour or a round. */
export type WritingRefusal = TooMuchWritten;

/** Comments on ideas. */
export type CommentRefusal = NotOpenForComments | NotYoursToHide | NotYoursToShow | ShownTooOften;

/** Implementing adopted ideas, and rewarding them. */
export type ImplementationRefusal =
  | UnknownOwner
  | DueInThePast
  | NotTheOwner
  | OwnWork
  | NoAuthor
  | OwnReward
  | RewardNotApproved
  | RewardPaid
  | RewardOutOfBand
  | NotAnAuthor
  | SharesDoNotAddUp;

/** Rounds, ballots and decisions. */
export type DeliberationRefusal =
  | BallotNotOpen
  | BallotClosed
  | BallotHasVotes
  | NotAnElector
  | Recused
  | NoQuorum
  | SecretBallot
  | AgainstTheBallot
  | ReasonRequired
  | RoundPublished
  | RoundNotDecided
  | NotOnThisAgenda
  | NotYetPublished;

/** What follows a decision: ratings, appeals and honours. */
export type FollowUpRefusal =
  | DecisionNotPublished
  | AlreadyRated
  | AlreadyAppealed
  | AppealTooLate
  | NoAppeal
  | AppealAnswered
  | OwnAppeal
  | OwnIdea;

/** Claim codes of unnamed ideas. */
export type UnnamedRefusal = UnknownClaimCode | TooManyGuesses;

/** The calendar, the organization's settings and its members. */
export type AdministrationRefusal =
  | DayHasCome
  | DayTooFarAhead
  | DayOutsideMonth
  | DayOutOfOrder
  | RoundsOverlap
  | DepartmentInUse
  | BandsNotInOrder
  | MemberExists
  | SubjectTaken
  | MemberErased
  | OwnErasure
  | MattersOpen
  | LastAdministrator
  | CommitteeFull;

export type Refusal =
  | GeneralRefusal
  | IdeaRefusal
  | CoAuthorshipRefusal
  | OpinionRefusal
  | WritingRefusal
  | CommentRefusal
  | ImplementationRefusal
  | DeliberationRefusal
  | FollowUpRefusal
  | UnnamedRefusal
  | AdministrationRefusal;

export type RefusalCode = Refusal['code'];

/** The refusals with these codes. */
export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { readonly code: Code }>;
