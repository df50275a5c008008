/**
 * The employee's function: who I am, my organization, its rounds and ideas, handing in, backing, commenting, and the bulletin.
 * It can write ideas, supports and comments and nothing else.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { sayAnew, takeBack } from './authoring.ts';
import { readBulletin, readPublicBulletin } from './bulletin.ts';
import { comment, hideOne, readComments, showOne } from './comments.ts';
import { dependencies } from './dependencies.ts';
import { readIdea, readIdeas, readMyIdeas, readUnassigned } from './ideas.ts';
import { readMyWork, readWork, sayDone, sayHowFar } from './implementation.ts';
import { readMe, readOrganization } from './organization.ts';
import { readRound, readRounds } from './rounds.ts';
import { handIn } from './submission.ts';
import { back, takeBackSupport } from './support.ts';
import { claimUnnamed, openUnnamed, reviseUnnamed, withdrawUnnamed } from './unnamed.ts';

export function employeeHandler(wiring: {
  readonly table: Table;
  readonly clock: Clock;
  readonly hash: KeyedHash;
  readonly log: Log;
}) {
  const deps = dependencies(wiring.table, wiring.clock, wiring.hash);
  return api(
    [
      readMe(deps),
      readOrganization(deps),
      readRounds(deps),
      readRound(deps),
      readIdeas(deps),
      readMyIdeas(deps),
      handIn(deps),
      readIdea(deps),
      sayAnew(deps),
      takeBack(deps),
      openUnnamed(deps),
      reviseUnnamed(deps),
      withdrawUnnamed(deps),
      claimUnnamed(deps),
      back(deps),
      takeBackSupport(deps),
      readComments(deps),
      comment(deps),
      hideOne(deps),
      showOne(deps),
      readWork(deps),
      readUnassigned(deps),
      readMyWork(deps),
      sayHowFar(deps),
      sayDone(deps),
      readBulletin(deps),
      readPublicBulletin(deps),
    ],
    wiring.log,
  );
}
