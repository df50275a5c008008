/** Accepted work by what its reward waits for: an approval, or its payment. */
import type { WorkItem } from '../ideas/index.ts';

type Reward = NonNullable<WorkItem['reward']>;

export type Rewarded = WorkItem & { readonly reward: Reward };
/** With an approved amount. */
export type Payable = WorkItem & {
  readonly reward: Reward & {
    readonly amount: number;
    readonly shares: NonNullable<Reward['shares']>;
  };
};

export function rewarded(items: readonly WorkItem[]): {
  readonly toApprove: readonly Rewarded[];
  readonly toPay: readonly Payable[];
} {
  const withReward = items.filter((item): item is Rewarded => item.reward !== undefined);
  return {
    toApprove: withReward.filter(({ reward }) => reward.state === 'proposed'),
    toPay: withReward.filter(isPayable),
  };
}

function isPayable(item: Rewarded): item is Payable {
  const { state, amount, shares } = item.reward;
  return state === 'approved' && amount !== undefined && shares !== undefined;
}
