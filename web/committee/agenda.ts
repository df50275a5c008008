/**
 * The agenda as the pages use it: all of its items in order, which of them I may vote on and have voted on, and which comes next.
 * Pure, so that progress and order can be tested without a page.
 */

import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getAgenda } from '../../shared/contract/routes.ts';
import type { Choice } from '../../shared/domain/ballot.ts';
import type { Tally } from '../../shared/domain/decision.ts';
import type { IdeaId, MemberId } from '../../shared/domain/ids.ts';

export type AgendaItem = ReplyOf<typeof getAgenda>['items'][number];

/** What stands between a member and voting on an item, if anything. */
export type Standing = 'may-vote' | 'recused' | 'not-elector' | 'not-open' | 'closed';

type Voting = Pick<AgendaItem, 'id' | 'authorId' | 'ballot'>;

export function standing({ authorId, ballot }: Voting, me: MemberId): Standing {
  switch (ballot.state) {
    case 'not-open':
      return 'not-open';
    case 'closed':
      return 'closed';
    case 'open':
      if (ballot.mayVote) return 'may-vote';
      return authorId === me ? 'recused' : 'not-elector';
  }
}

export function isUnvoted({ ballot }: Pick<AgendaItem, 'ballot'>): boolean {
  return ballot.mayVote && ballot.myVote === null;
}

/** How far I have come, of all that I can vote on or have voted on. */
export function progress(items: readonly Pick<AgendaItem, 'ballot'>[]): {
  readonly done: number;
  readonly all: number;
} {
  const done = items.filter(({ ballot }) => ballot.myVote !== null).length;
  return { done, all: done + items.filter(isUnvoted).length };
}

/** The next item without my vote after the given one, going round to the beginning; undefined when there is none. */
export function nextUnvoted<Item extends Voting>(
  items: readonly Item[],
  from: IdeaId | undefined,
): Item | undefined {
  const start = items.findIndex(({ id }) => id === from) + 1;
  return [...items.slice(start), ...items.slice(0, start)].find(item => item.id !== from && isUnvoted(item));
}

/** The item with my vote as it is now; the tally too, where it is known. */
export function withVote(
  item: AgendaItem,
  myVote: Choice | null,
  tally: Tally | null = item.ballot.tally,
): AgendaItem {
  return { ...item, ballot: { ...item.ballot, myVote, tally } };
}
