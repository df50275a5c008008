/**
 * The committee's function: the secretary's import, the agenda, votes and decisions. Of members it only reads; ideas it can
 * add and change, votes it can write.
 */
import type { Clock } from '../../shared/domain/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { standingRepository } from '../../shared/store/standings.ts';
import { voteRepository } from '../../shared/store/votes.ts';
import { readAgenda } from './agenda.ts';
import { recordDecision } from './decision.ts';
import { importSlips } from './import.ts';
import { recordVote } from './vote.ts';

/** What the endpoints of this function work with. */
export type CommitteeDeps = ReturnType<typeof dependencies>;

function dependencies(table: Table, clock: Clock) {
  return {
    clock,
    organizations: organizationRepository(table),
    members: memberRepository(table),
    rounds: roundRepository(table),
    ideas: ideaRepository(table),
    votes: voteRepository(table),
    standings: standingRepository(table),
  };
}

export function committeeHandler(wiring: {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const deps = dependencies(wiring.table, wiring.clock);
  return api([importSlips(deps), readAgenda(deps), recordVote(deps), recordDecision(deps)], wiring.log);
}
