/**
 * Stores votes. A vote appears at once and is reverted if the API refuses it, also when the voter is
 * at another idea by then.
 */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import type { ReplyOf, RequestOf } from '../../../shared/contract/client.ts';
import { castVote } from '../../../shared/contract/routes/deliberation.ts';
import { getIdea } from '../../../shared/contract/routes/ideas.ts';
import { getToday } from '../../../shared/contract/routes/organization.ts';
import type { IdeaId, RoundId } from '../../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import { readingKey } from '../../api/reading.ts';
import { deviceNow } from '../../api/server-clock.ts';
import { paths } from '../../paths.ts';
import { Whereabouts } from '../../ui/late-failures.tsx';
import { usePost } from '../../ui/use-post.ts';
import { type AgendaItem, isUnvoted, type MyVote, withVote } from './agenda.ts';
import { type AgendaPage, agendaKey } from './use-agenda.ts';

/** So many votes to cast are counted. */
const COUNTED = 20;

/** The vote that the API has, and when the first press since then was, in ms since 1970. */
type Stored = MyVote & { readonly since?: number };

type Today = ReplyOf<typeof getToday>;
type NewVote = RequestOf<typeof castVote>['body'];

/**
 * Votes on an idea are sent one after another, in the order of the presses, so the last one is
 * stored. The page shows the last press, and reverts to the stored vote if that one fails.
 * `onStored` is called for every vote that has arrived, or waits in the outbox.
 */
export function useVote(
  round: RoundId,
  item: AgendaItem,
  until: Instant | undefined,
  onStored: () => void,
) {
  const post = usePost();
  const queryClient = useQueryClient();
  const key = agendaKey(item.organization, round);
  const address = paths.agendaItem(item.organization, round, item.id);
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
      post(
        {
          id: 'castVote',
          request: { path: { organization: item.organization, idea: item.id }, body },
        },
        { about: { title: item.title, address, ...(until && { until }) } },
      ),
    onMutate: async vote => {
      const { myVote: choice, myComment: comment } = item.ballot;
      if (isLast())
        queryClient.setQueryData<Stored>(storedKey, { choice, comment, since: deviceNow() });
      change(one => withVote(one, vote));
      // A read under way does not know this vote yet and would hide it.
      await queryClient.cancelQueries({ queryKey: key });
      return new Whereabouts(item.title, address);
    },
    onSuccess: posted => {
      onStored();
      if (posted.is !== 'sent') return;
      const reply = posted.answer;
      const { choice, since = 0 } = queryClient.getQueryData<Stored>(storedKey) ?? {};
      queryClient.setQueryData<Stored>(storedKey, reply);
      if (choice === null) {
        const queryKey = readingKey(getToday, { path: { organization: item.organization } });
        const updatedAt = queryClient.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
        // What was read since the press may count the vote already.
        const mayCount = updatedAt >= since;
        const today = queryClient.setQueryData<Today>(
          queryKey,
          today => today && (mayCount ? today : withoutVoteOn(item.id, today)),
          { updatedAt },
        );
        const uncounted = today?.tasks.some(({ kind, more }) => kind === 'vote' && more);
        const read = queryClient.getQueriesData<AgendaPage>({ queryKey: key });
        const left = read.flatMap(([, page]) => page?.items ?? []).filter(isUnvoted).length;
        if (mayCount || (uncounted && left <= COUNTED)) queryClient.invalidateQueries({ queryKey });
      }
      if (isLast()) change(one => withVote(one, reply, reply.tally ?? undefined));
      queryClient.invalidateQueries({ queryKey: [getIdea.id] });
    },
    onError: () => {
      const stored = queryClient.getQueryData<MyVote>(storedKey) ?? { choice: null };
      if (isLast()) change(one => withVote(one, stored));
    },
  });
}

/** What waits for me after a vote. What is not counted exactly is counted anew once few are left. */
export function withoutVoteOn(idea: IdeaId, today: Today): Today {
  const tasks = today.tasks.map(task =>
    task.kind === 'vote' && !task.more
      ? { ...task, count: task.count - 1, ideas: task.ideas.filter(({ id }) => id !== idea) }
      : task,
  );
  return { ...today, tasks: tasks.filter(({ count }) => count > 0) };
}
