/**
 * Organizations' numbers for their zone, for tests: all alike, and large enough to be shown
 * completely.
 */
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { OrganizationRound } from '../../shared/domain/numbers/roll-up.ts';

export function told(
  organization: OrganizationId,
  district: string,
  name?: string,
): OrganizationRound {
  return {
    organization,
    name: name ?? `${organization} 厂`,
    district,
    publicBulletin: false,
    counts: new Map([
      ['submitted', 60],
      ['adopted', 20],
      ['declined', 30],
      ['decisionMillis', 9e9],
      ['decidedByDay3', 50],
    ]),
    participants: 40,
    headcount: 120,
    work: {
      counts: new Map([
        ['adopted', 200],
        ['accepted', 90],
        ['claimedBenefit', 700_000],
        ['verifiedBenefit', 600_000],
      ]),
      participants: 40,
      overdue: 3,
    },
  };
}
