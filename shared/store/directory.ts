/**
 * The directories of organizations in the table. A function keeps what it has read of each under
 * its version: as long as that is the current one, an answer costs one small read. What is kept is
 * limited, so a function that serves thousands of organizations does not keep all their names.
 */
import type { MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import { type Person, personOf } from '../domain/organization/directory.ts';
import type { Table } from './client.ts';
import { directoryVersion } from './directory-version.ts';
import { MEMBER_PREFIX, memberKey, organizationPartition } from './keys.ts';
import { getAll, type Item, queryAll, queryBetween, startingWith } from './query.ts';
import { AGAIN, retry } from './retry.ts';
import { memberItem } from './schema.ts';
import { SORT_KEY } from './table.ts';

/** An active member, as listed in the directory. */
interface Listed extends Person {
  readonly id: MemberId;
}

export interface DirectoryList {
  /** Undefined if the list may change unseen: then nobody may keep it. */
  readonly version: string | undefined;
  /** By number. Undefined if the asker has this version already. */
  readonly members: readonly Listed[] | undefined;
}

/** What is known of an organization's people in one version. */
interface Known {
  readonly version: string | undefined;
  /** By number; undefined for a number that is nobody's. */
  readonly people: Map<MemberId, Person | undefined>;
  /** Whether everybody is there, in the order of numbers. */
  readonly complete: boolean;
}

/** The most people that a function keeps, of all organizations together. */
const MOST_KEPT = 50_000;
/**
 * From so many unknown numbers on, the range between them is read first. A read unit has one member
 * by key, and about 18 in a range, who are then known too.
 */
const MANY = 8;
/** A range has at most this number of members for each unknown number. */
const RANGE = 10;

export type DirectoryRepository = ReturnType<typeof directoryRepository>;

export function directoryRepository(table: Table, mostKept = MOST_KEPT) {
  /** The least recently asked first. */
  const kept = new Map<OrganizationId, Known>();

  function knownOf(organization: OrganizationId, version: string | undefined): Known {
    const found = kept.get(organization);
    return version !== undefined && found?.version === version
      ? found
      : { version, people: new Map(), complete: false };
  }

  /** Keeps it as the latest, and drops the least recently asked beyond the limit. */
  function keep(organization: OrganizationId, known: Known): void {
    kept.delete(organization);
    if (known.version === undefined) return;
    kept.set(organization, known);
    let size = [...kept.values()].reduce((sum, { people }) => sum + people.size, 0);
    for (const [oldest, { people }] of kept) {
      if (size <= mostKept || oldest === organization) return;
      kept.delete(oldest);
      size -= people.size;
    }
  }

  /**
   * The members of numbers, and some of their neighbours. Consistent: whatever is kept must not be
   * older than its version. Newer it may be, for then the version is no longer the current one.
   */
  async function near(organization: OrganizationId, ids: readonly MemberId[]): Promise<Item[]> {
    const keys = ids.map(id => memberKey(organization, id));
    if (keys.length < MANY) return getAll(table, keys);
    const { items, rest } = await queryBetween(
      table,
      {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': organizationPartition(organization) },
        ConsistentRead: true,
      },
      SORT_KEY,
      keys.map(({ sk }) => sk),
      RANGE * keys.length,
    );
    const missed = keys.filter(({ sk }) => rest(sk));
    return [...items, ...(await getAll(table, missed))];
  }

  /**
   * Everybody. The version is compared before and after, so that no two lists ever have the same;
   * if it changes too often, the list has none.
   */
  async function everybody(
    organization: OrganizationId,
    first: string | undefined,
  ): Promise<Known> {
    let version = first;
    let people: Known['people'] = new Map();
    const read = await retry(async () => {
      const list = queryAll(table, {
        ...startingWith(organizationPartition(organization), MEMBER_PREFIX),
        ConsistentRead: true,
      });
      people = new Map();
      for await (const item of list) add(people, item);
      const before = version;
      version = await directoryVersion(table, organization);
      return before === version ? version : AGAIN;
    });
    return { version: read === AGAIN ? undefined : read, people, complete: true };
  }

  return {
    /** The people of numbers, active or not; none for a number that is nobody's. */
    async people(
      organization: OrganizationId,
      ids: readonly MemberId[],
    ): Promise<Map<MemberId, Person>> {
      const known = knownOf(organization, await directoryVersion(table, organization));
      const { people } = known;
      const unknown = known.complete ? [] : ids.filter(id => !people.has(id));
      if (unknown.length > 0) {
        for (const item of await near(organization, unknown)) add(people, item);
        for (const id of unknown) if (!people.has(id)) people.set(id, undefined);
      }
      keep(organization, known);
      return new Map(
        ids.flatMap(id => {
          const person = people.get(id);
          return person ? [[id, person] as const] : [];
        }),
      );
    },

    /** The active members; without their list if its version is among `versions`. */
    async list(organization: OrganizationId, versions: readonly string[]): Promise<DirectoryList> {
      const version = await directoryVersion(table, organization);
      if (version !== undefined && versions.includes(version))
        return { version, members: undefined };
      const found = knownOf(organization, version);
      const known = found.complete ? found : await everybody(organization, version);
      keep(organization, known);
      return { version: known.version, members: [...known.people].flatMap(listed) };
    },
  };
}

function add(people: Known['people'], item: Item): void {
  const member = memberItem.read(item);
  people.set(member.id, personOf(member));
}

function listed([id, person]: readonly [MemberId, Person | undefined]): Listed[] {
  return person && !person.left && !person.erased ? [{ id, ...person }] : [];
}
