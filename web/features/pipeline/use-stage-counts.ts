/**
 * Counts a round's ideas by stage, from the first page of its list, which for most rounds is all of
 * it.
 */
import { listIdeas } from '../../../shared/contract/routes/ideas.ts';
import type { RoundId } from '../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';
import { type ListedRound, useRounds } from '../../ui/rounds.ts';
import { countStages, type StageCounts } from './stages.ts';

export interface Counted {
  readonly counts: StageCounts;
  /** Whether there are more ideas than were counted. */
  readonly more: boolean;
}

export function useStageCounts(round: RoundId): Counted | undefined {
  const { organization } = useOrganization();
  const { data } = useReading(listIdeas, {
    path: { organization: organization.id, round },
    query: { limit: '100' },
  });
  return data && { counts: countStages(data.items), more: data.nextCursor !== undefined };
}

/** The round that is in hand after its deliberation day: the newest that has been opened. */
export function useRoundInHand(): RoundId {
  const { organization } = useOrganization();
  const rounds = useRounds().data?.items ?? [];
  return newestOpened(rounds) ?? organization.currentRound;
}

function newestOpened(rounds: readonly Pick<ListedRound, 'id' | 'state'>[]): RoundId | undefined {
  return rounds
    .filter(({ state }) => state !== 'collecting')
    .map(({ id }) => id)
    .sort()
    .pop();
}
