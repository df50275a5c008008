/**
 * The order of a round's agenda in the table: one small item, so that arranging sixty ideas anew is one write and never
 * half-done. Where there is none, nobody has set an order yet.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { IdeaId, OrganizationId, RoundId } from '../domain/ids.ts';
import type { Table } from './client.ts';
import { agendaKey } from './keys.ts';
import { ideaId } from './schema.ts';

const agendaItem = z.object({ order: z.array(ideaId) });

export function agendaRepository({ client, name }: Table) {
  const itemOf = (organization: OrganizationId, round: RoundId, order: readonly IdeaId[]) => ({
    TableName: name,
    Item: { ...agendaKey(organization, round), type: 'agenda', organization, round, order },
  });

  return {
    /** The order as it was set; empty if it was not. */
    async order(organization: OrganizationId, round: RoundId): Promise<readonly IdeaId[]> {
      const Key = agendaKey(organization, round);
      const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
      return Item ? agendaItem.parse(Item).order : [];
    },

    /** Sets the order, in place of the one before. */
    async arrange(organization: OrganizationId, round: RoundId, order: readonly IdeaId[]): Promise<void> {
      await client.send(new PutCommand(itemOf(organization, round, order)));
    },

    /** Sets the order, if it still is the one that was read; says whether it was. */
    async rearrange(
      organization: OrganizationId,
      round: RoundId,
      before: readonly IdeaId[],
      order: readonly IdeaId[],
    ): Promise<boolean> {
      try {
        await client.send(
          new PutCommand({
            ...itemOf(organization, round, order),
            ConditionExpression: 'attribute_not_exists(pk) OR #order = :before',
            ExpressionAttributeNames: { '#order': 'order' },
            ExpressionAttributeValues: { ':before': before },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
