/**
 * The dependencies of this function's parts: the clock, the pseudonyms of ballots, metrics, and the
 * repositories it uses and no others.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import type { EmitMetrics } from '../../shared/metrics/measured.ts';
import { agendaRepository } from '../../shared/store/agendas.ts';
import { ballotReader } from '../../shared/store/ballots.ts';
import { bulletinRepository } from '../../shared/store/bulletins.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { readerSummaryRepository } from '../../shared/store/reader-summaries.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { skippedRepository } from '../../shared/store/skipped-ideas.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { voterPseudonyms } from '../../shared/store/voter-pseudonyms.ts';
import { voteRepository } from '../../shared/store/votes.ts';
import { zoneRepository } from '../../shared/store/zones.ts';

/** The dependencies of the steps. */
export type CycleDeps = ReturnType<typeof dependencies>;

export function dependencies(table: Table, clock: Clock, hash: KeyedHash, emit: EmitMetrics) {
  const sources = {
    rounds: roundRepository(table),
    votes: voteRepository(table),
    pseudonyms: voterPseudonyms(hash),
  };
  return {
    clock,
    emit,
    ...sources,
    ballots: ballotReader(sources),
    agendas: agendaRepository(table),
    skipped: skippedRepository(table),
    summaries: readerSummaryRepository(table),
    organizations: organizationRepository(table),
    members: memberRepository(table),
    ideas: ideaRepository(table),
    bulletins: bulletinRepository(table),
    statistics: statisticsRepository(table),
    zones: zoneRepository(table),
  };
}
