/** Reads a member's submitted ideas, and the work they own. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { listMyIdeas } from '../../../shared/contract/routes/ideas.ts';
import { listMyWork } from '../../../shared/contract/routes/implementation.ts';
import type { Duty } from '../../../shared/domain/idea/work.ts';
import { type Pages, usePages } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';

export function useMyIdeas(): Pages<ReplyOf<typeof listMyIdeas>> {
  const path = { organization: useOrganization().organization.id };
  return usePages<ReplyOf<typeof listMyIdeas>>(
    [listMyIdeas.id, path.organization],
    (call, from, signal) => call(listMyIdeas, { path, query: from }, signal),
  );
}

export function useMyWork(duty: Duty): Pages<ReplyOf<typeof listMyWork>> {
  const path = { organization: useOrganization().organization.id };
  return usePages<ReplyOf<typeof listMyWork>>(
    [listMyWork.id, path.organization, duty],
    (call, from, signal) => call(listMyWork, { path, query: { duty, ...from } }, signal),
  );
}
