/** The organization's rounds, and the choice among them: by the address, or a page's default. */
import type { ReplyOf } from '../../shared/contract/client.ts';
import { listRounds } from '../../shared/contract/routes/organization.ts';
import { isRoundId, type RoundId } from '../../shared/domain/kernel/ids.ts';
import type { RoundState } from '../../shared/domain/round/round.ts';
import { type Reading, useReading } from '../api/reading.ts';
import { useOrganization } from '../session/organization-context.tsx';

export type RoundList = ReplyOf<typeof listRounds>;
export type ListedRound = RoundList['items'][number];

export function useRounds(): Reading<RoundList> {
  const { organization } = useOrganization();
  return useReading(listRounds, { path: { organization: organization.id } });
}

/**
 * The round in the address if it exists; else the newest in the wanted state; else the fallback.
 */
export function pickRound(
  fromAddress: string | undefined,
  rounds: readonly Pick<ListedRound, 'id' | 'state'>[],
  wanted: RoundState,
  fallback: RoundId,
): RoundId {
  if (fromAddress !== undefined && isRoundId(fromAddress)) return fromAddress;
  return rounds.find(({ state }) => state === wanted)?.id ?? fallback;
}
