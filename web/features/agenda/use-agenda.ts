/**
 * Reads a page of a round's agenda, which for most rounds is all of it; and stores votes and
 * decisions. A vote appears at once and is reverted if the API refuses it.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { ReplyOf, RequestOf } from '../../../shared/contract/client.ts';
import { castVote, decideIdea, getAgenda } from '../../../shared/contract/routes/deliberation.ts';
import { getIdea } from '../../../shared/contract/routes/ideas.ts';
import type { DecisionOutcome } from '../../../shared/domain/idea/decision.ts';
import type { IdeaId, OrganizationId, RoundId } from '../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../api/call-context.tsx';
import type { Reading } from '../../api/reading.ts';
import { paths } from '../../paths.ts';
import { useOrganization } from '../../session/organization-context.tsx';
import { Whereabouts } from '../../ui/late-failures.tsx';
import { useAct } from '../ideas/index.ts';
import { type AgendaItem, type MyVote, withVote } from './agenda.ts';

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

const agendaKey = (organization: OrganizationId, round: RoundId) =>
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

type NewVote = RequestOf<typeof castVote>['body'];

/**
 * Votes on an idea are sent one after another, in the order of the presses, so the last one is
 * stored. The page shows the last press, and reverts to the stored vote if that one fails.
 */
export function useVote(round: RoundId, item: AgendaItem) {
  const call = useCall();
  const queryClient = useQueryClient();
  const key = agendaKey(item.organization, round);
  const mutationKey = [castVote.id, item.organization, item.id];
  const storedKey = ['stored', ...mutationKey];
  // Called while one of them is under way.
  const isLast = () => queryClient.isMutating({ mutationKey }) === 1;
  const change = (how: (item: AgendaItem) => AgendaItem) =>
    queryClient.setQueriesData<AgendaPage>(
      { queryKey: key },
      page =>
        page && { ...page, items: page.items.map(one => (one.id === item.id ? how(one) : one)) },
    );

  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: (body: NewVote) =>
      call(castVote, { path: { organization: item.organization, idea: item.id }, body }),
    onMutate: async vote => {
      const { myVote: choice, myComment: comment } = item.ballot;
      if (isLast()) queryClient.setQueryData<MyVote>(storedKey, { choice, comment });
      change(one => withVote(one, vote));
      // A read under way does not know this vote yet and would hide it.
      await queryClient.cancelQueries({ queryKey: key });
      return new Whereabouts(item.title, paths.agendaItem(item.organization, round, item.id));
    },
    onSuccess: reply => {
      queryClient.setQueryData<MyVote>(storedKey, reply);
      if (isLast()) change(one => withVote(one, reply, reply.tally));
      queryClient.invalidateQueries({ queryKey: [getIdea.id] });
    },
    onError: () => {
      const stored = queryClient.getQueryData<MyVote>(storedKey) ?? { choice: null };
      if (isLast()) change(one => withVote(one, stored));
    },
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
