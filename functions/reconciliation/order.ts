/**
 * The event of a reconciliation. By default all organizations are compared and nothing is
 * corrected, with the rounds in their turn.
 */
import * as z from 'zod/mini';
import { organizationId, roundId } from '../../shared/store/schema.ts';

export const reconciliationOrder = z.object({
  repair: z._default(z.boolean(), false),
  organization: z.exactOptional(organizationId),
  /**
   * Only this round, of any age, with the tallies and supports of all its ideas, also the decided
   * ones; or `all`: every round in this way, and the headcounts. After a restore no number is known
   * to be right.
   */
  round: z.exactOptional(z.union([roundId, z.literal('all')])),
});

export type ReconciliationOrder = z.output<typeof reconciliationOrder>;
