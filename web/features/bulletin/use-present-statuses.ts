/**
 * What has become of a round's ideas since its bulletin: the present status of each, read beside the
 * bulletin.
 */
import { useQuery } from '@tanstack/preact-query';
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { listIdeas } from '../../../shared/contract/routes/ideas.ts';
import type { IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';
import type { IdeaId, OrganizationId, RoundId } from '../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../api/call-context.tsx';
import { readPages } from '../../api/read-pages.ts';

/** Undefined while they are read; none if they cannot be. */
export function usePresentStatuses(path: {
  readonly organization: OrganizationId;
  readonly round: RoundId;
}): ReadonlyMap<IdeaId, IdeaStatus> | undefined {
  const call = useCall();
  const { data, isPending } = useQuery({
    queryKey: ['presentStatuses', path.organization, path.round],
    queryFn: async ({ signal }) => {
      const ideas = await readPages<
        ReplyOf<typeof listIdeas>['items'][number],
        ReplyOf<typeof listIdeas>
      >(from => call(listIdeas, { path, query: { limit: '100', ...from } }, signal));
      return new Map(ideas.map(({ id, status }) => [id, status]));
    },
  });
  return isPending ? undefined : (data ?? NONE);
}

const NONE: ReadonlyMap<IdeaId, IdeaStatus> = new Map();
