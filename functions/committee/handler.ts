/**
 * The committee's function: the secretary's import, the agenda, votes and decisions. Of members it only reads; ideas it can
 * add and change, votes it can write.
 */
import type { Clock } from '../../shared/domain/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { readAgenda } from './agenda.ts';
import { recordDecision } from './decision.ts';
import { dependencies } from './dependencies.ts';
import { importSlips } from './import.ts';
import { recordVote } from './vote.ts';

export function committeeHandler(wiring: {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const deps = dependencies(wiring.table, wiring.clock);
  return api([importSlips(deps), readAgenda(deps), recordVote(deps), recordDecision(deps)], wiring.log);
}
