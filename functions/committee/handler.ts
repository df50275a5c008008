/**
 * The committee's function: the secretary's screening, import and file of a round's ideas; the
 * agenda, votes and decisions; and the assignment of adopted ideas. It can add and change ideas and
 * write votes. Members it only reads.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { type ApiWiring, api } from '../../shared/http/api.ts';
import { endpointsIn } from '../../shared/http/on-demand.ts';
import type { Table } from '../../shared/store/client.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { dependencies } from './dependencies.ts';

export function committeeHandler(
  wiring: ApiWiring & {
    readonly table: Table;
    readonly clock: Clock;
    readonly hash: KeyedHash;
    readonly photoSecret: string;
  },
) {
  const deps = dependencies(wiring.table, wiring.clock, wiring.hash, wiring.photoSecret);
  return api(
    ENDPOINTS.flatMap(endpoints => endpoints(deps)),
    wiring,
  );
}

const ENDPOINTS = [
  endpointsIn(() => import('./slip-import.ts'), 'importIdeas'),
  endpointsIn(() => import('./export.ts'), 'exportIdeas'),
  endpointsIn(() => import('./slip-correction.ts'), 'correctSlip', 'takeBackSlip'),
  endpointsIn(() => import('./screening.ts'), 'returnIdea', 'scheduleIdea'),
  endpointsIn(() => import('./batches.ts'), 'scheduleIdeas', 'dismissIdeas', 'assignIdeas'),
  endpointsIn(() => import('./merger.ts'), 'mergeIdea', 'unmergeIdea'),
  endpointsIn(() => import('./referral.ts'), 'referIdea'),
  endpointsIn(() => import('./agenda.ts'), 'getAgenda', 'arrangeAgenda'),
  endpointsIn(() => import('./vote.ts'), 'castVote'),
  endpointsIn(() => import('./decision.ts'), 'decideIdea', 'reopenIdea', 'replyToIdea'),
  endpointsIn(() => import('./implementation.ts'), 'assignIdea', 'abandonIdea'),
  endpointsIn(
    () => import('./follow-up.ts'),
    'answerAppeal',
    'nameExcellent',
    'unnameExcellent',
    'listUnanswered',
  ),
  endpointsIn(() => import('./publication.ts'), 'publishRound'),
];
