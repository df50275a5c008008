/**
 * The records of photos: whether each is cleaned, and the idea that it belongs to. A record has
 * neither the person nor the time of the upload, and expires unless an idea names the photo.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { PICTURE_FAULTS, type PictureFault } from '../domain/idea/photo.ts';
import { type IdeaId, isPhotoId, type OrganizationId, type PhotoId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Table } from './client.ts';
import { PHOTO_PREFIX, photoKey, photosPartition } from './keys.ts';
import { getAll, type Item, queryAll, startingWith } from './query.ts';
import { ideaId } from './schema.ts';
import { andUnlessNewer, storedItem } from './stored-item.ts';
import { EXPIRY } from './table.ts';

/** What became of the picture. */
export type Picture =
  | { readonly state: 'awaited' }
  | { readonly state: 'ready'; readonly width: number; readonly height: number }
  | { readonly state: 'refused'; readonly reason: PictureFault };

export type PhotoRecord = Picture & {
  /** The idea that it belongs to for good; absent until one names it. */
  readonly idea?: IdeaId;
};

/** A record with the photo's id, and the second at which it expires, if it does. */
export type FoundPhoto = PhotoRecord & { readonly id: PhotoId; readonly expiresAt?: number };

export const photoItem = storedItem<PhotoRecord>()({
  type: 'photo',
  beside: { [EXPIRY]: z.exactOptional(z.number()) },
  shape: () => {
    const idea = z.exactOptional(ideaId);
    return z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('awaited'), idea }),
      z.strictObject({ state: z.literal('ready'), width: z.number(), height: z.number(), idea }),
      z.strictObject({ state: z.literal('refused'), reason: z.enum(PICTURE_FAULTS), idea }),
    ]);
  },
});

const DAY_SECONDS = 86_400;
/** An upload without an idea is kept for two whole days; the second reveals nothing. */
const UNNAMED_DAYS = 2;
/**
 * The days within which an idea that has taken a photo must have been stored, and the stream's
 * function must have seen it.
 */
const TAKEN_DAYS = 14;

function endOfDay(now: Instant, days: number): number {
  return (Math.ceil(Date.parse(now) / 1000 / DAY_SECONDS) + days) * DAY_SECONDS;
}

export type PhotoRepository = ReturnType<typeof photoRepository>;

