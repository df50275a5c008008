/**
 * The event of a reconciliation: by default only a comparison, of all organizations and the rounds
 * in their turn.
 */
import * as z from 'zod/mini';
import { organizationId, roundId } from '../../shared/store/schema.ts';

export const reconciliationOrder = z.object({
  repair: z._default(z.boolean(), false),
  organization: z.exactOptional(organizationId),
  /**
   * Only this round, however old it is, with the tallies and supports of all its ideas, decided
   * ones included.
   */
  round: z.exactOptional(roundId),
});

export type ReconciliationOrder = z.output<typeof reconciliationOrder>;
