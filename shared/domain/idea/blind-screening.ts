/**
 * Blind screening: an organization can hide who an idea is from until it is decided, so that it is
 * judged for what it says. It is hidden from those who are employees and nothing else; whoever
 * screens, votes or manages has to know whom to ask and who stands back.
 */
import type { MemberId } from '../kernel/ids.ts';
import {
  hasRole,
  type Member,
  type Organization,
  type Role,
} from '../organization/organization.ts';
import { authorsOf, type Idea } from './idea.ts';
import type { IdeaStatus } from './lifecycle.ts';

const OFFICES: readonly Role[] = ['secretary', 'committee', 'chair', 'manager', 'administrator'];

/**
 * States after the decision. A deferred idea is voted on again; one that was merged would show who
 * else is an author of the idea that goes on.
 */
const DECIDED: ReadonlySet<IdeaStatus> = new Set([
  'adopted',
  'declined',
  'implementing',
  'completed',
  'accepted',
  'abandoned',
]);

/** The authors of an idea that a reader may not know; none for most readers and ideas. */
export function hiddenAuthors(
  idea: Idea,
  reader: Member,
  { blindScreening }: Pick<Organization, 'blindScreening'>,
): readonly MemberId[] {
  const authors = authorsOf(idea);
  const hides =
    blindScreening &&
    !DECIDED.has(idea.status) &&
    !mayKnowAuthors(reader) &&
    !authors.includes(reader.id);
  return hides ? authors : [];
}

/** Whether a reader knows the authors of all ideas, whatever the organization has set. */
export function mayKnowAuthors(reader: Member): boolean {
  return hasRole(reader, OFFICES);
}
