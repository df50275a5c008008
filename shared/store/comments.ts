/**
 * Comments (评论) in the table, in their idea's partition and in the order of writing. Hiding or
 * showing one is one conditional write, which adds one entry to the trace that was read.
 *
 * A comment's key begins with its time, so that a page of the list is one query and a hidden
 * comment is hidden from the next read on; an index would lag. A repeated request comes at another
 * time, so its key alone would not find its comment. Therefore the same transaction writes a note
 * of the request beside the comment.
 */
import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Comment } from '../domain/idea/comment.ts';
import { base32 } from '../domain/kernel/base-32.ts';
import {
  type CommentId,
  commentIdOf,
  type IdeaId,
  isCommentId,
  type MemberId,
  type OrganizationId,
} from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { ChangedMeanwhile, NotFound } from '../domain/kernel/refusal.ts';
import { err, ok, type Result } from '../domain/kernel/result.ts';
import type { Table } from './client.ts';
import { COMMENT_PREFIX, commentKey, commentRequestKey, ideaPartition, type Key } from './keys.ts';
import { type Page, startingWith } from './query.ts';
import { branded, ideaId, instant, memberId, organizationId } from './schema.ts';
import { andUnlessNewer, storedItem } from './stored-item.ts';
import { writeTogether } from './transaction.ts';

/**
 * The identity of a request: its sender and key. The fingerprint shows whether the bodies are equal
 * too.
 */
export interface CommentRequest {
  readonly writer: MemberId;
  readonly key: string;
  readonly fingerprint: string;
}

/** The earlier result of a request. */
export interface EarlierComment {
  readonly comment: Comment;
  readonly sameRequest: boolean;
}

export type CommentRepository = ReturnType<typeof commentRepository>;

const DEFAULT_LIMIT = 50;

const commentId = branded(isCommentId);
const traced = { at: instant, by: memberId };

export const commentItem = storedItem<Comment>()({
  type: 'comment',
  beside: {},
  shape: () =>
    z.strictObject({
      id: commentId,
      organization: organizationId,
      ideaId,
      writer: memberId,
      text: z.string(),
      writtenAt: instant,
      trace: z.array(
        z.discriminatedUnion('act', [
          z.strictObject({ act: z.literal('hide'), ...traced, reason: z.string() }),
          z.strictObject({ act: z.literal('show'), ...traced }),
        ]),
      ),
    }),
});

export const commentRequestItem = storedItem<{
  readonly commentId: CommentId;
  readonly fingerprint: string;
}>()({
  type: 'comment-request',
  beside: {},
  shape: () => z.strictObject({ commentId, fingerprint: z.string() }),
});

export function commentRepository(table: Table) {
  const { client, name } = table;

  async function get(
    organization: OrganizationId,
    idea: IdeaId,
    id: CommentId,
  ): Promise<Comment | undefined> {
    const { Item } = await client.send(
      new GetCommand({
        TableName: name,
        Key: commentKey(organization, idea, id),
        ConsistentRead: true,
      }),
    );
    return Item && commentItem.read(Item);
  }

  /** The comment that a request has made before, if it has. */
  async function madeBy(
    organization: OrganizationId,
    idea: IdeaId,
    request: CommentRequest,
  ): Promise<EarlierComment | undefined> {
    const { Item } = await client.send(
      new GetCommand({
        TableName: name,
        Key: noteKey(organization, idea, request),
        ConsistentRead: true,
      }),
    );
    if (!Item) return undefined;
    const { commentId, fingerprint } = commentRequestItem.read(Item);
    const comment = await get(organization, idea, commentId);
    if (!comment) throw new Error('a note of a comment that is not there');
    return { comment, sameRequest: fingerprint === request.fingerprint };
  }

  return {
    get,
    madeBy,

    /**
     * Stores a new comment and the note of its request; returns the comment that the same request
     * has made before, if it has.
     */
    async create(comment: Comment, request: CommentRequest): Promise<EarlierComment | undefined> {
      const { organization, ideaId, id } = comment;
      const { fingerprint } = request;
      const note = commentRequestItem.write(noteKey(organization, ideaId, request), {
        commentId: id,
        fingerprint,
      });
      const item = commentItem.write(commentKey(organization, ideaId, id), comment);
      const isNew = { TableName: name, ConditionExpression: 'attribute_not_exists(pk)' };
      const result = await writeTogether(table, [
        { Put: { ...isNew, Item: note } },
        { Put: { ...isNew, Item: item } },
      ]);
      if (result.done) return undefined;
      const earlier = await madeBy(organization, ideaId, request);
      if (!earlier) throw new Error('a comment whose id is taken');
      return earlier;
    },

    /** Stores a hiding or a showing: one conditional write. */
    async save(
      before: Comment,
      after: Comment,
    ): Promise<Result<Comment, NotFound | ChangedMeanwhile>> {
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: commentItem.write(commentKey(after.organization, after.ideaId, after.id), after),
            // The trace only grows, so its length shows whether it is unchanged.
            ...andUnlessNewer(commentItem, {
              ConditionExpression: 'size(#trace) = :length',
              ExpressionAttributeNames: { '#trace': 'trace' },
              ExpressionAttributeValues: { ':length': before.trace.length },
            }),
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return ok(after);
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return err(
          error.Item ? { code: 'changed-meanwhile' } : { code: 'not-found', what: 'comment' },
        );
      }
    },

    /**
     * An idea's comments, oldest first, read consistently. DynamoDB ends its answer at 1 MB, which
     * a page of very long comments reaches: such a page is short and has a cursor.
     */
    async ofIdea(
      organization: OrganizationId,
      idea: IdeaId,
      { cursor, limit = DEFAULT_LIMIT }: { readonly cursor?: CommentId; readonly limit?: number },
    ): Promise<Page<Comment, CommentId>> {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: name,
          ...startingWith(ideaPartition(organization, idea), COMMENT_PREFIX),
          ConsistentRead: true,
          // One more than requested shows whether the list continues.
          Limit: limit + 1,
          ...(cursor !== undefined && {
            ExclusiveStartKey: commentKey(organization, idea, cursor),
          }),
        }),
      );
      const found = Items.map(item => commentItem.read(item));
      const items = found.slice(0, limit);
      const end = items.at(-1);
      return {
        items,
        ...((found.length > limit || LastEvaluatedKey) && end && { nextCursor: end.id }),
      };
    },
  };
}

/** A new comment's id: its time, and a part that no two requests of one moment share. */
export function commentIdFor(writtenAt: Instant, sameness: readonly string[]): CommentId {
  return commentIdOf(writtenAt, base32(digest(sameness).subarray(0, 16)));
}

function noteKey(organization: OrganizationId, idea: IdeaId, { writer, key }: CommentRequest): Key {
  return commentRequestKey(organization, idea, digest([writer, key]).toString('base64url'));
}

function digest(parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}
