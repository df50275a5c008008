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

/** Whether an idea counts as adopted in the numbers, whatever has become of it since. */
export function wasAdopted({ status }: Pick<ListedIdea, 'status'>): boolean {
  switch (status) {
    case 'adopted':
    case 'implementing':
    case 'completed':
    case 'accepted':
    case 'abandoned':
      return true;
    case 'submitted':
    case 'returned':
    case 'on-agenda':
    case 'declined':
    case 'deferred':
    case 'withdrawn':
    case 'merged':
      return false;
  }
}
