/** Work (实施): what it waits for, and whether its owner still has to act. */
import { canBeRewarded, type Idea, implementationOf } from './idea.ts';

/** The parts of open work: implementation, acceptance, and payment of the reward. */
export const WORK_STATES = ['implementing', 'completed', 'accepted'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** The owner's view of work: open, or over (completed, accepted or abandoned). */
export const DUTIES = ['open', 'done'] as const;
export type Duty = (typeof DUTIES)[number];

/** What an idea's work waits for; undefined without work, or if it waits for nothing. */
export function workStateOf(idea: Idea): WorkState | undefined {
  if (idea.status === 'accepted')
    return idea.reward.state !== 'paid' && canBeRewarded(idea) ? idea.status : undefined;
  return idea.status === 'implementing' || idea.status === 'completed' ? idea.status : undefined;
}

/** The owner's view of an idea's work; undefined without an owner. */
export function dutyOf(idea: Idea): Duty | undefined {
  if (implementationOf(idea) === undefined) return undefined;
  return idea.status === 'implementing' ? 'open' : 'done';
}
