/**
 * What the table holds of one member besides their ideas: audit entries about them, and their
 * comments, supports and open votes. No index leads from a member to these, so whole partitions are
 * read, and DynamoDB leaves out what is of others. Secret votes have no voter, and are not found.
 */
import type { OpenVote } from '../domain/idea/ballot.ts';
import type { Comment } from '../domain/idea/comment.ts';
import type { IdeaId, MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import type { AuditEntry } from '../domain/organization/audit.ts';
import { auditItem } from './audit.ts';
import type { Table } from './client.ts';
import { commentItem } from './comments.ts';
import { AUDIT_PREFIX, ideaPartition, organizationPartition } from './keys.ts';
import { queryAll, startingWith } from './query.ts';
import { voteItem } from './schema.ts';

/** A member's traces beside an idea. */
export interface Traces {
  readonly comments: readonly Comment[];
  readonly votes: readonly OpenVote[];
  readonly supports: boolean;
}

export function memberTraces(table: Table) {
  return {
    /** The trail's entries about a member, oldest first: half a read unit for each 4 KB of it. */
    async entriesAbout(organization: OrganizationId, member: MemberId): Promise<AuditEntry[]> {
      const query = startingWith(organizationPartition(organization), AUDIT_PREFIX);
      const items = queryAll(table, {
        ...query,
        FilterExpression: 'topic.#member = :member',
        ExpressionAttributeNames: { '#member': 'member' },
        ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ':member': member },
      });
      return Array.fromAsync(items, item => auditItem.read(item));
    },

    /** A member's traces beside one idea: half a read unit, or for each 8 KB of its partition. */
    async besideIdea(
      organization: OrganizationId,
      idea: IdeaId,
      member: MemberId,
    ): Promise<Traces> {
      const items = queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'writer = :member OR voter = :member OR #member = :member',
        ExpressionAttributeNames: { '#member': 'member' },
        ExpressionAttributeValues: { ':pk': ideaPartition(organization, idea), ':member': member },
      });
      const [comments, votes]: [Comment[], OpenVote[]] = [[], []];
      let supports = false;
      for await (const item of items)
        if (item.type === commentItem.type) comments.push(commentItem.read(item));
        else if (item.type === voteItem.type) {
          const vote = voteItem.read(item);
          if (vote.ballot === 'open') votes.push(vote);
        } else supports = true;
      return { comments, votes, supports };
    },
  };
}
