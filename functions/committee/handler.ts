/**
 * The committee's function: the secretary's screening, import and file of a round's ideas; the agenda, votes and decisions, and
 * charging somebody with what was adopted. Of members it only reads; ideas it can add and change, votes it can write.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { readAgenda, setOrder } from './agenda.ts';
import { recordDecision, replyOfficially, takeDecisionBack } from './decision.ts';
import { dependencies } from './dependencies.ts';
import { declineMany } from './dismissal.ts';
import { writeIdeas } from './export.ts';
import { chargeOwner, giveUp } from './implementation.ts';
import { mergeIntoAnother, takeOutAgain } from './merger.ts';
import { publishNow } from './publication.ts';
import { giveIdeaBack, putOnAgenda } from './screening.ts';
import { importSlips } from './slip-import.ts';
import { recordVote } from './vote.ts';

export function committeeHandler(wiring: {
  readonly table: Table;
  readonly clock: Clock;
  readonly hash: KeyedHash;
  readonly log: Log;
}) {
  const deps = dependencies(wiring.table, wiring.clock, wiring.hash);
  return api(
    [
      importSlips(deps),
      writeIdeas(deps),
      giveIdeaBack(deps),
      declineMany(deps),
      putOnAgenda(deps),
      mergeIntoAnother(deps),
      takeOutAgain(deps),
      readAgenda(deps),
      setOrder(deps),
      recordVote(deps),
      recordDecision(deps),
      takeDecisionBack(deps),
      replyOfficially(deps),
      chargeOwner(deps),
      giveUp(deps),
      publishNow(deps),
    ],
    wiring.log,
  );
}
