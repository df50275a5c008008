/**
 * Supports (附议) in the table: one item for each member and idea, so that backing twice is backing once. How many there are
 * is a projection that follows the stream.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { IdeaId, MemberId, OrganizationId } from '../domain/ids.ts';
import type { Table } from './client.ts';
import { supportKey } from './keys.ts';

export type SupportRepository = ReturnType<typeof supportRepository>;

export function supportRepository(table: Table) {
  const { client, name } = table;
  return {
    /** Backs an idea with a single conditional put; a second time changes nothing. */
    async add(organization: OrganizationId, idea: IdeaId, member: MemberId): Promise<void> {
      const item = { ...supportKey(organization, idea, member), type: 'support', organization, ideaId: idea };
      try {
        await client.send(
          new PutCommand({ TableName: name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    /** Takes the backing back; where there is none, nothing changes. */
    async remove(organization: OrganizationId, idea: IdeaId, member: MemberId): Promise<void> {
      await client.send(new DeleteCommand({ TableName: name, Key: supportKey(organization, idea, member) }));
    },
  };
}
