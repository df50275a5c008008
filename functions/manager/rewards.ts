/** Approves the reward of an accepted idea, and marks rewards as paid, one or many. */
import type * as z from 'zod/mini';
import { rewardView } from '../../shared/contract/idea-view.ts';
import * as contract from '../../shared/contract/routes/rewards.ts';
import type { reward as rewardReply } from '../../shared/contract/schemas/reward.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import * as reward from '../../shared/domain/idea/reward.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import type { Result } from '../../shared/domain/kernel/result.ts';
import {
  type Answer,
  answer,
  type Endpoint,
  endpoint,
  memberOf,
} from '../../shared/http/endpoint.ts';
import { etagOf } from '../../shared/http/idea-act.ts';
import { ideaBatch, itemOf } from '../../shared/http/idea-batch.ts';
import type { ManagerDeps } from './dependencies.ts';

export function approveReward({ members, ideas, clock }: ManagerDeps): Endpoint {
  return endpoint(
    contract.approveReward,
    memberOf(members),
    async ({ path, body, member, expectedVersion }) => {
      const signature = signedBy(member.id, clock.now());
      return rewardAnswer(
        await ideas
          .seenBy(member.id)
          .act(path.organization, path.idea, expectedVersion, idea =>
            reward.approveReward(idea, body.amount, body.shares, signature),
          ),
      );
    },
  );
}

export function payReward({ members, ideas, clock }: ManagerDeps): Endpoint {
  return endpoint(
    contract.payReward,
    memberOf(members),
    async ({ path, member, expectedVersion }) => {
      const signature = signedBy(member.id, clock.now());
      return rewardAnswer(
        await ideas
          .seenBy(member.id)
          .act(path.organization, path.idea, expectedVersion, idea =>
            reward.payReward(idea, signature),
          ),
      );
    },
  );
}

export function payRewards({ members, ideas, clock }: ManagerDeps): Endpoint {
  return endpoint(
    contract.payRewards,
    memberOf(members),
    ({ path: { organization }, body, member, language }) => {
      const signature = signedBy(member.id, clock.now());
      return ideaBatch(
        { items: body.ideas.map(itemOf), organization, member: member.id, language, ideas },
        idea => reward.payReward(idea, signature),
      );
    },
  );
}

function rewardAnswer<Refusal>(
  outcome: Result<Idea, Refusal>,
): Answer<z.input<typeof rewardReply>, Refusal> {
  if (!outcome.ok) return outcome;
  const idea = outcome.value;
  if (idea.status !== 'accepted') throw new Error('a reward of an idea that is not accepted');
  return answer(rewardView(idea.reward), etagOf(idea));
}
