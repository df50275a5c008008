/**
 * Claiming: an author who handed in unnamed comes forward. Who holds the claim code is asked elsewhere; here it is only said
 * what becomes of the idea.
 */
import { admitted, isRepeated, record, type Signature } from './acting.ts';
import type { Idea } from './idea.ts';
import type { Department } from './ids.ts';
import { accepted, type Outcome, refused } from './refusal.ts';

/**
 * Gives an unnamed idea its author, the member who signs, with the department they work in. Refuses `already-claimed`.
 */
export function claim(idea: Idea, department: Department, signature: Signature): Outcome<Idea> {
  if (isRepeated(idea, { act: 'claim' }, signature)) return accepted(idea);
  if (idea.authorId !== undefined) return refused({ code: 'already-claimed' });
  const prior = admitted('claim', idea);
  return prior.ok ? record(idea, { act: 'claim', department }, signature) : prior;
}

/**
 * Makes an author who has come forward a co-author of the idea that theirs had been merged into. Where that one is decided by now, it
 * is too late for it: `wrong-state`.
 */
export function acknowledge(target: Idea, claimed: Idea, signature: Signature): Outcome<Idea> {
  const { id, authorId, authorDepartment } = claimed;
  if (authorId === undefined) throw new Error('nobody has come forward');
  const prior = admitted('absorb', target);
  if (!prior.ok) return prior;
  const department = authorDepartment === undefined ? {} : { department: authorDepartment };
  const coAuthors = [{ id: authorId, ...department, via: id }];
  return record(target, { act: 'absorb', idea: id, coAuthors }, signature);
}
