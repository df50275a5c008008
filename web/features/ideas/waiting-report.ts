/** A piece of work as its owner has last reported it, also while that report waits to be sent. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { getIdea } from '../../../shared/contract/routes/ideas.ts';
import { useWaitingActs } from '../../outbox/waiting-acts.ts';

type Idea = ReplyOf<typeof getIdea>;
type Work = Pick<Idea, 'id'> & Partial<Pick<Idea, 'implementation'>>;

export function useWithWaitingReport<Of extends Work>(
  work: Of,
): { readonly work: Of; readonly waits: boolean } {
  const report = useWaitingActs(work.id, 'reportProgress').pop()?.act.request.body;
  const { implementation } = work;
  if (report === undefined || implementation === undefined) return { work, waits: false };
  return {
    work: { ...work, implementation: { ...implementation, ...report, reportedAt: undefined } },
    waits: true,
  };
}
