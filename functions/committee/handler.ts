/**
 * The committee's function: the secretary's screening, import and file of a round's ideas; the agenda, votes and decisions, and
 * charging somebody with what was adopted. Of members it only reads; ideas it can add and change, votes it can write.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { arrangeAgenda, getAgenda } from './agenda.ts';
import { decideIdea, reopenIdea, replyToIdea } from './decision.ts';
import { dependencies } from './dependencies.ts';
import { dismissIdeas } from './dismissal.ts';
import { exportIdeas } from './export.ts';
import { abandonIdea, assignIdea } from './implementation.ts';
import { mergeIdea, unmergeIdea } from './merger.ts';
import { publishRound } from './publication.ts';
import { returnIdea, scheduleIdea } from './screening.ts';
import { importIdeas } from './slip-import.ts';
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
      importIdeas(deps),
      exportIdeas(deps),
      returnIdea(deps),
      dismissIdeas(deps),
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
