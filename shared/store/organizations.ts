/**
 * Organizations in the table: one profile item each, with calendar, rules, departments and
 * categories.
 */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { OrganizationId } from '../domain/kernel/ids.ts';
import type { Member, Organization } from '../domain/organization/organization.ts';
import type { Table } from './client.ts';
import { profileKey } from './keys.ts';
import { getAll, type Item } from './query.ts';
import { organizationItem } from './schema.ts';
import type { Action } from './transaction.ts';

export function organizationRepository(table: Table) {
  const { client, name } = table;

  async function get(id: OrganizationId, consistent = true): Promise<Organization | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: profileKey(id), ConsistentRead: consistent }),
    );
    return Item && organizationItem.read(Item);
  }

  return {
    get,

    /**
     * The organization of a member who was found in its list. It exists, because the founding
     * stores both at once. Read consistently by default; for showing only, a moment old is enough.
     */
    async ofMember(
      { organization: id }: Pick<Member, 'organization'>,
      consistent = true,
    ): Promise<Organization> {
      const organization = await get(id, consistent);
      if (!organization) throw new Error(`no organization ${id}, which has members`);
      return organization;
    },

    async getAll(ids: readonly OrganizationId[]): Promise<Organization[]> {
      return (await getAll(table, ids.map(profileKey), false)).map(item =>
        organizationItem.read(item),
      );
    },
  };
}

/** The action that creates an organization, on condition that its id is free. */
export function founding({ name }: Table, organization: Organization): Action {
  return {
    Put: {
      TableName: name,
      Item: organizationToItem(organization),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

export function organizationToItem(organization: Organization): Item {
  return organizationItem.write(profileKey(organization.id), organization);
}
