/**
 * Members of organizations and zones in the table. A person is found by the subject of their token;
 * the found item has their rights.
 */
import { GetCommand, QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type {
  Department,
  MemberId,
  OrganizationId,
  Subject,
  ZoneId,
} from '../domain/kernel/ids.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import {
  type AmbiguousNumber,
  isSameNumber,
  likelyNumbers,
  listedNumbers,
} from '../domain/organization/employee-number.ts';
import {
  isErased,
  type ListedMember,
  type Member,
  type Role,
  type ZoneMember,
} from '../domain/organization/organization.ts';
import type { Table } from './client.ts';
import type { DirectoryRepository } from './directory.ts';
import {
  MEMBER_PREFIX,
  memberIn,
  memberKey,
  organizationMembership,
  organizationPartition,
  zoneMembership,
} from './keys.ts';
import { getAll, type Item, type Page, queryAll, startingWith } from './query.ts';
import { memberItem, zoneMemberItem } from './schema.ts';
import { INDEXES } from './table.ts';

/**
 * A page with a filter reads at most this number of members; it may then be short, with a cursor.
 */
const MOST_READ = 400;

export interface MemberFilter {
  readonly department?: Department;
  readonly role?: Role;
  readonly active?: boolean;
}

const keyIn = z.object({ sk: z.string() });

export type MemberRepository = ReturnType<typeof memberRepository>;

export function memberRepository(table: Table) {
  const { client, name } = table;
  const bySubject = { IndexName: INDEXES.membersBySubject.name };

  /** The member of exactly this number, active or not, as of now. */
  async function get(
    organization: OrganizationId,
    id: MemberId,
  ): Promise<ListedMember | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: memberKey(organization, id), ConsistentRead: true }),
    );
    return Item && memberItem.read(Item);
  }

  /**
   * The whole list by number, or the part after a number, including former and erased members;
   * read consistently.
   */
  async function* all(
    organization: OrganizationId,
    after?: MemberId,
  ): AsyncGenerator<ListedMember, void, undefined> {
    const items = queryAll(table, {
      ...startingWith(organizationPartition(organization), MEMBER_PREFIX),
      ConsistentRead: true,
      ...(after && { ExclusiveStartKey: memberKey(organization, after) }),
    });
    for await (const item of items) yield memberItem.read(item);
  }

  /** Writes an initial list of members, see `member-list.ts`. */
  async function putAll(members: readonly Member[]): Promise<void> {
    await (await import('./member-list.ts')).putMembers(table, members);
  }

  let loaded: Promise<DirectoryRepository> | undefined;
  /** Loaded with the first answer that shows people: most functions start without. */
  function directory(): Promise<DirectoryRepository> {
    loaded ??= import('./directory.ts').then(module => module.directoryRepository(table));
    return loaded;
  }

  return {
    get,
    all,

    /** The people of numbers, see `directory.ts`. */
    async people(organization: OrganizationId, ids: readonly MemberId[]) {
      return (await directory()).people(organization, ids);
    },

    /** The directory, see `directory.ts`. */
    async directory(organization: OrganizationId, versions: readonly string[]) {
      return (await directory()).list(organization, versions);
    },

    /** The person's membership in one organization, if they have one. */
    async find(subject: Subject, organization: OrganizationId): Promise<Member | undefined> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          ...bySubject,
          ...belonging(subject, organizationMembership(organization)),
          Limit: 1,
        }),
      );
      const [item] = Items;
      return item && presentIn(item);
    },

    /** The person's place in a zone, if they have one. */
    async findInZone(subject: Subject, zone: ZoneId): Promise<ZoneMember | undefined> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          ...bySubject,
          ...belonging(subject, zoneMembership(zone)),
          Limit: 1,
        }),
      );
      const [item] = Items;
      return item && zoneMemberItem.read(item);
    },

    /** All memberships of a person. */
    async findAll(subject: Subject): Promise<{ organizations: Member[]; zones: ZoneMember[] }> {
      const organizations: Member[] = [];
      const zones: ZoneMember[] = [];
      const items = queryAll(table, {
        ...bySubject,
        KeyConditionExpression: 'subject = :subject',
        ExpressionAttributeValues: { ':subject': subject },
      });
      for await (const item of items)
        if (item.belongsTo === 'zone') zones.push(zoneMemberItem.read(item));
        else organizations.push(presentIn(item));
      return { organizations, zones };
    },

    /**
     * The active members of the given numbers, in any case; nothing for an unknown number. It looks
     * up the most likely spellings; it reads the list only if a member is not found.
     */
    async known(
      organization: OrganizationId,
      ids: readonly MemberId[],
    ): Promise<Map<MemberId, Member[]>> {
      const asked = [...new Set(ids)];
      const likely = new Set(asked.flatMap(likelyNumbers));
      const keys = [...likely].map(id => memberKey(organization, id));
      const near = (await getAll(table, keys)).map(item => memberItem.read(item));
      const isAmong = (members: readonly ListedMember[], id: MemberId): boolean =>
        members.some(member => isSameNumber(member.id, id));
      const listed = asked.every(id => isAmong(near, id))
        ? near
        : await Array.fromAsync(all(organization));
      const active = listed.flatMap(member => (member.active ? [member] : []));
      return new Map(
        asked
          .map((id): [MemberId, Member[]] => [
            id,
            active.filter(member => isSameNumber(member.id, id)),
          ])
          .filter(([, members]) => members.length > 0),
      );
    },

    /** The member of a number in the list's spelling, active or not; refuses `ambiguous-number`. */
    async listed(
      organization: OrganizationId,
      id: MemberId,
    ): Promise<Result<MemberId, AmbiguousNumber>> {
      if (await get(organization, id)) return ok(id);
      return listedNumbers(await Array.fromAsync(all(organization)))(id);
    },

    /**
     * A part of the list by number, read consistently. With a filter it reads a limited number of
     * members, and may then be short although the list continues.
     */
    async page(
      organization: OrganizationId,
      filter: MemberFilter,
      { cursor, limit }: { readonly cursor?: MemberId; readonly limit: number },
    ): Promise<Page<ListedMember, MemberId>> {
      const found: ListedMember[] = [];
      let last: Item | undefined = cursor && memberKey(organization, cursor);
      let read = 0;
      do {
        const reply: QueryCommandOutput = await client.send(
          new QueryCommand({
            TableName: name,
            ...listing(organization, filter),
            ConsistentRead: true,
            // One more than requested shows whether the list continues.
            Limit: limit + 1,
            ...(last && { ExclusiveStartKey: last }),
          }),
        );
        found.push(...(reply.Items ?? []).map(item => memberItem.read(item)));
        read += reply.ScannedCount ?? 0;
        last = reply.LastEvaluatedKey;
      } while (last && found.length <= limit && read < MOST_READ);
      const items = found.slice(0, limit);
      const end = found.length > limit ? items.at(-1)?.id : last && memberIn(keyIn.parse(last));
      return { items, ...(end && { nextCursor: end }) };
    },

    put: (member: Member): Promise<void> => putAll([member]),
    putAll,
  };
}

