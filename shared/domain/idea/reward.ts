/**
 * Approves the reward of an accepted idea, and marks it as paid. Nobody approves or pays their own
 * reward.
 */
import { FEN_PER_YUAN } from '../kernel/amount.ts';
import type { MemberId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isSameNumber } from '../organization/employee-number.ts';
import type { RewardShares } from './history.ts';
import { type Authored, authorsOf, type Idea, opensByCode, type Reward } from './idea.ts';
import type { HistoryFull, WrongState } from './transition.ts';
import { admitted, isRepeated, record, recordWithinRoom, type Signature } from './transition.ts';

export type NoAuthor = {
  readonly code: 'no-author';
  /** Whether an author may still claim the idea. */
  readonly claimable: boolean;
};
export type OwnReward = { readonly code: 'own-reward' };
export type RewardNotApproved = { readonly code: 'reward-not-approved' };
export type RewardPaid = { readonly code: 'reward-paid' };
export type RewardOutOfBand = {
  readonly code: 'reward-out-of-band';
  readonly least: number;
  readonly most: number;
};
export type NotAnAuthor = {
  readonly code: 'not-an-author';
  readonly member: MemberId;
  readonly authors: readonly MemberId[];
};
export type SharesDoNotAddUp = {
  readonly code: 'shares-do-not-add-up';
  readonly amount: number;
  readonly sum: number;
};

/**
 * Approves an amount (in fen) within the range of the verified benefit, and the authors' shares. An
 * approval may be replaced until it is paid. While an unnamed author may still claim the idea,
 * approval is refused, even if there are other authors to reward.
 */
export function approveReward(
  idea: Idea,
  amount: number,
  given: RewardShares,
  signature: Signature,
): Result<
  Idea,
  | WrongState
  | RewardPaid
  | NoAuthor
  | OwnReward
  | RewardOutOfBand
  | NotAnAuthor
  | SharesDoNotAddUp
  | HistoryFull
> {
  const authors = authorsOf(idea);
  const shares = given.map(share => ({ ...share, member: authorMeant(share.member, authors) }));
  const happening = { act: 'approve-reward', amount, shares } as const;
  if (isRepeated(idea, happening, signature)) return ok(idea);
  const prior = admitted('approve-reward', idea);
  if (!prior.ok) return prior;
  const { reward } = prior.value;
  if (!isApprovable(reward)) return err({ code: 'reward-paid' });
  const claimable = opensByCode(idea);
  if (!hasRecipients(idea, claimable)) return err({ code: 'no-author', claimable });
  if (isOwn(idea, signature)) return err({ code: 'own-reward' });
  const { least, most } = reward.proposal;
  if (amount < least * FEN_PER_YUAN || amount > most * FEN_PER_YUAN)
    return err({ code: 'reward-out-of-band', least, most });
  const stranger = shares.find(({ member }) => !authors.includes(member));
  if (stranger) return err({ code: 'not-an-author', member: stranger.member, authors });
  const twice = new Set(shares.map(({ member }) => member)).size < shares.length;
  const sum = shares.reduce((total, { fen }) => total + fen, 0);
  if (twice || sum !== amount) return err({ code: 'shares-do-not-add-up', amount, sum });
  return recordWithinRoom(idea, happening, signature);
}

/** The author with this number in any case; the number itself if no single author matches. */
function authorMeant(number: MemberId, authors: readonly MemberId[]): MemberId {
  if (authors.includes(number)) return number;
  const [meant, ...others] = authors.filter(author => isSameNumber(author, number));
  return meant !== undefined && others.length === 0 ? meant : number;
}

/** Marks an approved reward as paid; again by the same person changes nothing. */
export function payReward(
  idea: Idea,
  signature: Signature,
): Result<Idea, WrongState | RewardPaid | RewardNotApproved | OwnReward> {
  const prior = admitted('pay-reward', idea);
  if (!prior.ok) return prior;
  const { reward } = prior.value;
  if (reward.state === 'paid' && isBy(reward.paidBy, signature)) return ok(idea);
  if (!isPayable(reward))
    return err({ code: reward.state === 'paid' ? 'reward-paid' : 'reward-not-approved' });
  if (isOwn(idea, signature)) return err({ code: 'own-reward' });
  return ok(record(idea, { act: 'pay-reward' }, signature));
}

function isBy(member: MemberId, { by }: Signature): boolean {
  return by.kind === 'member' && by.id === member;
}

function isOwn(idea: Authored, { by }: Signature): boolean {
  return by.kind === 'member' && authorsOf(idea).includes(by.id);
}

/** Whether a reward may be approved, also again: until it is paid. */
export function isApprovable({ state }: Pick<Reward, 'state'>): boolean {
  return state !== 'paid';
}

/** Whether a reward may be paid: it is approved, and not paid yet. */
export function isPayable({ state }: Pick<Reward, 'state'>): boolean {
  return state === 'approved';
}

/**
 * Whether all recipients of a reward are known: there is at least one, and no unnamed author can
 * still claim the idea.
 */
export function hasRecipients(idea: Authored, claimable: boolean): boolean {
  return !claimable && authorsOf(idea).length > 0;
}

/**
 * Even shares of an amount in fen, as a start. The first members get one fen of the remainder each.
 */
export function evenShares(amount: number, members: readonly MemberId[]): RewardShares {
  const each = Math.floor(amount / members.length);
  const left = amount - each * members.length;
  return members.map((member, at) => ({ member, fen: each + (at < left ? 1 : 0) }));
}
