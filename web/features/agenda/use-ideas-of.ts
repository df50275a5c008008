/**
 * Reads the ideas of several rounds in certain states, up to a number of pages each: for
 * carried-over ideas and for screening.
 */
import { useQuery } from '@tanstack/preact-query';
import type { Call, ReplyOf } from '../../../shared/contract/client.ts';
import { listIdeas } from '../../../shared/contract/routes/ideas.ts';
import type { IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';
import type { OrganizationId, RoundId } from '../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../api/call-context.tsx';
import type { Reading } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';
import type { People } from '../../ui/person.tsx';
import type { ListedIdea } from '../screening/index.ts';

/** The lists to read: the ideas submitted for a round, all or in one state. */
export interface IdeasOf {
  readonly round: RoundId;
  readonly status?: IdeaStatus;
}

export interface IdeasRead {
  readonly items: ListedIdea[];
  /** Their authors and others, by number. */
  readonly people: People;
  /** Whether some of the lists continue. */
  readonly more: boolean;
}

/** Up to this number of pages of each list; a round of the usual size has one. */
export function useIdeasOf(lists: readonly IdeasOf[], pages: number): Reading<IdeasRead> {
  const call = useCall();
  const { organization } = useOrganization();
  return useQuery({
    queryKey: [listIdeas.id, organization.id, 'of', lists, pages],
    queryFn: async ({ signal }) => {
      const read = await Promise.all(
        lists.map(list => readSome(call, organization.id, list, pages, signal)),
      );
      return {
        items: read.flatMap(({ items }) => items),
        people: Object.assign({}, ...read.map(({ people }) => people)),
        more: read.some(({ more }) => more),
      };
    },
    placeholderData: before => before,
  });
}

/** Every round of the list with every one of the states. */
export function ofEach(rounds: readonly RoundId[], statuses: readonly IdeaStatus[]): IdeasOf[] {
  return rounds.flatMap(round => statuses.map(status => ({ round, status })));
}

async function readSome(
  call: Call,
  organization: OrganizationId,
  { round, status }: IdeasOf,
  pages: number,
  signal: AbortSignal,
): Promise<IdeasRead> {
  const query = { limit: '100', ...(status !== undefined && { status }) };
  const items: ListedIdea[] = [];
  const people: People = {};
  let cursor: ReplyOf<typeof listIdeas>['nextCursor'];
  for (let page = 0; page < pages; page += 1) {
    const from = cursor === undefined ? {} : { cursor };
    const reply = await call(
      listIdeas,
      { path: { organization, round }, query: { ...query, ...from } },
      signal,
    );
    items.push(...reply.items);
    Object.assign(people, reply.people);
    cursor = reply.nextCursor;
    if (cursor === undefined) break;
  }
  return { items, people, more: cursor !== undefined };
}
