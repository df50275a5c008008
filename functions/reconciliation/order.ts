/** What a reconciliation is asked for: only looking, at all organizations and the rounds whose turn it is, if nothing else is said. */
import * as z from 'zod/mini';
import { organizationId, roundId } from '../../shared/store/schema.ts';

export const reconciliationOrder = z.object({
  repair: z._default(z.boolean(), false),
  organization: z.exactOptional(organizationId),
  /** Only this round, however old it is, with the tallies and supports of all its ideas, decided ones included. */
  round: z.exactOptional(roundId),
});

export type ReconciliationOrder = z.output<typeof reconciliationOrder>;
