/**
 * The employee's function: the caller, their organization, its rounds and ideas, submission,
 * support, comments, and the bulletin. It can write ideas, supports and comments, and nothing else.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { type ApiWiring, api } from '../../shared/http/api.ts';
import { endpointsIn } from '../../shared/http/on-demand.ts';
import type { Table } from '../../shared/store/client.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { dependencies } from './dependencies.ts';

export function employeeHandler(
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
  endpointsIn(() => import('./organization.ts'), 'getMe', 'getOrganization'),
  endpointsIn(() => import('./directory.ts'), 'getDirectory'),
  endpointsIn(() => import('./today.ts'), 'getToday'),
  endpointsIn(() => import('./rounds.ts'), 'listRounds', 'getRound'),
  endpointsIn(() => import('./ideas.ts'), 'listIdeas', 'listMyIdeas', 'getIdea', 'listUnassigned'),
  endpointsIn(() => import('./my-data.ts'), 'exportMyData'),
  endpointsIn(() => import('./submission.ts'), 'submitIdea'),
  endpointsIn(() => import('./authoring.ts'), 'reviseIdea', 'withdrawIdea', 'declineAuthorship'),
  endpointsIn(() => import('./opinions.ts'), 'listContactIdeas', 'giveOpinion'),
  endpointsIn(
    () => import('./unnamed.ts'),
    'openUnnamedIdea',
    'reviseUnnamedIdea',
    'withdrawUnnamedIdea',
    'claimUnnamedIdea',
  ),
  endpointsIn(() => import('./support.ts'), 'supportIdea', 'withdrawSupport'),
  endpointsIn(
    () => import('./comments.ts'),
    'listComments',
    'writeComment',
    'hideComment',
    'showComment',
  ),
  endpointsIn(
    () => import('./implementation.ts'),
    'listImplementations',
    'listMyWork',
    'reportProgress',
    'completeIdea',
  ),
  endpointsIn(
    () => import('./follow-up.ts'),
    'rateOutcome',
    'rateUnnamedOutcome',
    'appealDecision',
    'appealUnnamedDecision',
  ),
  endpointsIn(() => import('./bulletin.ts'), 'getBulletin', 'getPublicBulletin'),
];
