/**
 * An organization's announcement of a round to its zone, at the round's beginning. A zone shows a
 * round only once all numbers have come, so each round must be announced.
 */
import { type RoundId, roundAfter } from '../../shared/domain/kernel/ids.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import { placementOf } from '../../shared/store/zones.ts';
import type { CycleDeps } from './dependencies.ts';

/**
 * Announces the round that opens and the round that begins with it. The first repeats its
 * announcement in case the organization has joined its zone since the round began.
 */
export async function announceToZone(
  organization: Organization,
  round: RoundId,
  { zones }: CycleDeps,
): Promise<void> {
  const placement = placementOf(organization);
  if (!placement) return;
  for (const one of [round, roundAfter(round)]) await zones.expect(placement, one);
}
