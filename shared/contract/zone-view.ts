/**
 * How a zone's round looks to somebody who looks after some of its organizations: who is yet to publish it, or the roll-up, in pieces
 * that an answer has room for.
 */
import type * as z from 'zod/mini';
import type { OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import { SMALLEST_GROUP } from '../domain/numbers/disclosure.ts';
import { type Placed, rollUp, seesDistrict, workRounds, type ZoneRound } from '../domain/numbers/roll-up.ts';
import type { zoneStatistics } from './schemas/zone.ts';

/** What of a zone a reader may see, and which of its organizations are asked for. */
interface ZoneReader {
  readonly sees: 'all' | readonly string[];
  readonly district?: string | undefined;
  /** The last organization of the district that is known already. */
  readonly cursor?: OrganizationId | undefined;
}

type ZoneView =
  z.input<typeof zoneStatistics> extends infer View
    ? View extends unknown
      ? Omit<View, 'zone' | 'round'>
      : never
    : never;

/** More organizations than this are listed a district at a time … */
const MOST_ROWS = 500;
/** … and of one district so many at a time: an answer holds 6 MB. */
const PAGE = 2_000;
/** So many of those that are yet to publish are named. */
const MOST_NAMED = 100;

/** Until the last organization of the zone has published the round, nothing is shown of it; then it is all as it will stay. */
export function zoneView(round: RoundId, known: ZoneRound, reader: ZoneReader): ZoneView {
  const { sees } = reader;
  if (known.awaited.length > 0) {
    const isSeen = ({ district }: Placed): boolean => seesDistrict(sees, district);
    const [published, awaited] = [known.published.filter(isSeen).length, known.awaited.filter(isSeen)];
    return {
      state: 'awaited',
      organizations: published + awaited.length,
      published,
      awaited: awaited.slice(0, MOST_NAMED),
    };
  }
  const { organizations, numbers, work, districts } = rollUp(round, known.published, sees);
  const asked = districts.find(({ district }) => district === reader.district)?.rows ?? [];
  const after = asked.findIndex(({ organization }) => organization === reader.cursor) + 1;
  const page = asked.slice(after, after + PAGE);
  const last = page.at(-1);
  return {
    state: 'complete',
    organizations,
    smallestGroup: SMALLEST_GROUP,
    workSince: workRounds(round)[0] ?? round,
    numbers,
    work,
    districts: districts.map(({ rows, ...district }) => ({
      ...district,
      ...(organizations <= MOST_ROWS
        ? { rows: [...rows] }
        : district.district === reader.district && { rows: page }),
    })),
    ...(organizations > MOST_ROWS &&
      last &&
      after + page.length < asked.length && { nextCursor: last.organization }),
  };
}
