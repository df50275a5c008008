/**
 * What may be refused, as values. A request that breaks a rule is an ordinary event, not an exception: the domain answers
 * with one of these, and the HTTP layer alone knows which status and which words go with each.
 */

import type { DecisionOutcome } from './decision.ts';
import type { MemberId, RoundId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { RoundState } from './round.ts';
import type { IdeaAct, IdeaStatus } from './transitions.ts';

export type Refusal =
  | { readonly code: 'wrong-state'; readonly act: IdeaAct; readonly status: IdeaStatus }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'not-found'; readonly what: 'organization' | 'round' | 'idea' | 'bulletin' }
  | { readonly code: 'not-yet-published'; readonly publishesAt: Instant }
  | { readonly code: 'not-open-for-support'; readonly status: IdeaStatus }
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
  | { readonly code: 'no-quorum'; readonly cast: number; readonly quorum: number }
  | { readonly code: 'against-the-ballot'; readonly outcome: DecisionOutcome }
  | { readonly code: 'reason-required' }
  | { readonly code: 'role-required-for-field'; readonly field: 'authorId' | 'submittedAt' }
  | { readonly code: 'author-and-unnamed' }
  | { readonly code: 'unknown-author'; readonly authorId: MemberId }
  | { readonly code: 'unknown-category'; readonly known: readonly string[] }
  | { readonly code: 'unknown-department'; readonly known: readonly string[] }
  | { readonly code: 'slip-dated-ahead' }
  | { readonly code: 'key-reused' };

export type RefusalCode = Refusal['code'];

/** Either what was asked for, or why not. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export const accepted = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });
export const refused = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});
