/**
 * Reads the whole agenda of a round, page after page, since progress and numbering need all of it; and records votes and
 * decisions in it. A vote shows at once and is taken back if the API refuses it.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { Call, ReplyOf, RequestOf } from '../../shared/contract/client.ts';
import { castVote, decideIdea, getAgenda, getIdea, listIdeas } from '../../shared/contract/routes.ts';
import type { Choice } from '../../shared/domain/ballot.ts';
import type { OrganizationId, RoundId } from '../../shared/domain/ids.ts';
import { useCall } from '../api/call-context.tsx';
import type { From, Reading } from '../api/reading.ts';
import { useOrganization } from '../shell/organization-context.tsx';
import { type AgendaItem, withVote } from './agenda.ts';

/** During a meeting others vote too; once in a while the tallies are read again. */
const REFRESH_MILLIS = 30_000;

const agendaKey = (organization: OrganizationId, round: RoundId) =>
  [getAgenda.id, organization, round] as const;

export function useAgenda(round: RoundId): Reading<AgendaItem[]> {
  const call = useCall();
  const { organization } = useOrganization();
  return useQuery({
    queryKey: agendaKey(organization.id, round),
    queryFn: ({ signal }) => readAll(call, organization.id, round, signal),
    refetchInterval: REFRESH_MILLIS,
  });
}

async function readAll(
  call: Call,
  organization: OrganizationId,
  round: RoundId,
  signal: AbortSignal,
): Promise<AgendaItem[]> {
  const items: AgendaItem[] = [];
  let from: From<ReplyOf<typeof getAgenda>> | undefined = {};
  while (from !== undefined) {
    const page: ReplyOf<typeof getAgenda> = await call(
      getAgenda,
      { path: { organization, round }, query: { limit: '100', ...from } },
      signal,
    );
    items.push(...page.items);
    from = page.nextCursor === undefined ? undefined : { cursor: page.nextCursor };
  }
  return items;
}

export function useVote(round: RoundId, item: AgendaItem) {
  const call = useCall();
  const queryClient = useQueryClient();
  const key = agendaKey(item.organization, round);
  const change = (how: (item: AgendaItem) => AgendaItem) =>
    queryClient.setQueryData<AgendaItem[]>(key, items =>
      items?.map(one => (one.id === item.id ? how(one) : one)),
    );

  return useMutation({
    mutationFn: (choice: Choice) =>
      call(castVote, { path: { organization: item.organization, idea: item.id }, body: { choice } }),
    onMutate: async choice => {
      // A reading under way does not know of this vote yet and would hide it.
      await queryClient.cancelQueries({ queryKey: key });
      const before = item.ballot.myVote;
      change(one => withVote(one, choice));
      return before;
    },
    onSuccess: reply => change(one => withVote(one, reply.choice, reply.tally)),
    onError: (_error, _choice, before) => change(one => withVote(one, before ?? null)),
  });
}

export type NewDecision = RequestOf<typeof decideIdea>['body'];

export function useDecision(round: RoundId, item: AgendaItem) {
  const call = useCall();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewDecision) =>
      call(decideIdea, { path: { organization: item.organization, idea: item.id }, body }),
    onSettled: () => {
      queryClient.invalidateQueries({ queryKey: agendaKey(item.organization, round) });
      queryClient.invalidateQueries({ queryKey: [getIdea.id] });
      queryClient.invalidateQueries({ queryKey: [listIdeas.id] });
    },
  });
}
