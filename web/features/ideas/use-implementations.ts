/** Reads the list of work in progress, all of it or filtered. */
import type { ReplyOf, RequestOf } from '../../../shared/contract/client.ts';
import { listImplementations } from '../../../shared/contract/routes/implementation.ts';
import { type Pages, usePages } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';

type Filters = Pick<
  NonNullable<RequestOf<typeof listImplementations>['query']>,
  'state' | 'overdue'
>;

export type WorkItem = ReplyOf<typeof listImplementations>['items'][number];

export function useImplementations(filters: Filters): Pages<ReplyOf<typeof listImplementations>> {
  const path = { organization: useOrganization().organization.id };
  return usePages<ReplyOf<typeof listImplementations>>(
    [listImplementations.id, path.organization, filters],
    (call, from, signal) =>
      call(listImplementations, { path, query: { ...filters, ...from } }, signal),
  );
}
