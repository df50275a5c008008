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
   * ones.
   */
  round: z.exactOptional(roundId),
});

export type ReconciliationOrder = z.output<typeof reconciliationOrder>;
