/**
 * The employee's function: who I am, my organization, its rounds and ideas, handing in, backing, and the bulletin. It can
 * write ideas and supports and nothing else.
 */
import type { Clock } from '../../shared/domain/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { readBulletin } from './bulletin.ts';
import { dependencies } from './dependencies.ts';
import { readIdea, readIdeas, readMyIdeas } from './ideas.ts';
import { readMe, readOpenApi, readOrganization } from './organization.ts';
import { readRound, readRounds } from './rounds.ts';
import { handIn } from './submission.ts';
import { back, takeBackSupport } from './support.ts';

export function employeeHandler(wiring: { readonly table: Table; readonly clock: Clock; readonly log: Log }) {
  const deps = dependencies(wiring.table, wiring.clock);
  return api(
    [
      readOpenApi(),
      readMe(deps),
      readOrganization(deps),
      readRounds(deps),
      readRound(deps),
      readIdeas(deps),
      readMyIdeas(deps),
      handIn(deps),
      readIdea(deps),
      back(deps),
      takeBackSupport(deps),
      readBulletin(deps),
    ],
    wiring.log,
  );
}
