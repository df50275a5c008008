/** Reads a page of a round's agenda, which for most rounds is all of it. */
import { useQuery } from '@tanstack/preact-query';
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { getAgenda } from '../../../shared/contract/routes/deliberation.ts';
import type { IdeaId, OrganizationId, RoundId } from '../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../api/call-context.tsx';
import type { Reading } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';

/** Others vote during a meeting too; the tallies are read again from time to time. */
const REFRESH_MILLIS = 30_000;

/** The number of ideas on a page, here and on the server. */
export const PAGE = 100;

/** Selects a page: the one after a number, or the one with an idea; the first by default. */
export interface PageAt {
  readonly after?: string | undefined;
  readonly idea?: IdeaId | undefined;
}

export type AgendaPage = ReplyOf<typeof getAgenda>;

export const agendaKey = (organization: OrganizationId, round: RoundId) =>
  [getAgenda.id, organization, round] as const;

export function useAgenda(
  round: RoundId,
  { after, idea }: PageAt = {},
  refetchInterval: number | false = REFRESH_MILLIS,
): Reading<AgendaPage> {
  const call = useCall();
  const { organization } = useOrganization();
  const query = {
    limit: String(PAGE),
    ...(after !== undefined && { cursor: after }),
    ...(idea !== undefined && { idea }),
  };
  return useQuery({
    queryKey: [...agendaKey(organization.id, round), after, idea],
    queryFn: ({ signal }) =>
      call(getAgenda, { path: { organization: organization.id, round }, query }, signal),
    refetchInterval,
  });
}
