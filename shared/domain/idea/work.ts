/** Work (实施): what it waits for while it is open, whether its owner still has it to do. */
import { canBeRewarded, type Idea, implementationOf } from './idea.ts';

/** Being carried out, waiting to be accepted, waiting for its reward to be paid. */
export const WORK_STATES = ['implementing', 'completed', 'accepted'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** Whether the owner of work has it still to do, or has done with it: it is completed, accepted or given up. */
export const DUTIES = ['open', 'done'] as const;
export type Duty = (typeof DUTIES)[number];

/** What an idea's work waits for; undefined if there is none, or nothing to wait for any more. */
export function workStateOf(idea: Idea): WorkState | undefined {
  if (idea.status === 'accepted')
    return idea.reward.state !== 'paid' && canBeRewarded(idea) ? idea.status : undefined;
  return idea.status === 'implementing' || idea.status === 'completed' ? idea.status : undefined;
}

/** What the owner of an idea's work has of it; undefined where nobody was charged with it. */
export function dutyOf(idea: Idea): Duty | undefined {
  if (implementationOf(idea) === undefined) return undefined;
  return idea.status === 'implementing' ? 'open' : 'done';
}
