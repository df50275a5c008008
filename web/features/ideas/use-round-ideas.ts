/**
 * Reads all ideas of a round, page after page, so that filters and counts hold for the whole round;
 * up to a number that no usual round reaches, and from there on request.
 */
import { useEffect } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { listIdeas } from '../../../shared/contract/routes/ideas.ts';
import type { RoundId } from '../../../shared/domain/kernel/ids.ts';
import { type Pages, usePages } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';

const AT_ONCE = '100';
/** Pages read without being asked for. */
const PAGES = 10;

export function useRoundIdeas(round: RoundId): Pages<ReplyOf<typeof listIdeas>> {
  const path = { organization: useOrganization().organization.id, round };
  const ideas = usePages<ReplyOf<typeof listIdeas>>(
    [listIdeas.id, path.organization, round],
    (call, from, signal) => call(listIdeas, { path, query: { ...from, limit: AT_ONCE } }, signal),
  );
  const { hasNextPage, isFetchingNextPage, error, fetchNextPage } = ideas;
  const wanted = (ideas.data?.pages.length ?? PAGES) < PAGES;
  useEffect(() => {
    if (wanted && hasNextPage && !isFetchingNextPage && error === null) fetchNextPage();
  }, [wanted, hasNextPage, isFetchingNextPage, error, fetchNextPage]);
  return ideas;
}
