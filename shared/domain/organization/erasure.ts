/**
 * Leaving for good: on request a former or present member's personal data is erased (注销, Personal
 * Information Protection Law, art. 47). The name, team, account and roles go; the number stays with
 * what they did, so ideas, votes, numbers and bulletins do not change. It cannot be undone.
 */
import type { IdeaId, MemberId, RoundId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ErasedMember, Member } from './organization.ts';

/** The number is an erased member's, and stays so. */
export type MemberErased = { readonly code: 'member-erased'; readonly member: MemberId };
/** Administrators do not erase themselves: it would end their access in the middle of it. */
export type OwnErasure = { readonly code: 'own-erasure' };
/** Something waits for the member that nobody could do or give in their place afterwards. */
export type MattersOpen = { readonly code: 'matters-open' } & OpenMatters;

/** What an erasure waits for. */
export interface OpenMatters {
  /** Ideas whose work they own and which are not accepted yet. */
  readonly work: readonly IdeaId[];
  /** Ideas with a reward for them that is approved and not paid. */
  readonly rewards: readonly IdeaId[];
  /** Rounds with open ballots in which they are an elector. */
  readonly ballots: readonly RoundId[];
}

/** The member without their personal data. */
export function eraseMember(
  { organization, id, department, version }: Member,
  by: MemberId,
  open: OpenMatters,
  at: Instant,
): Result<ErasedMember, OwnErasure | MattersOpen> {
  if (by === id) return err({ code: 'own-erasure' });
  const { work, rewards, ballots } = open;
  if (work.length + rewards.length + ballots.length > 0)
    return err({ code: 'matters-open', work, rewards, ballots });
  return ok({
    organization,
    id,
    department,
    active: false,
    erasedAt: at,
    version: version + 1,
  });
}
