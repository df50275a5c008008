/**
 * The dependencies of this function's parts: the clock, the pseudonyms of ballots, and the
 * repositories it uses and no others.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { photoAddresses } from '../../shared/http/photo-addresses.ts';
import { photoViews } from '../../shared/http/photo-views.ts';
import { agendaRepository } from '../../shared/store/agendas.ts';
import { ballotReader } from '../../shared/store/ballots.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { photoRepository } from '../../shared/store/photos.ts';
import { readerSummaryRepository } from '../../shared/store/reader-summaries.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { voterPseudonyms } from '../../shared/store/voter-pseudonyms.ts';
import { voteRepository } from '../../shared/store/votes.ts';

/** The dependencies of this function's endpoints. */
export type CommitteeDeps = ReturnType<typeof dependencies>;

export function dependencies(table: Table, clock: Clock, hash: KeyedHash, photoSecret: string) {
  const photos = photoRepository(table);
  const sources = {
    rounds: roundRepository(table),
    votes: voteRepository(table),
    pseudonyms: voterPseudonyms(hash),
  };
  return {
    clock,
    ...sources,
    ballots: ballotReader(sources),
    agendas: agendaRepository(table),
    organizations: organizationRepository(table),
    members: memberRepository(table),
    ideas: ideaRepository(table),
    photos,
    photoViews: photoViews(photos, photoAddresses(photoSecret, clock)),
    summaries: readerSummaryRepository(table),
  };
}
