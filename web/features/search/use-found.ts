/**
 * The ideas that a search finds, in pages. The earlier ones stay in view until the next are there;
 * an answer that comes too late belongs to another search and is shown by none.
 */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { searchIdeas } from '../../../shared/contract/routes/search.ts';
import { type Pages, usePages } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';
import { queryOf, type SearchView } from './search-view.ts';

export type Found = ReplyOf<typeof searchIdeas>;
export type Hit = Found['hits'][number];

/** Reads nothing while nothing is looked for. */
export function useFound(view: SearchView): Pages<Found> {
  const path = { organization: useOrganization().organization.id };
  const query = queryOf(view);
  return usePages<Found>(
    [searchIdeas.id, path.organization, query],
    (call, from, signal) => call(searchIdeas, { path, query: { ...query, ...from } }, signal),
    // What was not found a moment ago may have been handed in since.
    { keepsEarlier: true, alwaysAsks: true, enabled: view.text !== '' },
  );
}
