/**
 * Parses a record of the stream once: its change of a fact, with the marker that shows it as done.
 * Records of other items, including the projections' own, have no change.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { hidingOf } from '../../shared/domain/idea/comment.ts';
import { effectsOf, type FactChange } from '../../shared/domain/numbers/projection.ts';
import { commentItem } from '../../shared/store/comments.ts';
import { ideaItem } from '../../shared/store/idea-item.ts';
import { barrierEventId } from '../../shared/store/keys.ts';
import { type Change, inParts } from '../../shared/store/projections.ts';
import { ideaId, memberItem, organizationId, voteItem } from '../../shared/store/schema.ts';
import { barrierItem } from '../../shared/store/stream-barrier.ts';
import { supportItem } from '../../shared/store/supports.ts';

/**
 * The life of a marker. The stream keeps records for a day and the dead-letter bucket for two
 * weeks; markers live longer than both.
 */
const REMEMBERED_DAYS = 16;
const SECONDS_PER_DAY = 24 * 60 * 60;

/** A record, its marker with its expiry, and its change, if any. */
export interface ReadRecord extends Pick<Change, 'eventId' | 'forgetAt'> {
  readonly record: DynamoDBRecord;
  readonly change: FactChange | { readonly fact: 'barrier'; readonly probe: string } | undefined;
}

/** An item of a counted kind. The rest of an image is parsed only for these. */
const counted = z.object({
  type: z.object({ S: z.enum(['idea', 'vote', 'support', 'comment', 'member', 'probe']) }),
});
const ofIdea = { organization: organizationId, ideaId };
const voteOf = voteItem.part(ofIdea);
const supportOf = supportItem.part(ofIdea);
const commentOf = commentItem.part(ofIdea);

/** Throws if an item of a known type is invalid. */
export function readRecord(record: DynamoDBRecord): ReadRecord {
  return { record, ...markerOf(record), change: changeIn(record) };
}

/**
 * The effects of a record, in parts that are stored one by one. A barrier is a change without
 * effects, which is only marked. A record without a change needs no marker. Markers are items too,
 * and would otherwise need markers in turn.
 */
export function changesOf({ eventId, forgetAt, change }: ReadRecord): Change[] {
  if (!change) return [];
  if (change.fact === 'barrier')
    return [{ eventId: barrierEventId(change.probe), forgetAt, effects: [] }];
  return inParts({ eventId, forgetAt, effects: effectsOf(change) });
}

function markerOf({ eventID, dynamodb }: DynamoDBRecord): Pick<Change, 'eventId' | 'forgetAt'> {
  if (eventID === undefined || dynamodb?.ApproximateCreationDateTime === undefined)
    throw new TypeError('a record without id or time');
  return { eventId: eventID, forgetAt: forgottenAfter(dynamodb.ApproximateCreationDateTime) };
}

/**
 * A marker expires at the end of a day: it must not reveal at which second a member voted in secret
 * or submitted unnamed.
 */
function forgottenAfter(seconds: number): number {
  return (Math.ceil(seconds / SECONDS_PER_DAY) + REMEMBERED_DAYS) * SECONDS_PER_DAY;
}

function changeIn({ dynamodb: { OldImage, NewImage } = {} }: DynamoDBRecord): ReadRecord['change'] {
  const kind = counted.safeParse(NewImage ?? OldImage);
  if (!kind.success) return undefined;
  const [before, after] = [itemIn(OldImage), itemIn(NewImage)];
  const item = after ?? before ?? {};
  switch (kind.data.type.S) {
    case 'idea':
      return {
        fact: 'idea',
        before: before && ideaItem.read(before),
        after: after && ideaItem.read(after),
      };
    case 'vote':
      return {
        fact: 'vote',
        ...voteOf(item),
        before: before && voteItem.read(before),
        after: after && voteItem.read(after),
      };
    case 'support':
      return {
        fact: 'support',
        ...supportOf(item),
        before: before !== undefined,
        after: after !== undefined,
      };
    case 'comment':
      return {
        fact: 'comment',
        ...commentOf(item),
        before: isReadable(before),
        after: isReadable(after),
      };
    case 'member':
      return {
        fact: 'member',
        before: before && memberItem.read(before),
        after: after && memberItem.read(after),
      };
    case 'probe':
      return after && { fact: 'barrier', probe: barrierItem.read(after).probe };
  }
}

/** Whether there is a comment that everybody may read. */
function isReadable(comment: Record<string, unknown> | undefined): boolean {
  return comment !== undefined && hidingOf(commentItem.read(comment)) === undefined;
}

/**
 * The stream's images and the SDK's differ only in the type of binary values, which our items never
 * have.
 */
function itemIn(
  image: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> | undefined {
  return image && unmarshall(imageSchema.parse(image));
}

const imageSchema = z.record(
  z.string(),
  z.custom<AttributeValue>(value => typeof value === 'object' && value !== null),
);
