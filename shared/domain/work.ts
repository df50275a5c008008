/**
 * Work (实施) that is still open: what it waits for, and where a list of it, the most urgent first, goes on.
 */
import type { Branded } from './brand.ts';
import { type Idea, implementationOf } from './idea.ts';
import { type IdeaId, isIdeaId } from './ids.ts';
import { isLocalDate, type LocalDate } from './instant.ts';

/** Being carried out, waiting to be accepted, waiting for its reward to be paid. */
export const WORK_STATES = ['implementing', 'completed', 'accepted'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** `2026-12-31_2026-10-…`: after the work of this due day and idea. */
export type WorkPosition = Branded<string, 'WorkPosition'>;

/** What an idea's work waits for; undefined if there is none, or nothing to wait for any more. */
export function workStateOf(idea: Idea): WorkState | undefined {
  if (idea.status === 'accepted') return idea.reward.state === 'paid' ? undefined : idea.status;
  return idea.status === 'implementing' || idea.status === 'completed' ? idea.status : undefined;
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
