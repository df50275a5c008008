/**
 * The dependencies of this function's parts: the clock, pseudonyms and claim codes, and the
 * repositories it uses and no others.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { photoAddresses } from '../../shared/http/photo-addresses.ts';
import { photoViews } from '../../shared/http/photo-views.ts';
import { ballotReader } from '../../shared/store/ballots.ts';
import { claimAttemptRepository } from '../../shared/store/claim-attempts.ts';
import { claimCodes } from '../../shared/store/claim-codes.ts';
import type { Table } from '../../shared/store/client.ts';
import { commentRepository } from '../../shared/store/comments.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { photoRepository } from '../../shared/store/photos.ts';
import { quotaRepository } from '../../shared/store/quotas.ts';
import { readerSummaryRepository } from '../../shared/store/reader-summaries.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { supportRepository } from '../../shared/store/supports.ts';
import { voterPseudonyms } from '../../shared/store/voter-pseudonyms.ts';
import { voteRepository } from '../../shared/store/votes.ts';

/** The dependencies of this function's endpoints. */
export type EmployeeDeps = ReturnType<typeof dependencies>;

export function dependencies(table: Table, clock: Clock, hash: KeyedHash, photoSecret: string) {
  const photos = photoRepository(table);
  const sources = {
    rounds: roundRepository(table),
    votes: voteRepository(table),
    pseudonyms: voterPseudonyms(hash),
  };
  return {
    /** For repositories that only few requests need, and that are loaded with them. */
    table,
    clock,
    ...sources,
    ballots: ballotReader(sources),
    organizations: organizationRepository(table),
    members: memberRepository(table),
    ideas: ideaRepository(table),
    photos,
    photoViews: photoViews(photos, photoAddresses(photoSecret, clock)),
    codes: claimCodes(hash),
    claimAttempts: claimAttemptRepository(table),
    supports: supportRepository(table),
    comments: commentRepository(table),
    summaries: readerSummaryRepository(table),
    statistics: statisticsRepository(table),
    quotas: quotaRepository(table, hash),
  };
}
