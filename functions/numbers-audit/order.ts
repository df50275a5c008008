/** What an audit is asked for: only looking, at all organizations, if nothing else is said. */
import * as z from 'zod/mini';
import { organizationId } from '../../shared/store/schema.ts';

export const auditOrder = z.object({
  repair: z._default(z.boolean(), false),
  organization: z.exactOptional(organizationId),
});

export type AuditOrder = z.output<typeof auditOrder>;
