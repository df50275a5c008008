/**
 * What may be refused, as values. A request that breaks a rule is an ordinary event, not an exception: the domain answers
 * with one of these, and the HTTP layer alone knows which status and which words go with each.
 */
import type { DecisionOutcome } from './idea/decision.ts';
import type { IdeaAct, IdeaStatus } from './idea/lifecycle.ts';
import type { Department, IdeaId, MemberId, RoundId } from './kernel/ids.ts';
import type { Instant, LocalDate } from './kernel/instant.ts';
import type { BandFault } from './organization/reward-bands.ts';
import type { RoundState } from './round/round.ts';

/** What is asked for is not there, or is no longer as it was. */
export type GeneralRefusal =
  | {
      readonly code: 'not-found';
      readonly what: 'organization' | 'zone' | 'round' | 'idea' | 'comment' | 'bulletin' | 'member';
    }
  | { readonly code: 'changed-meanwhile' }
  /** The caller named the version it had read, and that is not the current one. */
  | { readonly code: 'version-mismatch'; readonly current: number };

/** Handing ideas in, backing them, and what their state does not admit. */
export type IdeaRefusal =
  | { readonly code: 'wrong-state'; readonly act: IdeaAct; readonly status: IdeaStatus }
  | { readonly code: 'not-open-for-support'; readonly status: IdeaStatus }
  | { readonly code: 'role-required-for-field'; readonly field: 'authorId' | 'submittedAt' }
  | { readonly code: 'author-and-unnamed' }
  | { readonly code: 'unknown-author'; readonly authorId: MemberId }
  /** The number of two members whom only the case of a letter tells apart. */
  | {
      readonly code: 'ambiguous-number';
      readonly field: 'id' | 'authorId' | 'owner';
      readonly members: readonly MemberId[];
    }
  | { readonly code: 'unknown-category'; readonly known: readonly string[] }
  | { readonly code: 'unknown-department'; readonly known: readonly string[] }
  | { readonly code: 'slip-dated-ahead' }
  | { readonly code: 'key-reused' }
  | { readonly code: 'not-the-author' }
  | { readonly code: 'history-full' }
  | { readonly code: 'merge-into-itself' }
  | { readonly code: 'target-not-open'; readonly status: IdeaStatus }
  | { readonly code: 'already-claimed' }
  /** In all, by all, so many ideas have been handed in for the round. */
  | { readonly code: 'round-full'; readonly most: number; readonly retryAfterSeconds: number };

/** What one member writes in an hour or a round. */
export type WritingRefusal = {
  readonly code: 'too-much-written';
  readonly of: 'ideas' | 'comments';
  readonly within: 'hour' | 'round';
  readonly most: number;
  readonly retryAfterSeconds: number;
};

/** Comments on ideas. */
export type CommentRefusal =
  | { readonly code: 'not-open-for-comments'; readonly status: IdeaStatus }
  | { readonly code: 'not-yours-to-hide' }
  | { readonly code: 'not-yours-to-show' }
  | { readonly code: 'shown-too-often'; readonly most: number };

/** Carrying out what was adopted, and rewarding it. */
export type ImplementationRefusal =
  | { readonly code: 'unknown-owner'; readonly owner: MemberId }
  | { readonly code: 'due-in-the-past'; readonly today: LocalDate }
  | { readonly code: 'not-the-owner' }
  | { readonly code: 'own-work' }
  | { readonly code: 'no-author' /** Whether one may yet come forward. */; readonly claimable: boolean }
  | { readonly code: 'own-reward' }
  | { readonly code: 'reward-not-approved' }
  | { readonly code: 'reward-paid' }
  | { readonly code: 'reward-out-of-band'; readonly least: number; readonly most: number }
  | { readonly code: 'not-an-author'; readonly member: MemberId; readonly authors: readonly MemberId[] }
  | { readonly code: 'shares-do-not-add-up'; readonly amount: number; readonly sum: number };

/** Rounds, ballots and decisions. */
export type DeliberationRefusal =
  | {
      readonly code: 'ballot-not-open';
      readonly round: RoundId;
      readonly state: RoundState;
      readonly opensAt: Instant;
    }
  | { readonly code: 'ballot-closed'; readonly round: RoundId; readonly closedAt: Instant }
  | { readonly code: 'ballot-has-votes' }
  | { readonly code: 'not-an-elector' }
  | { readonly code: 'recused' }
  | {
      readonly code: 'no-quorum';
      /** Not told of a secret ballot. */
      readonly cast?: number;
      readonly quorum: number;
    }
  /** Under the secret rule the chair asks for what the ballot says, without naming it. */
  | { readonly code: 'secret-ballot' }
  | { readonly code: 'against-the-ballot'; readonly outcome: DecisionOutcome }
  | { readonly code: 'reason-required' }
  | { readonly code: 'round-published'; readonly round: RoundId }
  | { readonly code: 'round-not-decided'; readonly round: RoundId; readonly state: RoundState }
  | { readonly code: 'not-on-this-agenda'; readonly ideas: readonly IdeaId[] }
  | { readonly code: 'not-yet-published'; readonly publishesAt: Instant };

/** Claim codes of unnamed ideas. */
export type UnnamedRefusal =
  | { readonly code: 'unknown-claim-code' }
  | { readonly code: 'too-many-guesses'; readonly retryAfterSeconds: number };

/** The calendar, the organization's settings and its members. */
export type AdministrationRefusal =
  | { readonly code: 'day-has-come'; readonly day: LocalDate }
  | { readonly code: 'day-too-far-ahead'; readonly farthest: RoundId }
  /** `first` and `last` are the days it can be moved to. */
  | { readonly code: 'day-outside-month'; readonly first: LocalDate; readonly last: LocalDate }
  | { readonly code: 'day-out-of-order'; readonly first: LocalDate; readonly last: LocalDate }
  /** The ballots of `round` would still be open when those of the next one open. */
  | {
      readonly code: 'rounds-overlap';
      readonly round: RoundId;
      readonly closesAt: Instant;
      readonly opensAt: Instant;
    }
  | { readonly code: 'department-in-use'; readonly department: Department; readonly members: number }
  | { readonly code: 'bands-not-in-order'; readonly fault: BandFault; readonly band: number }
  | { readonly code: 'member-exists'; readonly member: MemberId }
  | { readonly code: 'subject-taken'; readonly member: MemberId }
  | { readonly code: 'last-administrator' }
  | { readonly code: 'committee-full'; readonly most: number };

export type Refusal =
  | GeneralRefusal
  | IdeaRefusal
  | CommentRefusal
  | WritingRefusal
  | DeliberationRefusal
  | UnnamedRefusal
  | ImplementationRefusal
  | AdministrationRefusal;

export type RefusalCode = Refusal['code'];

/** Either what was asked for, or why not. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const err = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});
