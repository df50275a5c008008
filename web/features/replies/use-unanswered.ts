/** Reads the ideas whose authors wait for a reply or an answer, the longest waiting first. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { listUnanswered } from '../../../shared/contract/routes/follow-up.ts';
import type { Unanswered } from '../../../shared/domain/idea/unanswered.ts';
import { type Pages, usePages } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';

type UnansweredPage = ReplyOf<typeof listUnanswered>;
export type UnansweredIdea = UnansweredPage['items'][number];

export function useUnanswered(waitsFor: Unanswered | undefined): Pages<UnansweredPage> {
  const path = { organization: useOrganization().organization.id };
  const query = waitsFor === undefined ? {} : { waitsFor };
  return usePages<UnansweredPage>(
    [listUnanswered.id, path.organization, query],
    (call, from, signal) => call(listUnanswered, { path, query: { ...query, ...from } }, signal),
  );
}
