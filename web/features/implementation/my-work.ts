/** Reads the work that the reader owns. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { listMyWork } from '../../../shared/contract/routes/implementation.ts';
import type { Duty } from '../../../shared/domain/idea/work.ts';
import { type Pages, usePages } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';

export function useMyWork(duty: Duty): Pages<ReplyOf<typeof listMyWork>> {
  const path = { organization: useOrganization().organization.id };
  return usePages<ReplyOf<typeof listMyWork>>(
    [listMyWork.id, path.organization, duty],
    (call, from, signal) => call(listMyWork, { path, query: { duty, ...from } }, signal),
  );
}
