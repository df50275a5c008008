/**
 * A zone's people in the table: an item each, found like members by the subject of their token.
 * Their acts leave no record, so a dismissed person is deleted.
 */
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MemberId, ZoneId } from '../domain/kernel/ids.ts';
import type { ZoneMember } from '../domain/organization/organization.ts';
import type { Table } from './client.ts';
import { MEMBER_PREFIX, zoneMemberKey, zoneMembership, zonePartition } from './keys.ts';
import { queryAll, startingWith } from './query.ts';
import { zoneMemberItem } from './schema.ts';
import { unlessNewer } from './transaction.ts';

export function zonePeopleRepository(table: Table) {
  const { client, name } = table;
  return {
    /** All of a zone's people by number, read consistently. */
    async all(zone: ZoneId): Promise<ZoneMember[]> {
      const people: ZoneMember[] = [];
      const query = startingWith(zonePartition(zone), MEMBER_PREFIX);
      for await (const item of queryAll(table, { ...query, ConsistentRead: true }))
        people.push(zoneMemberItem.read(item));
      return people;
    },

    async put(person: ZoneMember): Promise<void> {
      const { zone, id } = person;
      const Item = zoneMemberItem.write(zoneMemberKey(zone, id), person, zoneMembership(zone));
      await unlessNewer(
        zoneMemberItem,
        client.send(new PutCommand({ TableName: name, Item, ...zoneMemberItem.unlessNewer })),
      );
    },

    async remove(zone: ZoneId, id: MemberId): Promise<void> {
      await client.send(new DeleteCommand({ TableName: name, Key: zoneMemberKey(zone, id) }));
    },
  };
}
