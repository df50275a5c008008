/**
 * Work (实施): what it waits for while it is open, whether its owner still has it to do, and where a list of it by due day goes on.
 */
import type { Branded } from './brand.ts';
import { canBeRewarded, type Idea, implementationOf } from './idea.ts';
import { type IdeaId, isIdeaId } from './ids.ts';
import { isLocalDate, type LocalDate } from './instant.ts';

/** Being carried out, waiting to be accepted, waiting for its reward to be paid. */
export const WORK_STATES = ['implementing', 'completed', 'accepted'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** Whether the owner of work has it still to do, or has done with it: it is completed, accepted or given up. */
export const DUTIES = ['open', 'done'] as const;
export type Duty = (typeof DUTIES)[number];

/** `2026-12-31_2026-10-…`: after the work of this due day and idea. */
export type WorkPosition = Branded<string, 'WorkPosition'>;

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

export function isWorkPosition(text: string): text is WorkPosition {
  return parse(text) !== undefined;
}

/** Where a list goes on after an idea. Throws for one that nobody was charged with. */
export function workPositionOf(idea: Idea): WorkPosition {
  const text = `${implementationOf(idea)?.due}_${idea.id}`;
  if (!isWorkPosition(text)) throw new Error('work without a due day');
  return text;
}

/** The due day and the id a position names. */
export function readWorkPosition(position: WorkPosition): { readonly due: LocalDate; readonly id: IdeaId } {
  const parsed = parse(position);
  if (!parsed) throw new Error('not a position');
  return parsed;
}

function parse(text: string): { due: LocalDate; id: IdeaId } | undefined {
  const [due, id, ...rest] = text.split('_');
  if (due === undefined || id === undefined || rest.length > 0) return undefined;
  return isLocalDate(due) && isIdeaId(id) ? { due, id } : undefined;
}
