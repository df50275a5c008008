/** Reads the reader's ideas. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { listMyIdeas } from '../../../shared/contract/routes/ideas.ts';
import { type Pages, usePages } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';

type IdeasPage = ReplyOf<typeof listMyIdeas>;

export function useMyIdeas(): Pages<IdeasPage> {
  const path = { organization: useOrganization().organization.id };
  return usePages<IdeasPage>([listMyIdeas.id, path.organization], (call, from, signal) =>
    call(listMyIdeas, { path, query: from }, signal),
  );
}

/** How many of the ideas are on the first page, where the network may be weak. */
const LATEST = '3';

/** The newest of a member's ideas; the whole list is read on its own page. */
export function useLatestIdeas(): Pages<IdeasPage> {
  const path = { organization: useOrganization().organization.id };
  return usePages<IdeasPage>([listMyIdeas.id, path.organization, 'latest'], (call, from, signal) =>
    call(listMyIdeas, { path, query: { ...from, limit: LATEST } }, signal),
  );
}
