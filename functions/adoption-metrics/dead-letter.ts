/**
 * Records that could not be counted and were kept aside, to be replayed once what was wrong is mended. They are counted exactly
 * once also then, for as long as their markers are remembered.
 */
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import {
  type Instant,
  instantOf,
  MILLIS_PER_DAY,
  millisBetween,
} from '../../shared/domain/kernel/instant.ts';

/** For so long a record may be replayed: two days less than it is remembered that it has been counted. */
export const REPLAYABLE_DAYS = 14;

const batch = z.object({
  Records: z.array(z.custom<DynamoDBRecord>(value => typeof value === 'object' && value !== null)),
});
/** What Lambda writes about a batch that it gives up on; the batch itself is text within the text. */
const failure = z.object({ payload: z.union([z.string(), batch]) });

/** The records of a batch that was kept aside. Throws where the text is no such thing. */
export function recordsOf(text: string): readonly DynamoDBRecord[] {
  const { payload } = failure.parse(JSON.parse(text));
  return typeof payload === 'string' ? batch.parse(JSON.parse(payload)).Records : payload.Records;
}

/** The text in which a batch is kept aside. */
export function deadLetterOf(records: readonly DynamoDBRecord[], at: Instant): string {
  return JSON.stringify({ version: '1.0', timestamp: at, payload: JSON.stringify({ Records: records }) });
}

/** Whether it may have been forgotten of one of the records that it has been counted. */
export function isTooOld(records: readonly DynamoDBRecord[], now: Instant): boolean {
  return records.some(({ dynamodb }) => {
    const seconds = dynamodb?.ApproximateCreationDateTime;
    return (
      seconds === undefined ||
      millisBetween(instantOf(seconds * 1000), now) > REPLAYABLE_DAYS * MILLIS_PER_DAY
    );
  });
}
