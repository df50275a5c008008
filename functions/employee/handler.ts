/**
 * The employee's function: who I am, my organization, its rounds and ideas, handing in, backing, commenting, and the bulletin.
 * It can write ideas, supports and comments and nothing else.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { reviseIdea, withdrawIdea } from './authoring.ts';
import { getBulletin, getPublicBulletin } from './bulletin.ts';
import { hideComment, listComments, showComment, writeComment } from './comments.ts';
import { dependencies } from './dependencies.ts';
import { getIdea, listIdeas, listMyIdeas, listUnassigned } from './ideas.ts';
import { completeIdea, listImplementations, listMyWork, reportProgress } from './implementation.ts';
import { getMe, getOrganization } from './organization.ts';
import { getRound, listRounds } from './rounds.ts';
import { submitIdea } from './submission.ts';
import { supportIdea, withdrawSupport } from './support.ts';
import { claimUnnamedIdea, openUnnamedIdea, reviseUnnamedIdea, withdrawUnnamedIdea } from './unnamed.ts';

export function employeeHandler(wiring: {
  readonly table: Table;
  readonly clock: Clock;
  readonly hash: KeyedHash;
  readonly log: Log;
}) {
  const deps = dependencies(wiring.table, wiring.clock, wiring.hash);
  return api(
    [
      getMe(deps),
      getOrganization(deps),
      listRounds(deps),
      getRound(deps),
      listIdeas(deps),
      listMyIdeas(deps),
      submitIdea(deps),
      getIdea(deps),
      reviseIdea(deps),
      withdrawIdea(deps),
      openUnnamedIdea(deps),
      reviseUnnamedIdea(deps),
      withdrawUnnamedIdea(deps),
      claimUnnamedIdea(deps),
      supportIdea(deps),
      withdrawSupport(deps),
      listComments(deps),
      writeComment(deps),
      hideComment(deps),
      showComment(deps),
      listImplementations(deps),
      listUnassigned(deps),
      listMyWork(deps),
      reportProgress(deps),
      completeIdea(deps),
      getBulletin(deps),
      getPublicBulletin(deps),
    ],
    wiring.log,
  );
}
