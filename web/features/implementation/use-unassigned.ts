/** Reads all adopted ideas without an owner, the longest waiting first. */
import { useQuery } from '@tanstack/preact-query';
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { listUnassigned } from '../../../shared/contract/routes/implementation.ts';
import { useCall } from '../../api/call-context.tsx';
import { readPages } from '../../api/read-pages.ts';
import type { Reading } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';
import type { People } from '../../ui/person.tsx';
import { type ListedIdea, longestAdoptedFirst } from '../screening/index.ts';

export interface UnassignedIdeas {
  readonly ideas: readonly ListedIdea[];
  readonly people: People;
}

export function useUnassigned(): Reading<UnassignedIdeas> {
  const call = useCall();
  const path = { organization: useOrganization().organization.id };
  return useQuery({
    queryKey: [listUnassigned.id, path.organization],
    queryFn: async ({ signal }) => {
      const people: People = {};
      const ideas = await readPages<ListedIdea, ReplyOf<typeof listUnassigned>>(async from => {
        const page = await call(listUnassigned, { path, query: { limit: '100', ...from } }, signal);
        Object.assign(people, page.people);
        return page;
      });
      return { ideas: longestAdoptedFirst(ideas), people };
    },
  });
}