/** The member of an account. An erased one has none, and so is found by none. */
function presentIn(item: Item): Member {
  const member = memberItem.read(item);
  if (isErased(member)) throw new Error('an erased member with an account');
  return member;
}

/** The query for the members of an organization that pass a filter. */
function listing(organization: OrganizationId, { department, role, active }: MemberFilter) {
  const { KeyConditionExpression, ExpressionAttributeValues } = startingWith(
    organizationPartition(organization),
    MEMBER_PREFIX,
  );
  const conditions = [
    ...(department === undefined ? [] : ['department = :department']),
    ...(role === undefined ? [] : ['contains(#roles, :role)']),
    ...(active === undefined ? [] : ['active = :active']),
  ];
  return {
    KeyConditionExpression,
    ...(conditions.length > 0 && { FilterExpression: conditions.join(' AND ') }),
    ...(role !== undefined && { ExpressionAttributeNames: { '#roles': 'roles' } }),
    ExpressionAttributeValues: {
      ...ExpressionAttributeValues,
      ...(department !== undefined && { ':department': department }),
      ...(role !== undefined && { ':role': role }),
      ...(active !== undefined && { ':active': active }),
    },
  };
}

/** The query for a person's one membership. */
function belonging(
  subject: Subject,
  { belongsTo, tenant }: { readonly belongsTo: string; readonly tenant: string },
) {
  return {
    KeyConditionExpression: 'subject = :subject AND belongsTo = :kind AND tenant = :tenant',
    ExpressionAttributeValues: { ':subject': subject, ':kind': belongsTo, ':tenant': tenant },
  };
}
