/**
 * Claiming: the author of an unnamed idea gives their name. This file has the effect on the idea;
 * the caller checks the claim code.
 */
import type { Department } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type Idea, opensByCode } from './idea.ts';
import {
  admitted,
  isRepeated,
  record,
  recordWithinRoom,
  type Signature,
  type WrongState,
} from './transition.ts';

export type AlreadyClaimed = { readonly code: 'already-claimed' };

/** An idea before and after a change that an act on another idea causes. */
interface Changed {
  readonly before: Idea;
  readonly after: Idea;
}

/**
 * Gives an unnamed idea its author, the member who signs, with their department. A slip that a
 * secretary typed without a name has no code, and no author to come.
 */
export function claimUnnamedIdea(
  idea: Idea,
  department: Department,
  signature: Signature,
): Result<Idea, AlreadyClaimed | WrongState> {
  if (isRepeated(idea, { act: 'claim' }, signature)) return ok(idea);
  if (!opensByCode(idea)) return err({ code: 'already-claimed' });
  const prior = admitted('claim', idea);
  return prior.ok ? ok(record(idea, { act: 'claim', department }, signature)) : prior;
}

/**
 * Makes a claimer a co-author of all later targets of their idea: the one it was merged into, the
 * one that target was merged into, and so on. A last target that is already being implemented, or
 * gone, does not change.
 */
export function acknowledged(
  claimed: Idea,
  mergedInto: readonly Idea[],
  signature: Signature,
): Changed[] {
  const { authorId, authorDepartment } = claimed;
  if (authorId === undefined) throw new Error('nobody has come forward');
  const department = authorDepartment === undefined ? {} : { department: authorDepartment };
  return mergedInto.flatMap((before, at) => {
    if (!admitted('acknowledge', before).ok) return [];
    const via = mergedInto[at - 1]?.id ?? claimed.id;
    const coAuthor = { id: authorId, ...department, via };
    const after = recordWithinRoom(before, { act: 'acknowledge', coAuthor }, signature);
    return after.ok ? [{ before, after: after.value }] : [];
  });
}
