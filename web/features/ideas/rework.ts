/**
 * Whether completed work was sent back for rework, from the idea's history: its owner has to read
 * this first.
 */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { getIdea } from '../../../shared/contract/routes/ideas.ts';

type HistoryEntry = ReplyOf<typeof getIdea>['history'][number];
type Reasoned = Extract<HistoryEntry, { reason: string }>;
type Entry =
  | Pick<Reasoned, 'act' | 'to' | 'reason'>
  | Pick<Exclude<HistoryEntry, Reasoned>, 'act' | 'to'>;

/**
 * What is still missing; undefined unless the work was sent back and is neither completed again nor
 * abandoned.
 */
export function reworkReason(history: readonly Entry[]): string | undefined {
  if (history.at(-1)?.to !== 'implementing') return undefined;
  const last = history.findLast(({ act }) => act === 'complete' || act === 'send-back');
  return last?.act === 'send-back' ? last.reason : undefined;
}
