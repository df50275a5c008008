/**
 * Whether work that was reported as done came back and is to be mended, told from the idea's history: what its owner has to read first.
 */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getIdea } from '../../shared/contract/routes/ideas.ts';

type Entry = Pick<ReplyOf<typeof getIdea>['history'][number], 'act' | 'to' | 'reason'>;

/** What is still missing; undefined unless the work was sent back and is neither done again nor given up. */
export function reworkReason(history: readonly Entry[]): string | undefined {
  if (history.at(-1)?.to !== 'implementing') return undefined;
  return history.findLast(({ act }) => act === 'complete' || act === 'send-back')?.reason;
}
