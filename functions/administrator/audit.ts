/** The trail of what was changed, the newest first. */
import { listAudit } from '../../shared/contract/routes/administration.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { AdministratorDeps } from './dependencies.ts';

const DEFAULT_LIMIT = 50;

export function readAudit({ members, audit }: AdministratorDeps): Endpoint {
  return forMembers(listAudit, members, async ({ path, query: { limit = DEFAULT_LIMIT, cursor } }) => {
    const page = await audit.newestFirst(path.organization, { limit, ...(cursor && { cursor }) });
    const items = page.items.map(({ at, by, topic, version, changes }) => ({
      at,
      by,
      what: topic.kind,
      ...(topic.kind === 'member' && { member: topic.member, act: topic.act }),
      version,
      changes: [...changes],
    }));
    return answer({ ...page, items });
  });
}