export function photoRepository(table: Table) {
  const { client, name: TableName } = table;

  return {
    /** Makes the record of a photo that will be uploaded, unless there is one already. */
    async start(organization: OrganizationId, photo: PhotoId, now: Instant): Promise<void> {
      const Item = photoItem.write(
        photoKey(organization, photo),
        { state: 'awaited' },
        { [EXPIRY]: endOfDay(now, UNNAMED_DAYS) },
      );
      await met(
        client.send(
          new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
        ),
      );
    },

    /** A photo's record, strongly consistent. */
    async get(organization: OrganizationId, photo: PhotoId): Promise<FoundPhoto | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: photoKey(organization, photo), ConsistentRead: true }),
      );
      return Item && foundIn(Item);
    },

    /** The records of photos, eventually consistent, without those that are gone. */
    async some(
      organization: OrganizationId,
      photos: readonly PhotoId[],
    ): Promise<ReadonlyMap<PhotoId, FoundPhoto>> {
      const keys = [...new Set(photos)].map(photo => photoKey(organization, photo));
      const items = keys.length === 0 ? [] : await getAll(table, keys, false);
      return new Map(items.map(foundIn).map(found => [found.id, found]));
    },

    /** All records of an organization. */
    async *all(organization: OrganizationId): AsyncGenerator<FoundPhoto, void, undefined> {
      for await (const item of queryAll(table, {
        ...startingWith(photosPartition(organization), PHOTO_PREFIX),
        ConsistentRead: true,
      }))
        yield foundIn(item);
    },

    /**
     * Takes photos for an idea that is about to be stored; returns those that are not there or
     * belong to another. Until the idea is seen to name it, a photo still expires, so an idea that
     * was not stored in the end leaves nothing behind. Safe to repeat.
     */
    async take(
      organization: OrganizationId,
      idea: IdeaId,
      photos: readonly PhotoId[],
      now: Instant,
    ): Promise<readonly PhotoId[]> {
      const taken = await Promise.all(
        photos.map(photo =>
          met(
            client.send(
              new UpdateCommand({
                TableName,
                Key: photoKey(organization, photo),
                UpdateExpression: 'SET idea = :idea, #expiry = :expiry',
                ...andUnlessNewer(photoItem, {
                  ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(idea)',
                  ExpressionAttributeNames: { '#expiry': EXPIRY },
                  ExpressionAttributeValues: {
                    ':idea': idea,
                    ':expiry': endOfDay(now, TAKEN_DAYS),
                  },
                }),
              }),
            ),
          ),
        ),
      );
      const left = photos.filter((_, at) => !taken[at]);
      if (left.length === 0) return [];
      const keys = left.map(photo => photoKey(organization, photo));
      const own = (await getAll(table, keys)).map(foundIn).filter(found => found.idea === idea);
      return left.filter(photo => !own.some(({ id }) => id === photo));
    },

    /** Keeps a photo for good: its idea has been seen to name it. Safe to repeat. */
    async keep(organization: OrganizationId, idea: IdeaId, photo: PhotoId): Promise<void> {
      await met(
        client.send(
          new UpdateCommand({
            TableName,
            Key: photoKey(organization, photo),
            UpdateExpression: 'REMOVE #expiry',
            ...andUnlessNewer(photoItem, {
              ConditionExpression: 'idea = :idea AND attribute_exists(#expiry)',
              ExpressionAttributeNames: { '#expiry': EXPIRY },
              ExpressionAttributeValues: { ':idea': idea },
            }),
          }),
        ),
      );
    },

    /**
     * Stores what became of an upload, unless that is known already. Returns false if it is, or if
     * the photo is gone.
     */
    async settle(
      organization: OrganizationId,
      photo: PhotoId,
      picture: Exclude<Picture, { readonly state: 'awaited' }>,
    ): Promise<boolean> {
      const parts = Object.entries(picture);
      return met(
        client.send(
          new UpdateCommand({
            TableName,
            Key: photoKey(organization, photo),
            UpdateExpression: `SET ${parts.map(([part]) => `#${part} = :${part}`).join(', ')}`,
            ...andUnlessNewer(photoItem, {
              ConditionExpression: '#state = :awaited',
              ExpressionAttributeNames: Object.fromEntries(
                parts.map(([part]) => [`#${part}`, part]),
              ),
              ExpressionAttributeValues: {
                ...Object.fromEntries(parts.map(([part, value]) => [`:${part}`, value])),
                ':awaited': 'awaited',
              },
            }),
          }),
        ),
      );
    },

    /** Deletes a photo's record; its pictures follow. Of an idea's, only that idea's. */
    async remove(organization: OrganizationId, photo: PhotoId, idea: IdeaId): Promise<void> {
      await met(
        client.send(
          new DeleteCommand({
            TableName,
            Key: photoKey(organization, photo),
            ...andUnlessNewer(photoItem, {
              ConditionExpression: 'idea = :idea',
              ExpressionAttributeValues: { ':idea': idea },
            }),
          }),
        ),
      );
    },
  };
}

function foundIn(item: Item): FoundPhoto {
  const id = String(item.sk).slice(PHOTO_PREFIX.length);
  if (!isPhotoId(id)) throw new Error('a photo without an id');
  const expiresAt = item[EXPIRY];
  return { ...photoItem.read(item), id, ...(typeof expiresAt === 'number' && { expiresAt }) };
}

/** Whether the condition of a write was met. */
async function met(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
