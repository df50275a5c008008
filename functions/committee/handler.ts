/**
 * The committee's function: the secretary's screening, import and file of a round's ideas; the agenda, votes and decisions, and
 * charging somebody with what was adopted. Of members it only reads; ideas it can add and change, votes it can write.
 */
import { exportIdeas } from '../../shared/contract/routes/export.ts';
import { importIdeas } from '../../shared/contract/routes/ideas.ts';
import { dismissIdeas } from '../../shared/contract/routes/screening.ts';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import { onDemand } from '../../shared/http/on-demand.ts';
import type { Table } from '../../shared/store/client.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { arrangeAgenda, getAgenda } from './agenda.ts';
import { decideIdea, reopenIdea, replyToIdea } from './decision.ts';
import { dependencies } from './dependencies.ts';
import { abandonIdea, assignIdea } from './implementation.ts';
import { mergeIdea, unmergeIdea } from './merger.ts';
import { publishRound } from './publication.ts';
import { returnIdea, scheduleIdea } from './screening.ts';
import { castVote } from './vote.ts';

export function committeeHandler(wiring: {
  readonly table: Table;
  readonly clock: Clock;
  readonly hash: KeyedHash;
  readonly log: Log;
}) {
  const deps = dependencies(wiring.table, wiring.clock, wiring.hash);
  return api(
    [
      onDemand(importIdeas, async () => (await import('./slip-import.ts')).importIdeas(deps)),
      onDemand(exportIdeas, async () => (await import('./export.ts')).exportIdeas(deps)),
      returnIdea(deps),
      onDemand(dismissIdeas, async () => (await import('./dismissal.ts')).dismissIdeas(deps)),
      scheduleIdea(deps),
      mergeIdea(deps),
      unmergeIdea(deps),
      getAgenda(deps),
      arrangeAgenda(deps),
      castVote(deps),
      decideIdea(deps),
      reopenIdea(deps),
      replyToIdea(deps),
      assignIdea(deps),
      abandonIdea(deps),
      publishRound(deps),
    ],
    wiring.log,
  );
}
