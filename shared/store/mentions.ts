/**
 * Mentions: one small item for each member whom an idea names as a co-author, or whose opinion it
 * waits for. They are written in the same transaction as the idea, and found by the member.
 */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type IdeaCursor, ideaCursorAfter, readIdeaCursor } from '../domain/idea/cursor.ts';
import { type Idea, namedCoAuthors } from '../domain/idea/idea.ts';
import { awaitedAdviser } from '../domain/idea/opinion.ts';
import type { IdeaId, MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Table } from './client.ts';
import { type Key, type MentionedAs, mentionKey, mentionPartition, mentionPrefix } from './keys.ts';
import type { Page } from './query.ts';
import { ideaId, instant } from './schema.ts';
import { storedItem } from './stored-item.ts';
import type { Action } from './transaction.ts';

/** The mentioning idea, with its place in lists. */
interface Mention {
  readonly ideaId: IdeaId;
  readonly submittedAt: Instant;
}

export const mentionItem = storedItem<Mention>()({
  type: 'mention',
  beside: {},
  shape: () => z.strictObject({ ideaId, submittedAt: instant }),
});

/** The actions that bring an idea's mentions from one state to the next: none, for most acts. */
export function mentioning({ name }: Table, before: Idea | undefined, after: Idea): Action[] {
  const [old, now] = [before ? keysOf(before) : [], keysOf(after)];
  const isIn = (keys: readonly Key[], { pk, sk }: Key): boolean =>
    keys.some(key => key.pk === pk && key.sk === sk);
  const mention = { ideaId: after.id, submittedAt: after.submittedAt };
  return [
    ...old.filter(key => !isIn(now, key)).map(key => ({ Delete: { TableName: name, Key: key } })),
    ...now
      .filter(key => !isIn(old, key))
      .map(key => ({ Put: { TableName: name, Item: mentionItem.write(key, mention) } })),
  ];
}

function keysOf(idea: Idea): Key[] {
  const adviser = awaitedAdviser(idea);
  return [
    ...namedCoAuthors(idea).map(({ id }) => mentionKey(idea, id, 'co-author')),
    ...(adviser === undefined ? [] : [mentionKey(idea, adviser, 'adviser')]),
  ];
}

export function mentionRepository({ client, name }: Table) {
  return {
    /** The ideas that name a member, newest first; eventually consistent. */
    async of(
      organization: OrganizationId,
      member: MemberId,
      as: MentionedAs,
      { cursor, limit }: { readonly cursor?: IdeaCursor; readonly limit: number },
    ): Promise<Page<IdeaId, IdeaCursor>> {
      const prefix = mentionPrefix(as);
      const from = cursor && readIdeaCursor(cursor);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':pk': mentionPartition(organization, member),
            ':first': prefix,
            // Without a cursor, after all of them: instants begin with a digit.
            ':last': from ? `${prefix}${from.submittedAt}#${from.id}` : `${prefix}~`,
          },
          ScanIndexForward: false,
          // One more shows whether the list continues; and the cursor's own one may still be there.
          Limit: limit + 2,
        }),
      );
      const found = Items.map(item => mentionItem.read(item)).filter(
        ({ ideaId }) => ideaId !== from?.id,
      );
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(({ ideaId }) => ideaId),
        ...(found.length > limit &&
          last && {
            nextCursor: ideaCursorAfter({ submittedAt: last.submittedAt, id: last.ideaId }),
          }),
      };
    },
  };
}
