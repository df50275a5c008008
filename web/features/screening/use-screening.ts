/**
 * Reads a round's ideas for screening: those submitted for it, waiting ones first, those carried
 * over from earlier rounds, and the first page of its agenda. Of a very large round it reads the
 * requested number; processed ideas make room for further ones.
 */
import type { IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';
import type { RoundId } from '../../../shared/domain/kernel/ids.ts';
import type { Reading } from '../../api/reading.ts';
import type { People } from '../../ui/person.tsx';
import type { ListedRound } from '../../ui/rounds.ts';
import { ofEach, useAgenda, useIdeasOf } from '../agenda/index.ts';
import { inScreeningOrder, type ScreenedIdea } from './screening.ts';

/** A new idea hardly repeats one that has waited for more rounds than this. */
const EARLIER_ROUNDS = 6;
/** In these states an idea may wait for a later round than its own. */
const CARRIED_OVER: readonly IdeaStatus[] = ['submitted', 'returned', 'deferred'];

export interface Screening {
  readonly items: ScreenedIdea[];
  /** Their authors, by number. */
  readonly people: People;
  /** Whether there are more than requested. */
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
      items: inScreeningOrder<ScreenedIdea>([ideas.data.items, agenda.data?.items ?? []], {
        complete: !ideas.data.more,
      }).map(item => (item.round === round ? item : { ...item, earlier: true })),
      people: { ...ideas.data.people, ...agenda.data?.people },
      more: ideas.data.more,
    },
    error: ideas.error ?? agenda.error,
    refetch: () => Promise.all([ideas.refetch(), agenda.refetch()]),
  };
}
