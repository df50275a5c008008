/**
 * Supports (附议) in the table: one item for each member and idea, so that supporting twice counts
 * once. Their number is a projection that follows the stream. When an idea is merged, its target
 * gets a copy of each of its supports, marked with its origin; a member who supports both counts
 * once, and the copies are removed when the merger is undone.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { IdeaId, MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import type { Table } from './client.ts';
import { ideaKey, ideaPartition, SUPPORT_PREFIX, supportKey } from './keys.ts';
import { type Item, queryAll, startingWith } from './query.ts';
import { ideaId, memberId, organizationId } from './schema.ts';
import { storedItem } from './stored-item.ts';
import { writeTogether } from './transaction.ts';

interface Support {
  readonly member: MemberId;
  /** The idea that was merged into this one, from which the support was copied. */
  readonly via?: IdeaId;
}

export const supportItem = storedItem<Support>()({
  type: 'support',
  beside: { organization: organizationId, ideaId },
  shape: () => z.strictObject({ member: memberId, via: z.exactOptional(ideaId) }),
});

export type SupportRepository = ReturnType<typeof supportRepository>;

export function supportRepository(table: Table) {
  const { client, name } = table;

  /**
   * The supporters of an idea, as of now, and the other idea through which they support it, if not
   * by themselves.
   */
  async function backersOf(
    organization: OrganizationId,
    idea: IdeaId,
  ): Promise<Map<MemberId, IdeaId | undefined>> {
    const query = startingWith(ideaPartition(organization, idea), SUPPORT_PREFIX);
    const backers = new Map<MemberId, IdeaId | undefined>();
    for await (const item of queryAll(table, { ...query, ConsistentRead: true })) {
      const { member, via } = supportItem.read(item);
      backers.set(member, via);
    }
    return backers;
  }

  /**
   * Gives `target` a copy of a member's support of `source`, unless they support it already. Only
   * while the one is merged into the other and the support exists; a request that ends either of
   * these removes the copy afterwards.
   */
  async function copy(
    organization: OrganizationId,
    member: MemberId,
    source: IdeaId,
    target: IdeaId,
  ): Promise<void> {
    await writeTogether(table, [
      {
        Put: {
          TableName: name,
          Item: toItem(organization, target, { member, via: source }),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      {
        ConditionCheck: {
          TableName: name,
          Key: supportKey(organization, source, member),
          ConditionExpression: 'attribute_exists(pk)',
        },
      },
      {
        ConditionCheck: {
          TableName: name,
          Key: ideaKey(organization, source),
          ConditionExpression: '#status = :merged AND #into = :target',
          ExpressionAttributeNames: { '#status': 'status', '#into': 'into' },
          ExpressionAttributeValues: { ':merged': 'merged', ':target': target },
        },
      },
    ]);
  }

  return {
    copy,

    /** Supports an idea with a single conditional put; a second time changes nothing. */
    async add(organization: OrganizationId, idea: IdeaId, member: MemberId): Promise<void> {
      const Item = toItem(organization, idea, { member });
      await unlessRefused(
        client.send(
          new PutCommand({
            TableName: name,
            Item,
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
    },

    /** Withdraws the support; without one, nothing changes. */
    async remove(organization: OrganizationId, idea: IdeaId, member: MemberId): Promise<void> {
      await client.send(
        new DeleteCommand({ TableName: name, Key: supportKey(organization, idea, member) }),
      );
    },

    /**
     * Makes the supports of `target` consistent after `source` was merged into it or unmerged, with
     * all ideas that are `merged` into it now: copies of `source` are removed if their original is
     * gone, and every supporter of one of the others has one. May be repeated.
     */
    async follow(
      organization: OrganizationId,
      source: IdeaId,
      target: IdeaId,
      merged: readonly IdeaId[],
    ): Promise<void> {
      const backers = await backersOf(organization, target);
      const given = new Map<IdeaId, Iterable<MemberId>>();
      for (const one of merged) given.set(one, [...(await backersOf(organization, one)).keys()]);
      const still = new Set(given.get(source));
      for (const [member, via] of backers)
        if (via === source && !still.has(member)) {
          await unlessRefused(
            client.send(
              new DeleteCommand({
                TableName: name,
                Key: supportKey(organization, target, member),
                ConditionExpression: 'via = :source',
                ExpressionAttributeValues: { ':source': source },
              }),
            ),
          );
          backers.delete(member);
        }
      for (const [one, members] of given)
        for (const member of members)
          if (!backers.has(member)) {
            await copy(organization, member, one, target);
            backers.set(member, one);
          }
    },
  };
}

function toItem(organization: OrganizationId, idea: IdeaId, support: Support): Item {
  return supportItem.write(supportKey(organization, idea, support.member), support, {
    organization,
    ideaId: idea,
  });
}

/** A failed condition means that it is done already. */
async function unlessRefused(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
