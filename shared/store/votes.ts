/**
 * Votes in the table: one item for each seat and idea. A vote is written in one transaction with
 * the condition that its ballot is open, so it either precedes a decision, which then reads it, or
 * is refused. Under the secret rule the item has neither the voter nor the time.
 */
import type { Vote } from '../domain/idea/ballot.ts';
import type { Idea } from '../domain/idea/idea.ts';
import type { IdeaId, OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import type { ChangedMeanwhile } from '../domain/kernel/refusal.ts';
import { err, ok, type Result } from '../domain/kernel/result.ts';
import type { Table } from './client.ts';
import { ideaKey, ideaPartition, voteKey, votePrefix } from './keys.ts';
import { queryAll, startingWith } from './query.ts';
import { voteItem } from './schema.ts';
import { NewerItem } from './stored-item.ts';
import { writeTogether } from './transaction.ts';

export type VoteRepository = ReturnType<typeof voteRepository>;

export function voteRepository(table: Table) {
  const { name } = table;
  return {
    /**
     * Stores a vote, replacing the seat's former one. The idea's author must still be the one that
     * was read: a corrected slip may have become the voter's own.
     */
    async cast(
      { organization, id, authorId }: Idea,
      vote: Vote,
    ): Promise<Result<Vote, ChangedMeanwhile>> {
      const result = await writeTogether(table, [
        {
          Put: {
            TableName: name,
            Item: voteItem.write(voteKey(organization, id, vote.round, vote.seat), vote, {
              organization,
              ideaId: id,
            }),
            ...voteItem.unlessNewer,
          },
        },
        {
          ConditionCheck: {
            TableName: name,
            Key: ideaKey(organization, id),
            ConditionExpression: `#status = :onAgenda AND agendaRound = :round AND ${authorId === undefined ? 'attribute_not_exists(authorId)' : 'authorId = :author'}`,
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: {
              ':onAgenda': 'on-agenda',
              ':round': vote.round,
              ...(authorId !== undefined && { ':author': authorId }),
            },
          },
        },
      ]);
      if (!result.done && result.failed.includes(0))
        throw new NewerItem(voteItem.type, voteItem.version);
      return result.done ? ok(vote) : err({ code: 'changed-meanwhile' });
    },

    /**
     * All votes of an idea's ballot in a round, read consistently: every decision is made from
     * these.
     */
    async of(organization: OrganizationId, idea: IdeaId, round: RoundId): Promise<Vote[]> {
      const votes: Vote[] = [];
      const items = queryAll(table, {
        ...startingWith(ideaPartition(organization, idea), votePrefix(round)),
        ConsistentRead: true,
      });
      for await (const item of items) votes.push(voteItem.read(item));
      return votes;
    },
  };
}
