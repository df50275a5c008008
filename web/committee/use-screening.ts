/**
 * Reads what a secretary screens in a round: the ideas handed in for it, what waits first, those carried over from earlier rounds, and
 * what is on the first page of its agenda already. Of a round with very many, as many as are asked for; what is done with leaves room.
 */
import type { IdeaStatus } from '../../shared/domain/idea/lifecycle.ts';
import type { RoundId } from '../../shared/domain/kernel/ids.ts';
import type { Reading } from '../api/reading.ts';
import type { ListedRound } from '../shell/rounds.ts';
import { inScreeningOrder, type ScreenedIdea } from './screening.ts';
import { useAgenda } from './use-agenda.ts';
import { ofEach, useIdeasOf } from './use-ideas-of.ts';

/** An idea that has waited for longer than these many rounds is hardly what a new one says again. */
const EARLIER_ROUNDS = 6;
/** In these states an idea may wait for a later round than its own. */
const CARRIED_OVER: readonly IdeaStatus[] = ['submitted', 'returned', 'deferred'];

export interface Screening {
  readonly items: ScreenedIdea[];
  /** Whether there are more than were asked for. */
  readonly more: boolean;
}

export function useScreening(
  round: RoundId,
  rounds: readonly Pick<ListedRound, 'id'>[],
  pages: number,
): Reading<Screening> {
  const earlier = rounds.map(({ id }) => id).filter(id => id < round);
  const carriedOver = ofEach(earlier.slice(0, EARLIER_ROUNDS), CARRIED_OVER);
  const ideas = useIdeasOf([{ round, status: 'submitted' }, { round }, ...carriedOver], pages);
  const agenda = useAgenda(round, {}, false);
  return {
    data: ideas.data && {
      items: inScreeningOrder<ScreenedIdea>(ideas.data.items, agenda.data?.items ?? []),
      more: ideas.data.more,
    },
    error: ideas.error ?? agenda.error,
    refetch: () => Promise.all([ideas.refetch(), agenda.refetch()]),
  };
}
