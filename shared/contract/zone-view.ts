/**
 * The view of a zone's round for a person who looks after some of its organizations: the
 * organizations that have not published, or the roll-up, in pieces that fit an answer.
 */
import type * as z from 'zod/mini';
import type { OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import { SMALLEST_GROUP } from '../domain/numbers/disclosure.ts';
import {
  endsYear,
  type Placed,
  rollUp,
  seesDistrict,
  workRounds,
  type ZoneRound,
} from '../domain/numbers/roll-up.ts';
import type { zoneStatistics } from './schemas/zone.ts';

/** The part of a zone that a reader may see, and the requested organizations. */
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

/** Above this number, organizations are listed by district … */
const MOST_ROWS = 500;
/** … and this many of one district at a time: an answer holds 6 MB. */
const PAGE = 2_000;
/** The limit of listed organizations that have not published. */
const MOST_NAMED = 100;

/**
 * Until the last organization of the zone has published the round, none of it is shown; afterwards
 * all of it is, and never changes.
 */
export function zoneView(round: RoundId, known: ZoneRound, reader: ZoneReader): ZoneView {
  const { sees } = reader;
  if (known.awaited.length > 0) {
    const isSeen = ({ district }: Placed): boolean => seesDistrict(sees, district);
    const [published, awaited] = [
      known.published.filter(isSeen).length,
      known.awaited.filter(isSeen),
    ];
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
    ...(endsYear(round) && { workSince: workRounds(round)[0] ?? round }),
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

/** The same by district alone, as rounds beside each other show it. */
export function withoutRows(view: ZoneView): ZoneView {
  if (view.state === 'awaited') return view;
  const { nextCursor: _, districts, ...whole } = view;
  return { ...whole, districts: districts.map(({ rows: _, ...district }) => district) };
}
