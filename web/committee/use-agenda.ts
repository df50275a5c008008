/**
 * Reads the whole agenda of a round, page after page, since progress and numbering need all of it; and records votes and
 * decisions in it. A vote shows at once and is taken back if the API refuses it.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { Call, ReplyOf, RequestOf } from '../../shared/contract/client.ts';
import { castVote, decideIdea, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { getIdea } from '../../shared/contract/routes/ideas.ts';
import type { DecisionOutcome } from '../../shared/domain/decision.ts';
import type { OrganizationId, RoundId } from '../../shared/domain/ids.ts';
import { useCall } from '../api/call-context.tsx';
import { readPages } from '../api/read-pages.ts';
import type { Reading } from '../api/reading.ts';
import { useAct } from '../idea/use-act.ts';
import { useOrganization } from '../shell/organization-context.tsx';
import { type AgendaItem, type MyVote, withVote } from './agenda.ts';

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

function readAll(
  call: Call,
  organization: OrganizationId,
  round: RoundId,
  signal: AbortSignal,
): Promise<AgendaItem[]> {
  return readPages<AgendaItem, ReplyOf<typeof getAgenda>>(from =>
    call(getAgenda, { path: { organization, round }, query: { limit: '100', ...from } }, signal),
  );
}

type NewVote = RequestOf<typeof castVote>['body'];

export function useVote(round: RoundId, item: AgendaItem) {
  const call = useCall();
  const queryClient = useQueryClient();
  const key = agendaKey(item.organization, round);
  const change = (how: (item: AgendaItem) => AgendaItem) =>
    queryClient.setQueryData<AgendaItem[]>(key, items =>
      items?.map(one => (one.id === item.id ? how(one) : one)),
    );

  return useMutation({
    mutationFn: (body: NewVote) =>
      call(castVote, { path: { organization: item.organization, idea: item.id }, body }),
    onMutate: async (vote): Promise<MyVote> => {
      // A reading under way does not know of this vote yet and would hide it.
      await queryClient.cancelQueries({ queryKey: key });
      change(one => withVote(one, vote));
      return { choice: item.ballot.myVote, comment: item.ballot.myComment };
    },
    onSuccess: reply => {
      change(one => withVote(one, reply, reply.tally));
      queryClient.invalidateQueries({ queryKey: [getIdea.id] });
    },
    onError: (_error, _vote, before) => change(one => withVote(one, before ?? { choice: null })),
  });
}

type NewDecision = RequestOf<typeof decideIdea>['body'];

export function useDecision(item: AgendaItem, onDone: (outcome: DecisionOutcome) => void) {
  return useAct(
    (call, body: NewDecision) =>
      call(decideIdea, { path: { organization: item.organization, idea: item.id }, body }),
    ({ decision }) => decision && onDone(decision.outcome),
  );
}
