/** Rewards for accepted ideas: approving one, with the authors' shares, and marking it as paid. */
import type { Route } from '../route.ts';
import { chosenIdeas, outcomes } from '../schemas/batch.ts';
import { newReward, reward } from '../schemas/reward.ts';
import { noBody, none, ofIdea, ofOrganization } from './parts.ts';

const manager = { who: 'members', roles: ['manager'] } as const;
const onOneIdea = [
  'not-found',
  'wrong-state',
  'version-mismatch',
  'changed-meanwhile',
  'own-reward',
] as const;

export const approveReward = {
  id: 'approveReward',
  method: 'PUT',
  path: '/organizations/{organization}/ideas/{idea}/reward',
  summary: 'Approve the reward of an accepted idea and how its authors share it',
  audience: 'manager',
  access: manager,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newReward },
  precondition: 'optional',
  success: { status: 200, reply: reward, people: true },
  refusals: [
    ...onOneIdea,
    'reward-paid',
    'no-author',
    'reward-out-of-band',
    'not-an-author',
    'shares-do-not-add-up',
    'history-full',
  ],
} as const satisfies Route;

export const payReward = {
  id: 'payReward',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/reward/payment',
  summary: 'Mark an approved reward as paid',
  audience: 'manager',
  access: manager,
  parameters: ofIdea,
  query: none,
  body: noBody,
  precondition: 'optional',
  success: { status: 200, reply: reward, people: true },
  refusals: [...onOneIdea, 'reward-paid', 'reward-not-approved'],
} as const satisfies Route;

export const payRewards = {
  id: 'payRewards',
  method: 'POST',
  path: '/organizations/{organization}/rewards/payment',
  summary: 'Mark many approved rewards as paid. Each is answered on its own; safe to repeat',
  audience: 'manager',
  access: manager,
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: chosenIdeas },
  success: { status: 200, reply: outcomes },
  refusals: ['not-found'],
} as const satisfies Route;
