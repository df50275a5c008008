/**
 * The bulletin of a published round: for members, and for everybody if the organization makes it
 * public.
 */
import * as contract from '../../shared/contract/routes/numbers.ts';
import { statisticsView } from '../../shared/contract/views.ts';
import type { OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import { asEverybodySees, type Bulletin } from '../../shared/domain/numbers/bulletin.ts';
import { FEWEST_IDEAS } from '../../shared/domain/numbers/published-numbers.ts';
import { answer, anybody, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { bulletinRepository } from '../../shared/store/bulletins.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function getBulletin(deps: EmployeeDeps): Endpoint {
  return endpoint(contract.getBulletin, memberOf(deps.members), async ({ path, query }) => {
    const round = await deps.rounds.get(path.organization, path.round);
    if (!round) return err({ code: 'not-found', what: 'round' });
    const bulletin = round.state === 'published' ? await pageOf(path, query, deps) : undefined;
    if (bulletin) return answer(pageView(bulletin));
    return err({ code: 'not-yet-published', publishesAt: round.schedule.publishesAt });
  });
}

/** Strangers get the same answer for every reason: not found. */
export function getPublicBulletin(deps: EmployeeDeps): Endpoint {
  return endpoint(contract.getPublicBulletin, anybody, async ({ path, query }) => {
    const organization = await deps.organizations.get(path.organization);
    const round =
      organization?.publicBulletin && (await deps.rounds.get(path.organization, path.round));
    const bulletin =
      round && round.state === 'published' ? await pageOf(path, query, deps) : undefined;
    if (!organization || !bulletin) return err({ code: 'not-found', what: 'bulletin' });
    const cached = { 'cache-control': 'public, max-age=300' };
    const { name: organizationName, calendar } = organization;
    const { departmentsWithheld, ...seen } = asEverybodySees(bulletin);
    const { timeZone } = calendar;
    return answer({ ...pageView(seen), departmentsWithheld, organizationName, timeZone }, cached);
  });
}

/** The withheld numbers of the total, and why: they are of too few ideas. */
function withheldView({ total }: Bulletin['statistics']) {
  const numbers = Object.entries(total.followUp ?? {}).flatMap(([name, part]) =>
    part === null ? [name] : [],
  );
  return numbers.length > 0 && { numbersWithheld: { numbers, fewestIdeas: FEWEST_IDEAS } };
}

/** The numbers and one page of the list; undefined if the round has no bulletin. */
function pageOf(
  { organization, round }: { readonly organization: OrganizationId; readonly round: RoundId },
  { cursor }: { readonly cursor?: string },
  { table }: EmployeeDeps,
) {
  return bulletinRepository(table).get(organization, round, Number(cursor ?? 0));
}

function pageView({
  round,
  publishedAt,
  statistics,
  entries,
  nextPage,
}: Pick<Bulletin, 'round' | 'publishedAt' | 'statistics' | 'entries'> & {
  readonly nextPage?: number;
}) {
  return {
    round,
    publishedAt,
    statistics: statisticsView(statistics),
    ...withheldView(statistics),
    items: entries.map(({ acts: _acts, ...entry }) => entry),
    ...(nextPage !== undefined && { nextCursor: String(nextPage) }),
  };
}
