/** The dependencies of this function's endpoints: it reads, and writes nothing. */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { photoAddresses } from '../../shared/http/photo-addresses.ts';
import { photoViews } from '../../shared/http/photo-views.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { photoRepository } from '../../shared/store/photos.ts';
import { readerSummaryRepository } from '../../shared/store/reader-summaries.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { searchIndex } from '../../shared/store/search-index.ts';

export type SearchDeps = ReturnType<typeof dependencies>;

export function dependencies(table: Table, clock: Clock, photoSecret: string) {
  return {
    clock,
    members: memberRepository(table),
    organizations: organizationRepository(table),
    rounds: roundRepository(table),
    ideas: ideaRepository(table),
    photoViews: photoViews(photoRepository(table), photoAddresses(photoSecret, clock)),
    summaries: readerSummaryRepository(table),
    index: searchIndex(table),
  };
}
