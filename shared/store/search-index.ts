/**
 * What is searched, as a function keeps it. The texts of a round are read again only when the
 * round's version is another, so a search mostly costs one small query. What is kept is limited, so
 * a function that serves many organizations does not keep all their texts.
 */
import * as z from 'zod/mini';
import type { OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import type { Table } from './client.ts';
import { eachConcurrently } from './concurrency.ts';
import {
  roundOfSearchVersion,
  SEARCH_VERSION_PREFIX,
  searchPartition,
  searchRoundPrefix,
} from './keys.ts';
import { queryAll, startingWith } from './query.ts';
import {
  type SearchEntry,
  searchSegmentItem,
  searchVersionItem,
  unpacked,
} from './search-items.ts';

/** The texts of a round in one version. */
export interface SearchedRound {
  readonly round: RoundId;
  readonly version: string;
  readonly entries: readonly SearchEntry[];
}

/**
 * The most characters that a function keeps, of all organizations together: some 200 MB, and up to
 * 500 MB of what is made of them.
 */
const MOST_KEPT = 60_000_000;
/** Rounds read at once. */
const AT_ONCE = 8;

const keyOf = z.object({ sk: z.string() });

/** What is made of a round's texts, once for as long as the round is kept. */
export function perRound<Made>(
  make: (round: SearchedRound) => Made,
): (round: SearchedRound) => Made {
  const known = new WeakMap<SearchedRound, Made>();
  return round => {
    const made = known.get(round) ?? make(round);
    known.set(round, made);
    return made;
  };
}

export function searchIndex(table: Table, mostKept = MOST_KEPT) {
  /** The least recently asked organization first. */
  const kept = new Map<OrganizationId, ReadonlyMap<RoundId, SearchedRound>>();
  const sizes = new WeakMap<SearchedRound, number>();

  async function versionsOf(
    organization: OrganizationId,
    ConsistentRead: boolean,
  ): Promise<Map<RoundId, string>> {
    const items = queryAll(table, {
      ...startingWith(searchPartition(organization), SEARCH_VERSION_PREFIX),
      ConsistentRead,
    });
    const versions = new Map<RoundId, string>();
    for await (const item of items)
      versions.set(roundOfSearchVersion(keyOf.parse(item)), searchVersionItem.read(item).version);
    return versions;
  }

  /** Consistent: what is kept must not be older than its version. */
  async function entriesOf(organization: OrganizationId, round: RoundId): Promise<SearchEntry[]> {
    const items = queryAll(table, {
      ...startingWith(searchPartition(organization), searchRoundPrefix(round)),
      ConsistentRead: true,
    });
    const entries = new Map<string, SearchEntry>();
    for await (const item of items)
      for (const entry of unpacked(searchSegmentItem.read(item).entries))
        entries.set(entry.id, entry);
    return [...entries.values()];
  }

  function keep(organization: OrganizationId, rounds: ReadonlyMap<RoundId, SearchedRound>): void {
    kept.delete(organization);
    kept.set(organization, rounds);
    const sizeOf = (all: ReadonlyMap<RoundId, SearchedRound>): number =>
      [...all.values()].reduce((sum, round) => sum + (sizes.get(round) ?? 0), 0);
    let size = [...kept.values()].reduce((sum, all) => sum + sizeOf(all), 0);
    for (const [oldest, all] of kept) {
      if (size <= mostKept || oldest === organization) return;
      kept.delete(oldest);
      size -= sizeOf(all);
    }
  }

  return {
    entriesOf,
    versionsOf,

    /** All rounds of an organization, the newest first, not older than some moments. */
    async of(organization: OrganizationId): Promise<SearchedRound[]> {
      const known = kept.get(organization);
      const rounds = new Map<RoundId, SearchedRound>();
      const changed: { readonly round: RoundId; readonly version: string }[] = [];
      for (const [round, version] of await versionsOf(organization, false)) {
        const found = known?.get(round);
        if (found?.version === version) rounds.set(round, found);
        else changed.push({ round, version });
      }
      await eachConcurrently(changed, AT_ONCE, async ({ round, version }) => {
        const entries = await entriesOf(organization, round);
        const read = { round, version, entries };
        sizes.set(
          read,
          entries.reduce(
            (sum, { title, problem, proposal }) =>
              sum + title.length + problem.length + proposal.length,
            0,
          ),
        );
        rounds.set(round, read);
      });
      keep(organization, rounds);
      return [...rounds.values()].sort((one, other) => (one.round < other.round ? 1 : -1));
    },
  };
}
