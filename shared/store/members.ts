/**
 * Members of organizations and zones in the table. A person is found by the subject of their token; what they may do stands
 * on the item that is found.
 */
import {
  BatchWriteCommand,
  type BatchWriteCommandOutput,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import type { MemberId, OrganizationId, Subject } from '../domain/ids.ts';
import type { Member, ZoneMember } from '../domain/organization.ts';
import type { Table } from './client.ts';
import { MEMBER_PREFIX, memberKey, organizationPartition, zoneMemberKey } from './keys.ts';
import { getAll, type Item, queryAll, startingWith } from './reading.ts';
import { memberItem, zoneMemberItem } from './schema.ts';
import { INDEXES } from './table.ts';
import { pause } from './transaction.ts';

/** How many items DynamoDB takes in one batch of writes. */
const BATCH = 25;

type Writes = NonNullable<BatchWriteCommandOutput['UnprocessedItems']>[string];

export type MemberRepository = ReturnType<typeof memberRepository>;

export function memberRepository(table: Table) {
  const { client, name } = table;
  const bySubject = { IndexName: INDEXES.membersBySubject.name };
  return {
    /** The person's membership in one organization, if they have one. */
    async find(subject: Subject, organization: OrganizationId): Promise<Member | undefined> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          ...bySubject,
          KeyConditionExpression: 'subject = :subject AND belongsTo = :kind AND tenant = :tenant',
          ExpressionAttributeValues: {
            ':subject': subject,
            ':kind': 'organization',
            ':tenant': organization,
          },
          Limit: 1,
        }),
      );
      const [item] = Items;
      return item && memberItem.parse(item);
    },

    /** All that a person is a member of. */
    async findAll(subject: Subject): Promise<{ organizations: Member[]; zones: ZoneMember[] }> {
      const organizations: Member[] = [];
      const zones: ZoneMember[] = [];
      const items = queryAll(table, {
        ...bySubject,
        KeyConditionExpression: 'subject = :subject',
        ExpressionAttributeValues: { ':subject': subject },
      });
      for await (const item of items)
        if (item.belongsTo === 'zone') zones.push(zoneMemberItem.parse(item));
        else organizations.push(memberItem.parse(item));
      return { organizations, zones };
    },

    /** Those of the given numbers that are on the organization's list. */
    async known(organization: OrganizationId, ids: readonly MemberId[]): Promise<Map<MemberId, Member>> {
      const keys = [...new Set(ids)].map(id => memberKey(organization, id));
      const members = (await getAll(table, keys)).map(item => memberItem.parse(item));
      return new Map(members.map(member => [member.id, member]));
    },

    /** The whole list, read consistently. */
    async *all(organization: OrganizationId): AsyncGenerator<Member, void, undefined> {
      const items = queryAll(table, {
        ...startingWith(organizationPartition(organization), MEMBER_PREFIX),
        ConsistentRead: true,
      });
      for await (const item of items) yield memberItem.parse(item);
    },

    async put(member: Member): Promise<void> {
      await client.send(new PutCommand({ TableName: name, Item: memberToItem(member) }));
    },

    /** Puts a whole list, in batches; each member is written by itself, so a list that was broken off can be put again. */
    async putAll(members: readonly Member[]): Promise<void> {
      for (let start = 0; start < members.length; start += BATCH) {
        let rest: Writes | undefined = members
          .slice(start, start + BATCH)
          .map(member => ({ PutRequest: { Item: memberToItem(member) } }));
        for (let attempt = 1; rest && rest.length > 0; attempt += 1) {
          const reply: BatchWriteCommandOutput = await client.send(
            new BatchWriteCommand({ RequestItems: { [name]: rest } }),
          );
          rest = reply.UnprocessedItems?.[name];
          if (rest && rest.length > 0) await pause(attempt);
        }
      }
    },

    async putInZone(member: ZoneMember): Promise<void> {
      const { zone, id } = member;
      const found = { type: 'zone-member', belongsTo: 'zone', tenant: zone };
      await client.send(
        new PutCommand({ TableName: name, Item: { ...zoneMemberKey(zone, id), ...found, ...member } }),
      );
    },
  };
}

function memberToItem(member: Member): Item {
  const { organization, id } = member;
  return {
    ...memberKey(organization, id),
    type: 'member',
    belongsTo: 'organization',
    tenant: organization,
    ...member,
  };
}
