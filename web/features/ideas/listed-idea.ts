/** An idea as the lists have it. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { listIdeas } from '../../../shared/contract/routes/ideas.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';

export type ListedIdea = ReplyOf<typeof listIdeas>['items'][number];

/** Whether somebody is an author of an idea, or one of several. */
export function isOf(
  { authorId, coAuthors }: Pick<ListedIdea, 'authorId' | 'coAuthors'>,
  member: MemberId,
): boolean {
  return authorId === member || coAuthors.includes(member);
}

/** Whether an idea is out of the round; such rows are folded away. */
export function isFolded({ status }: Pick<ListedIdea, 'status'>): boolean {
  return status === 'withdrawn' || status === 'merged';
}
