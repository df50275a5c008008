/** A piece of work as its owner has last reported it, also while that report waits to be sent. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { getIdea } from '../../../shared/contract/routes/ideas.ts';
import type { Entry } from '../../outbox/entry.ts';
import { useEntries } from '../../outbox/outbox-context.tsx';

type Idea = ReplyOf<typeof getIdea>;
type Work = Pick<Idea, 'id'> & Partial<Pick<Idea, 'implementation'>>;

export function useWithWaitingReport<Of extends Work>(
  work: Of,
): { readonly work: Of; readonly waits: boolean } {
  const report = waitingReport(useEntries() ?? [], work.id);
  const { implementation } = work;
  if (report === undefined || implementation === undefined) return { work, waits: false };
  return {
    work: { ...work, implementation: { ...implementation, ...report, reportedAt: undefined } },
    waits: true,
  };
}

/** The last report that waits; `undefined` if none does. */
function waitingReport(entries: readonly Pick<Entry, 'act' | 'state'>[], id: Idea['id']) {
  const waiting = entries.flatMap(({ act, state }) =>
    act.id === 'reportProgress' && act.request.path.idea === id && state.is !== 'refused'
      ? [act.request.body]
      : [],
  );
  return waiting.pop();
}
