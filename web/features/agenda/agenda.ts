/**
 * The agenda for the pages: all items in order, those I may vote on and have voted on, and the next
 * one. Pure, so that progress and order can be tested without a page.
 */

import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { getAgenda } from '../../../shared/contract/routes/deliberation.ts';
import { hasLeftAgenda } from '../../../shared/domain/idea/agenda.ts';
import type { Choice } from '../../../shared/domain/idea/ballot.ts';
import type { Tally } from '../../../shared/domain/idea/decision.ts';
import { authorsOf } from '../../../shared/domain/idea/idea.ts';
import type { IdeaId, MemberId } from '../../../shared/domain/kernel/ids.ts';
import type { Entry } from '../../outbox/entry.ts';

export type AgendaItem = ReplyOf<typeof getAgenda>['items'][number];

/** What prevents a member from voting on an item, if anything. */
export type Eligibility = 'may-vote' | 'recused' | 'not-elector' | 'not-open' | 'closed';

type Voting = Pick<AgendaItem, 'id' | 'authorId' | 'coAuthors' | 'ballot'>;

/**
 * The items that are up for decision or decided in a round; while it collects, also those that will
 * come onto its agenda automatically. Returned, merged and withdrawn ideas have left.
 */
export function onAgenda<Item extends Pick<AgendaItem, 'status'>>(
  items: readonly Item[],
  collecting: boolean,
): Item[] {
  return items.filter(({ status }) =>
    status === 'submitted' || status === 'deferred' ? collecting : !hasLeftAgenda({ status }),
  );
}

export function eligibility(item: Voting, me: MemberId): Eligibility {
  const { ballot } = item;
  switch (ballot.state) {
    case 'not-open':
      return 'not-open';
    case 'closed':
      return 'closed';
    case 'open':
      if (ballot.mayVote) return 'may-vote';
      return authorsOf(item).includes(me) ? 'recused' : 'not-elector';
  }
}

export function isUnvoted({ ballot }: Pick<AgendaItem, 'ballot'>): boolean {
  return ballot.mayVote && ballot.myVote === null;
}

/** My progress: of all items that I can vote on or have voted on. */
export function progress(items: readonly Pick<AgendaItem, 'ballot'>[]): {
  readonly done: number;
  readonly all: number;
} {
  const done = items.filter(({ ballot }) => ballot.myVote !== null).length;
  return { done, all: done + items.filter(isUnvoted).length };
}

/** How often I have made each choice. */
export function choicesMade(
  items: readonly Pick<AgendaItem, 'ballot'>[],
): Readonly<Record<Choice, number>> {
  const of = (choice: Choice) => items.filter(({ ballot }) => ballot.myVote === choice).length;
  return { approve: of('approve'), oppose: of('oppose'), abstain: of('abstain') };
}

/**
 * The next item without my vote after the given one, wrapping around; undefined if there is none.
 */
export function nextUnvoted<Item extends Voting>(
  items: readonly Item[],
  from: IdeaId | undefined,
): Item | undefined {
  const start = items.findIndex(({ id }) => id === from) + 1;
  return [...items.slice(start), ...items.slice(0, start)].find(
    item => item.id !== from && isUnvoted(item),
  );
}

/** My vote on an item: my choice, if any, and my comment. */
export interface MyVote {
  readonly choice: Choice | null;
  readonly comment?: string | undefined;
}

/**
 * The item with my present vote; also the tally, once the API has told it. Until then my vote alone
 * moves the numbers, so that no two of them contradict each other.
 */
export function withVote(item: AgendaItem, { choice, comment }: MyVote, told?: Tally): AgendaItem {
  const { ballot } = item;
  const tally = told ?? (ballot.tally && withChoice(ballot.tally, ballot.myVote, choice));
  const turnout = ballot.turnout && {
    ...ballot.turnout,
    cast:
      tally === null
        ? ballot.turnout.cast + votes(choice) - votes(ballot.myVote)
        : tally.approve + tally.oppose + tally.abstain,
  };
  return { ...item, ballot: { ...ballot, myVote: choice, myComment: comment, tally, turnout } };
}

/** The item with the reader's vote that waits to be sent, if there is one. */
export function withWaitingVote(
  item: AgendaItem,
  entries: readonly Pick<Entry, 'act' | 'state'>[],
): AgendaItem {
  const vote = waitingVote(item, entries);
  return vote === undefined ? item : withVote(item, vote);
}

export function waitingVote(
  { id }: Pick<AgendaItem, 'id'>,
  entries: readonly Pick<Entry, 'act' | 'state'>[],
) {
  const waiting = entries.flatMap(({ act, state }) =>
    act.id === 'castVote' && act.request.path.idea === id && state.is !== 'refused'
      ? [act.request.body]
      : [],
  );
  return waiting.pop();
}

const votes = (choice: Choice | null): number => (choice === null ? 0 : 1);

function withChoice(tally: Tally, before: Choice | null, after: Choice | null): Tally {
  const change = (choice: Choice) => Number(choice === after) - Number(choice === before);
  return {
    approve: tally.approve + change('approve'),
    oppose: tally.oppose + change('oppose'),
    abstain: tally.abstain + change('abstain'),
  };
}

/** How many ideas of an agenda are where. */
export interface AgendaCounts {
  readonly all: number;
  readonly open: number;
  readonly adopted: number;
  readonly declined: number;
}

export function countsOf(items: readonly Pick<AgendaItem, 'status'>[]): AgendaCounts {
  const declined = items.filter(({ status }) => status === 'declined').length;
  const open = items.filter(
    ({ status }) => status === 'on-agenda' || status === 'submitted' || status === 'deferred',
  ).length;
  return { all: items.length, open, adopted: items.length - open - declined, declined };
}
