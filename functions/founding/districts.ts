/**
 * The districts of a zone are those that its organizations name; there is no list of them. A typing
 * error would therefore make another district, so the founding command reports which names are new.
 */
import { roundAfter, roundsFrom, type ZoneId } from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { DEFAULT_CALENDAR, roundOf } from '../../shared/domain/organization/calendar.ts';
import type { Table } from '../../shared/store/client.ts';
import { zoneRepository } from '../../shared/store/zones.ts';

/** The names that no organization of the zone has now, each once. */
export async function newDistricts(
  table: Table,
  zone: ZoneId,
  names: readonly string[],
  now: Instant,
): Promise<string[]> {
  if (names.length === 0) return [];
  // In every organization's calendar, one of these rounds is the one that collects, and its zone
  // expects it.
  const current = roundOf(now, DEFAULT_CALENDAR);
  const rounds = roundsFrom(roundAfter(current, -1), roundAfter(current));
  const known = await Promise.all(rounds.map(round => zoneRepository(table).round(zone, round)));
  const districts = new Set(
    known
      .flatMap(({ published, awaited }) => [...published, ...awaited])
      .map(({ district }) => district),
  );
  return [...new Set(names)].filter(name => !districts.has(name));
}
