/**
 * Reads all that a secretary screens in a round: the ideas handed in for it, those carried over from earlier rounds, and what is on
 * its agenda already.
 */
import type { RoundId } from '../../shared/domain/ids.ts';
import type { IdeaStatus } from '../../shared/domain/transitions.ts';
import type { Reading } from '../api/reading.ts';
import type { ListedRound } from '../shell/rounds.ts';
import { inScreeningOrder, type ScreenedIdea } from './screening.ts';
import { useAgenda } from './use-agenda.ts';
import { ofEach, useIdeasOf } from './use-ideas-of.ts';

/** An idea that has waited for longer than these many rounds is hardly what a new one says again. */
const EARLIER_ROUNDS = 6;
/** In these states an idea may wait for a later round than its own. */
const CARRIED_OVER: readonly IdeaStatus[] = ['submitted', 'returned', 'deferred'];

export function useScreening(
  round: RoundId,
  rounds: readonly Pick<ListedRound, 'id'>[],
): Reading<ScreenedIdea[]> {
  const earlier = rounds.map(({ id }) => id).filter(id => id < round);
  const ideas = useIdeasOf([{ round }, ...ofEach(earlier.slice(0, EARLIER_ROUNDS), CARRIED_OVER)]);
  const agenda = useAgenda(round);
  return {
    data: ideas.data && inScreeningOrder<ScreenedIdea>(ideas.data, agenda.data ?? []),
    error: ideas.error ?? agenda.error,
    refetch: () => Promise.all([ideas.refetch(), agenda.refetch()]),
  };
}
