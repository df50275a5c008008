/**
 * A zone's numbers in the table: for each of its organizations one small item a round, and one with its headcount, all in one
 * partition and sorted by district. So a roll-up is one query, whatever it is made of, and a district's is a part of it.
 */
import * as z from 'zod/mini';
import type { OrganizationId, RoundId, ZoneId } from '../domain/ids.ts';
import type { OrganizationTotals } from '../domain/zone.ts';
import type { Table } from './client.ts';
import { type Key, zoneNumbersPartition } from './keys.ts';
import { type Item, queryAll, startingWith } from './reading.ts';
import { organizationId } from './schema.ts';
import { countsIn } from './statistics.ts';

/** Where an organization stands in its zone. */
export interface Placement {
  readonly zone: ZoneId;
  readonly district: string;
  readonly name: string;
}

/** The item of an organization's round in its zone's numbers. */
export function zoneStatisticsKey(
  { zone, district }: Placement,
  organization: OrganizationId,
  round: RoundId,
): Key {
  return { pk: zoneNumbersPartition(zone), sk: `${statisticsPrefix(round)}${district}#${organization}` };
}

/** The item of an organization's headcount in its zone's numbers. */
export function zoneHeadcountKey({ zone, district }: Placement, organization: OrganizationId): Key {
  return { pk: zoneNumbersPartition(zone), sk: `${HEADCOUNT}${district}#${organization}` };
}

const HEADCOUNT = 'HEADCOUNT#';
const statisticsPrefix = (round: RoundId): string => `STATS#${round}#`;

const placed = { organization: organizationId, name: z.string(), district: z.string() };
const statisticsItem = z.object({ ...placed, participants: z._default(z.number(), 0) });
const headcountItem = z.object({ ...placed, headcount: z._default(z.number(), 0) });

export function zoneRepository(table: Table) {
  /** The items below a prefix, of all districts or of some. */
  async function* below(
    zone: ZoneId,
    prefix: string,
    districts: 'all' | readonly string[],
  ): AsyncGenerator<Item, void, undefined> {
    const prefixes = districts === 'all' ? [prefix] : districts.map(district => `${prefix}${district}#`);
    for (const one of prefixes) yield* queryAll(table, startingWith(zoneNumbersPartition(zone), one));
  }

  return {
    /** What every organization of the zone, or of some of its districts, has come to in a round; all zeros where it did nothing. */
    async totals(
      zone: ZoneId,
      round: RoundId,
      districts: 'all' | readonly string[],
    ): Promise<OrganizationTotals[]> {
      const found = new Map<OrganizationId, OrganizationTotals>();
      for await (const item of below(zone, HEADCOUNT, districts)) {
        const { headcount, ...place } = headcountItem.parse(item);
        found.set(place.organization, { ...place, headcount, counts: new Map(), participants: 0 });
      }
      for await (const item of below(zone, statisticsPrefix(round), districts)) {
        const { participants, ...place } = statisticsItem.parse(item);
        const { headcount = 0 } = found.get(place.organization) ?? {};
        found.set(place.organization, { ...place, headcount, counts: countsIn(item), participants });
      }
      return [...found.values()];
    },
  };
}
