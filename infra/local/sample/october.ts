/** The sample round: October of the first firm, and the round after it. */
import { isOrganizationId, isRoundId } from '../../../shared/domain/kernel/ids.ts';

export const OCTOBER = october();

function october() {
  const [organization, round, nextRound] = ['huatai', '2026-10', '2026-11'];
  if (!isOrganizationId(organization) || !isRoundId(round) || !isRoundId(nextRound))
    throw new Error('no such sample');
  return { organization, round, nextRound };
}
