/**
 * Counts overdue work. Work becomes overdue as a day passes, without a write, so the stream has no
 * record of it. It is counted once a day, in each organization by its own calendar.
 */
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { localDate } from '../../shared/domain/organization/calendar.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import type { EmitMetrics } from '../../shared/metrics/measured.ts';
import { eachConcurrently } from '../../shared/store/concurrency.ts';
import type { IdeaRepository } from '../../shared/store/ideas.ts';
import type { RoundRepository } from '../../shared/store/rounds.ts';

interface OverdueDeps {
  readonly clock: Clock;
  readonly emit: EmitMetrics;
  readonly rounds: Pick<RoundRepository, 'organizations'>;
  readonly organizations: { get(id: OrganizationId): Promise<Organization | undefined> };
  readonly ideas: Pick<IdeaRepository, 'countOverdue'>;
}

/** The number of organizations that are counted concurrently. */
const AT_ONCE = 16;

/**
 * Counts on the first run of a day only. The day is UTC's: it begins at eight in the morning in
 * China, before office hours. The counts of a failed run are kept, and the next run continues from
 * them. A newly started function counts once more, which changes nothing.
 */
export function overdueCount(deps: OverdueDeps): () => Promise<void> {
  let day = '';
  let done = false;
  let counts = new Map<OrganizationId, number>();
  return async () => {
    const today = deps.clock.now().slice(0, 10);
    if (today !== day) {
      day = today;
      done = false;
      counts = new Map();
    }
    if (done) return;
    const waiting = (await deps.rounds.organizations()).filter(id => !counts.has(id));
    const failures: unknown[] = [];
    await eachConcurrently(waiting, AT_ONCE, async organization => {
      try {
        counts.set(organization, await overdueOf(organization, deps));
      } catch (error) {
        failures.push(error);
      }
    });
    if (failures.length > 0)
      throw new AggregateError(failures, 'overdue work was not counted everywhere');
    done = true;
    const overdue = [...counts.values()].reduce((sum, count) => sum + count, 0);
    deps.emit({ kind: 'overdue-in-all', overdue });
  };
}

async function overdueOf(
  organization: OrganizationId,
  { clock, organizations, ideas, emit }: OverdueDeps,
): Promise<number> {
  const profile = await organizations.get(organization);
  if (!profile) throw new Error('a round without an organization');
  const overdue = await ideas.countOverdue(organization, localDate(clock.now(), profile.calendar));
  emit({ kind: 'overdue', organization, overdue });
  return overdue;
}
