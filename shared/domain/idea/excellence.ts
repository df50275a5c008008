/**
 * Excellent ideas (优秀金点子). The chair names one on behalf of the committee, once it is adopted,
 * and may take the honour back. Only an adopted idea can have it: reopening ends it with the
 * decision.
 */
import { err, ok, type Result } from '../kernel/result.ts';
import { type Idea, isExcellent, recusedFrom } from './idea.ts';
import type { HistoryFull, WrongState } from './transition.ts';
import { admitted, recordWithinRoom, type Signature } from './transition.ts';

export type OwnIdea = { readonly code: 'own-idea' };

/** Names an idea excellent. Nobody names their own. */
export function nameExcellent(
  idea: Idea,
  signature: Signature,
): Result<Idea, WrongState | OwnIdea | HistoryFull> {
  const prior = admitted('name-excellent', idea);
  if (!prior.ok) return prior;
  if (isExcellent(idea)) return ok(idea);
  const { by } = signature;
  if (by.kind === 'member' && recusedFrom(idea).includes(by.id)) return err({ code: 'own-idea' });
  return recordWithinRoom(idea, { act: 'name-excellent' }, signature);
}

/** Takes the honour back; an idea without it stays as it is. */
export function unnameExcellent(
  idea: Idea,
  signature: Signature,
): Result<Idea, WrongState | HistoryFull> {
  const prior = admitted('unname-excellent', idea);
  if (!prior.ok) return prior;
  return isExcellent(idea)
    ? recordWithinRoom(idea, { act: 'unname-excellent' }, signature)
    : ok(idea);
}
