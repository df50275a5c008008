/**
 * Where a list of ideas, newest first, goes on: after the idea of this time and id. It says nothing else, so whoever hands one
 * back can only move within the list they were given.
 */
import type { Branded } from './brand.ts';
import type { Idea } from './idea.ts';
import { type IdeaId, isIdeaId } from './ids.ts';
import { type Instant, isInstant } from './instant.ts';

/** `2026-10-15T01:00:00.000Z_2026-10-…` */
export type IdeaPosition = Branded<string, 'IdeaPosition'>;

export function isIdeaPosition(text: string): text is IdeaPosition {
  return parse(text) !== undefined;
}

export function positionOf({ submittedAt, id }: Pick<Idea, 'submittedAt' | 'id'>): IdeaPosition {
  const text = `${submittedAt}_${id}`;
  if (!isIdeaPosition(text)) throw new Error('an idea without a position');
  return text;
}

/** The time and id a position names. */
export function readPosition(position: IdeaPosition): { readonly submittedAt: Instant; readonly id: IdeaId } {
  const parsed = parse(position);
  if (!parsed) throw new Error('not a position');
  return parsed;
}

function parse(text: string): { submittedAt: Instant; id: IdeaId } | undefined {
  const [submittedAt, id, ...rest] = text.split('_');
  if (submittedAt === undefined || id === undefined || rest.length > 0) return undefined;
  return isInstant(submittedAt) && isIdeaId(id) ? { submittedAt, id } : undefined;
}
