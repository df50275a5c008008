/**
 * Reads the ideas of several rounds that are in certain states, all of them at once: what was carried over.
 */
import { useQuery } from '@tanstack/preact-query';
import type { Call, ReplyOf } from '../../shared/contract/client.ts';
import { listIdeas } from '../../shared/contract/routes/ideas.ts';
import type { OrganizationId, RoundId } from '../../shared/domain/ids.ts';
import type { IdeaStatus } from '../../shared/domain/transitions.ts';
import { useCall } from '../api/call-context.tsx';
import { readPages } from '../api/read-pages.ts';
import type { Reading } from '../api/reading.ts';
import { useOrganization } from '../shell/organization-context.tsx';
import type { ListedIdea } from './screening.ts';

/** What to read: the ideas handed in for a round, all of them or those in one state. */
export interface IdeasOf {
  readonly round: RoundId;
  readonly status?: IdeaStatus;
}

export function useIdeasOf(lists: readonly IdeasOf[]): Reading<ListedIdea[]> {
  const call = useCall();
  const { organization } = useOrganization();
  return useQuery({
    queryKey: ['ideas-of', organization.id, lists],
    queryFn: async ({ signal }) => {
      const read = await Promise.all(lists.map(list => readAll(call, organization.id, list, signal)));
      return read.flat();
    },
  });
}

/** Every round of the list in every one of the states. */
export function ofEach(rounds: readonly RoundId[], statuses: readonly IdeaStatus[]): IdeasOf[] {
  return rounds.flatMap(round => statuses.map(status => ({ round, status })));
}

function readAll(
  call: Call,
  organization: OrganizationId,
  { round, status }: IdeasOf,
  signal: AbortSignal,
): Promise<ListedIdea[]> {
  const query = { limit: '100', ...(status !== undefined && { status }) };
  return readPages<ListedIdea, ReplyOf<typeof listIdeas>>(from =>
    call(listIdeas, { path: { organization, round }, query: { ...query, ...from } }, signal),
  );
}
