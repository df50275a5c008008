/**
 * Reading a record of the stream, once: the change of a fact that it tells of, with what marks it as done. Records of other items, the
 * projections' own among them, tell of nothing.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { effectsOf, type FactChange } from '../../shared/domain/numbers/projection.ts';
import { ideaItem } from '../../shared/store/idea-item.ts';
import { barrierEventId } from '../../shared/store/keys.ts';
import { type Change, inParts } from '../../shared/store/projections.ts';
import { ideaId, memberItem, organizationId, voteItem } from '../../shared/store/schema.ts';
import { barrierItem } from '../../shared/store/stream-barrier.ts';
import { supportItem } from '../../shared/store/supports.ts';

/** The stream keeps records for a day and the failure queue for two weeks; markers outlive both. */
const REMEMBERED_DAYS = 16;
const SECONDS_PER_DAY = 24 * 60 * 60;

/** A record, what marks it as done and until when, and what it tells of, if that is anything. */
export interface ReadRecord extends Pick<Change, 'eventId' | 'forgetAt'> {
  readonly record: DynamoDBRecord;
  readonly change: FactChange | { readonly fact: 'barrier'; readonly probe: string } | undefined;
}

/** An item of a kind that is counted; whatever else an image holds is looked at only then. */
const counted = z.object({ type: z.object({ S: z.enum(['idea', 'vote', 'support', 'member', 'probe']) }) });
const ofIdea = { organization: organizationId, ideaId };
const voteOf = voteItem.part(ofIdea);
const supportOf = supportItem.part(ofIdea);

/** Throws where an item of a known type is not what it should be. */
export function readRecord(record: DynamoDBRecord): ReadRecord {
  return { record, ...markerOf(record), change: changeIn(record) };
}

/**
 * What is to be counted of a record, in parts that are stored one by one. A barrier is a change without effects, to be marked and no
 * more; what tells of nothing needs no marker, and markers, which are items too, would call for markers in their turn.
 */
export function changesOf({ eventId, forgetAt, change }: ReadRecord): Change[] {
  if (!change) return [];
  if (change.fact === 'barrier') return [{ eventId: barrierEventId(change.probe), forgetAt, effects: [] }];
  return inParts({ eventId, forgetAt, effects: effectsOf(change) });
}

function markerOf({ eventID, dynamodb }: DynamoDBRecord): Pick<Change, 'eventId' | 'forgetAt'> {
  if (eventID === undefined || dynamodb?.ApproximateCreationDateTime === undefined)
    throw new TypeError('a record without id or time');
  return { eventId: eventID, forgetAt: forgottenAfter(dynamodb.ApproximateCreationDateTime) };
}

/** A marker goes at the end of a day: it is not to tell at which second somebody voted in secret or handed in unnamed. */
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

/** The stream's images and the SDK's differ in their types only: binary values, which no item of ours has. */
function itemIn(image: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> | undefined {
  return image && unmarshall(imageSchema.parse(image));
}

const imageSchema = z.record(
  z.string(),
  z.custom<AttributeValue>(value => typeof value === 'object' && value !== null),
);
