/**
 * A reward in its form: an amount, and each author's share. The shares follow the amount evenly
 * until one is changed by hand.
 */
import type { ReplyOf, RequestOf } from '../../../shared/contract/client.ts';
import type { approveReward } from '../../../shared/contract/routes/rewards.ts';
import { evenShares } from '../../../shared/domain/idea/reward.ts';
import { FEN_PER_YUAN } from '../../../shared/domain/kernel/amount.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';
import { fenOf, fenText } from '../../ui/form/amount.ts';
import { errorsIn, type ValidationResult } from '../../ui/form/validation-result.ts';
import type { RewardsWords } from './words.ts';

type Reward = ReplyOf<typeof approveReward>;
type NewReward = RequestOf<typeof approveReward>['body'];

/**
 * The typed values: `amount`, a share under `share.<member>` for each author, and `byHand` once a
 * share was changed.
 */
export type RewardFields = Readonly<Record<string, string>>;

/** The name of the field with an author's share. */
export function shareOf(member: MemberId): string {
  return `share.${member}`;
}

/** The approved values; before approval the bands' proposal, shared evenly. */
export function startingFrom(reward: Reward, authors: readonly MemberId[]): RewardFields {
  const { amount = reward.proposed * FEN_PER_YUAN, shares } = reward;
  const fields = { amount: fenText(amount), byHand: shares === undefined ? '' : 'yes' };
  return { ...fields, ...typed(shares ?? evenShares(amount, authors)) };
}

export function withAmount(
  fields: RewardFields,
  amount: string,
  authors: readonly MemberId[],
): RewardFields {
  const next = { ...fields, amount };
  return fields.byHand === 'yes' ? next : evenly(next, authors);
}

export function withShare(fields: RewardFields, member: MemberId, share: string): RewardFields {
  return { ...fields, byHand: 'yes', [shareOf(member)]: share };
}

/** The amount shared evenly again; unchanged while the amount is unreadable. */
export function evenly(fields: RewardFields, authors: readonly MemberId[]): RewardFields {
  const amount = fenOf(fields.amount ?? '');
  if (amount === undefined || Number.isNaN(amount)) return fields;
  return { ...fields, byHand: '', ...typed(evenShares(amount, authors)) };
}

/** The sum of the shares, in fen; NaN while one of them is not an amount. */
export function sumOf(fields: RewardFields, authors: readonly MemberId[]): number {
  return authors.reduce(
    (sum, member) => sum + (fenOf(fields[shareOf(member)] ?? '') ?? Number.NaN),
    0,
  );
}

/** Either the request, or the errors by field. */
export function checkReward(
  fields: RewardFields,
  { least, most }: Pick<Reward, 'least' | 'most'>,
  authors: readonly MemberId[],
  words: RewardsWords,
): ValidationResult<NewReward> {
  const amount = fenOf(fields.amount ?? '') ?? Number.NaN;
  const shares = authors.map(member => ({
    member,
    fen: fenOf(fields[shareOf(member)] ?? '') ?? Number.NaN,
  }));
  const within = amount >= least * FEN_PER_YUAN && amount <= most * FEN_PER_YUAN;
  const errors = errorsIn({
    amount: Number.isNaN(amount)
      ? words.notMoney
      : within
        ? undefined
        : words.outOfBand(String(least), String(most)),
    ...Object.fromEntries(
      shares.map(({ member, fen }) => [
        shareOf(member),
        Number.isNaN(fen) ? words.notMoney : undefined,
      ]),
    ),
  });
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const [first] = authors;
  const sum = sumOf(fields, authors);
  if (first !== undefined && sum !== amount)
    return { ok: false, errors: { [shareOf(first)]: sumText(amount, sum, words) } };
  return { ok: true, body: { amount, shares } };
}

/** How the shares compare with the amount, in words. */
export function sumText(amount: number | undefined, sum: number, words: RewardsWords): string {
  if (amount === undefined || Number.isNaN(amount) || Number.isNaN(sum)) return words.sumUnknown;
  if (sum === amount) return words.sum(fenText(sum));
  return sum < amount
    ? words.sumShort(fenText(sum), fenText(amount - sum))
    : words.sumOver(fenText(sum), fenText(sum - amount));
}

function typed(
  shares: readonly { readonly member: MemberId; readonly fen: number }[],
): RewardFields {
  return Object.fromEntries(shares.map(({ member, fen }) => [shareOf(member), fenText(fen)]));
}
