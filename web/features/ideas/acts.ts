/**
 * A member's possible acts on an idea, derived from the table of transitions: the table names the
 * role of an act, this file decides whether the member has it. Also the reason why a member with
 * the role may not act. The API has the last word.
 */
import { authorsOf, type Reward } from '../../../shared/domain/idea/idea.ts';
import { isOwner } from '../../../shared/domain/idea/implementation.ts';
import {
  actsFrom,
  type Doer,
  type IdeaAct,
  type IdeaStatus,
  TRANSITIONS,
} from '../../../shared/domain/idea/lifecycle.ts';
import { hasRecipients, isApprovable, isPayable } from '../../../shared/domain/idea/reward.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';
import type { Role } from '../../../shared/domain/organization/organization.ts';

/** The parts of an idea that decide about acts. */
export interface ActedOn {
  readonly status: IdeaStatus;
  readonly authorId?: MemberId | undefined;
  readonly coAuthors: readonly MemberId[];
  readonly claimable: boolean;
  readonly implementation?: { readonly owner: MemberId } | undefined;
  readonly reward?: Pick<Reward, 'state'> | undefined;
  readonly appeal?: { readonly at: unknown; readonly rejectedAt?: unknown } | undefined;
  readonly excellent?: boolean | undefined;
  readonly rating?: object | undefined;
}

interface Actor {
  readonly memberId: MemberId;
  readonly roles: readonly Role[];
}

/** Why a member with the right role may not do an act. */
export type Bar = 'own-work' | 'own-reward' | 'not-claimed' | 'no-author';

/** An act that follows from an act on another idea is nobody's to do. */
const CONSEQUENCES: ReadonlySet<IdeaAct> = new Set(['absorb', 'release', 'acknowledge']);

/** The acts that a member may do with an idea in its present state, in the order of the table. */
export function actsFor(idea: ActedOn, member: Actor): IdeaAct[] {
  return actsOf(idea, member).filter(act => barTo(act, idea, member) === undefined);
}

/**
 * Why a member may not do an act of their role; undefined if they may, and if they do not have the
 * role.
 */
export function barTo(act: IdeaAct, idea: ActedOn, member: Actor): Bar | undefined {
  if (!actsOf(idea, member).includes(act)) return undefined;
  switch (act) {
    case 'accept':
    case 'send-back':
      return isOwner(idea, member.memberId) ? 'own-work' : undefined;
    case 'approve-reward':
    case 'pay-reward':
      if (!hasRecipients(idea, idea.claimable)) return idea.claimable ? 'not-claimed' : 'no-author';
      return authorsOf(idea).includes(member.memberId) ? 'own-reward' : undefined;
    default:
      return undefined;
  }
}

function actsOf(idea: ActedOn, member: Actor): IdeaAct[] {
  return actsFrom(idea.status).filter(
    act =>
      !CONSEQUENCES.has(act) &&
      fitsReward(act, idea) &&
      fitsFollowUp(act, idea, member) &&
      TRANSITIONS[act].by.some((doer: Doer) => is(doer, idea, member)),
  );
}

/** Only an act on a reward depends on how far the reward is. */
function fitsReward(act: IdeaAct, { reward }: ActedOn): boolean {
  if (act === 'approve-reward') return reward === undefined || isApprovable(reward);
  if (act === 'decline-authorship') return reward === undefined || reward.state === 'proposed';
  return act !== 'pay-reward' || (reward !== undefined && isPayable(reward));
}

/** What follows a decision depends on what has been said already, and authors are recused. */
function fitsFollowUp(act: IdeaAct, idea: ActedOn, { memberId }: Actor): boolean {
  const { appeal, excellent = false, rating } = idea;
  const isAuthors = authorsOf(idea).includes(memberId);
  switch (act) {
    case 'rate-outcome':
      return rating === undefined;
    case 'appeal':
      return appeal === undefined;
    case 'answer-appeal':
      return appeal !== undefined && appeal.rejectedAt === undefined && !isAuthors;
    case 'name-excellent':
      return !excellent && !isAuthors;
    case 'unname-excellent':
      return excellent;
    default:
      return true;
  }
}

function is(doer: Doer, idea: ActedOn, member: Actor): boolean {
  switch (doer) {
    case 'secretary':
    case 'chair':
    case 'manager':
      return member.roles.includes(doer);
    case 'author':
      return idea.authorId === member.memberId;
    case 'adviser':
      // Only the API knows whom it was referred to, and who is the contact.
      return false;
    case 'co-author':
      return idea.authorId !== member.memberId && idea.coAuthors.includes(member.memberId);
    case 'owner':
      return isOwner(idea, member.memberId);
    case 'code-holder':
    case 'cycle':
      // A claim code's owner proves it by typing it; the calendar presses no buttons.
      return false;
  }
}
