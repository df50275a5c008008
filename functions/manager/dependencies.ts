/**
 * The dependencies of this function's parts: the clock, and the repositories it uses and no others.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { photoAddresses } from '../../shared/http/photo-addresses.ts';
import { photoViews } from '../../shared/http/photo-views.ts';
import { bulletinRepository } from '../../shared/store/bulletins.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { photoRepository } from '../../shared/store/photos.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';

/** The dependencies of this function's endpoints. */
export type ManagerDeps = ReturnType<typeof dependencies>;

export function dependencies(table: Table, clock: Clock, photoSecret: string) {
  return {
    clock,
    organizations: organizationRepository(table),
    members: memberRepository(table),
    rounds: roundRepository(table),
    ideas: ideaRepository(table),
    photoViews: photoViews(photoRepository(table), photoAddresses(photoSecret, clock)),
    statistics: statisticsRepository(table),
    bulletins: bulletinRepository(table),
  };
}
