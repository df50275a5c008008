/**
 * Approving the reward of an accepted idea and marking it as paid.
 */
import { rewardView } from '../../shared/contract/idea-view.ts';
import { approveReward, payReward } from '../../shared/contract/routes/rewards.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { approveReward as approved, payReward as paid } from '../../shared/domain/idea/reward.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import type { Outcome } from '../../shared/domain/refusal.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { etagOf } from '../../shared/http/idea-answer.ts';
import type { ManagerDeps } from './dependencies.ts';

export function approve({ members, ideas, clock }: ManagerDeps): Endpoint {
  return forMembers(approveReward, members, async ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return rewardAnswer(
      await ideas.act(path.organization, path.idea, expectedVersion, idea =>
        approved(idea, body.amount, body.shares, signature),
      ),
    );
  });
}

export function markPaid({ members, ideas, clock }: ManagerDeps): Endpoint {
  return forMembers(payReward, members, async ({ path, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return rewardAnswer(
      await ideas.act(path.organization, path.idea, expectedVersion, idea => paid(idea, signature)),
    );
  });
}

function rewardAnswer(outcome: Outcome<Idea>) {
  if (!outcome.ok) return outcome;
  const idea = outcome.value;
  if (idea.status !== 'accepted') throw new Error('a reward of an idea that is not accepted');
  return answer(rewardView(idea.reward), etagOf(idea));
}
