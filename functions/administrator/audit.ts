/** The trail of changes, newest first. */
import type * as z from 'zod/mini';
import * as contract from '../../shared/contract/routes/administration.ts';
import type { auditEntry } from '../../shared/contract/schemas/administration.ts';
import type { AuditEntry } from '../../shared/domain/organization/audit.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { AdministratorDeps } from './dependencies.ts';

const DEFAULT_LIMIT = 50;

export function listAudit({ members, audit }: AdministratorDeps): Endpoint {
  return endpoint(
    contract.listAudit,
    memberOf(members),
    async ({ path, query: { limit = DEFAULT_LIMIT, cursor } }) => {
      const page = await audit.newestFirst(path.organization, { limit, ...(cursor && { cursor }) });
      return answer({ ...page, items: page.items.map(entryView) });
    },
  );
}

function entryView({ at, by, topic, version, changes }: AuditEntry): z.input<typeof auditEntry> {
  return {
    at,
    by,
    what: topic.kind,
    ...(topic.kind === 'member' && { member: topic.member, act: topic.act }),
    version,
    changes: [...changes],
  };
}
