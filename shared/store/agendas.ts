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
import { ideaId, organizationId, roundId } from './schema.ts';
import { andUnlessNewer, storedItem } from './stored-item.ts';
import { unlessNewer } from './transaction.ts';

export const agendaItem = storedItem<{ readonly order: readonly IdeaId[] }>()({
  type: 'agenda',
  beside: { organization: organizationId, round: roundId },
  shape: z.strictObject({ order: z.array(ideaId) }),
});

/** Who changes the order meets others only as they open the round or number a late-comer, each of which happens once. */
const ATTEMPTS = 5;

export function agendaRepository({ client, name }: Table) {
  const itemOf = (organization: OrganizationId, round: RoundId, order: readonly IdeaId[]) => ({
    TableName: name,
    Item: agendaItem.write(agendaKey(organization, round), { order }, { organization, round }),
  });

  /** The order as it was set; empty if it was not. */
  async function order(organization: OrganizationId, round: RoundId): Promise<readonly IdeaId[]> {
    const Key = agendaKey(organization, round);
    const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
    return Item ? agendaItem.read(Item).order : [];
  }

  /** Sets the order, if it still is the one that was read; says whether it was. */
  async function replace(
    organization: OrganizationId,
    round: RoundId,
    before: readonly IdeaId[],
    after: readonly IdeaId[],
  ): Promise<boolean> {
    try {
      await client.send(
        new PutCommand({
          ...itemOf(organization, round, after),
          ...andUnlessNewer(agendaItem, {
            ConditionExpression: 'attribute_not_exists(pk) OR #order = :before',
            ExpressionAttributeNames: { '#order': 'order' },
            ExpressionAttributeValues: { ':before': before },
          }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  return {
    order,

    /** Sets the order, in place of the one before, whatever that was: of two who arrange at once the later is heard. */
    async arrange(organization: OrganizationId, round: RoundId, after: readonly IdeaId[]): Promise<void> {
      const input = { ...itemOf(organization, round, after), ...agendaItem.unlessNewer };
      await unlessNewer(agendaItem, client.send(new PutCommand(input)));
    },

    /**
     * Changes the order to what the given function makes of it, which is asked again where somebody else has changed it in between.
     * Answers with the order as it then is; writes nothing where nothing changes.
     */
    async change(
      organization: OrganizationId,
      round: RoundId,
      next: (before: readonly IdeaId[]) => readonly IdeaId[],
    ): Promise<readonly IdeaId[]> {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const before = await order(organization, round);
        const after = next(before);
        if (isSame(before, after) || (await replace(organization, round, before, after))) return after;
      }
      throw new Error('an agenda kept changing underneath');
    },
  };
}

function isSame(one: readonly IdeaId[], other: readonly IdeaId[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}
