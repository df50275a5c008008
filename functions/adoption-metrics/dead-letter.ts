/**
 * Dead-letter records, replayed once their cause is mended. They are counted exactly once too, as
 * long as their markers exist.
 */
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import {
  type Instant,
  instantOf,
  MILLIS_PER_DAY,
  millisBetween,
} from '../../shared/domain/kernel/instant.ts';

/** The time in which a record may be replayed: its marker's life less two days. */
export const REPLAYABLE_DAYS = 14;

const batch = z.object({
  Records: z.array(z.custom<DynamoDBRecord>(value => typeof value === 'object' && value !== null)),
});
/**
 * Lambda's message about a batch that it gives up on. The batch itself is a text within that text.
 */
const failure = z.object({ payload: z.union([z.string(), batch]) });

/** The records of a dead-letter batch. Throws if the text is not one. */
export function recordsOf(text: string): readonly DynamoDBRecord[] {
  const { payload } = failure.parse(JSON.parse(text));
  return typeof payload === 'string' ? batch.parse(JSON.parse(payload)).Records : payload.Records;
}

/** The text of a dead-letter batch. */
export function deadLetterOf(records: readonly DynamoDBRecord[], at: Instant): string {
  return JSON.stringify({
    version: '1.0',
    timestamp: at,
    payload: JSON.stringify({ Records: records }),
  });
}

/** Whether the marker of one of the records may have expired. */
export function isTooOld(records: readonly DynamoDBRecord[], now: Instant): boolean {
  return records.some(({ dynamodb }) => {
    const seconds = dynamodb?.ApproximateCreationDateTime;
    return (
      seconds === undefined ||
      millisBetween(instantOf(seconds * 1000), now) > REPLAYABLE_DAYS * MILLIS_PER_DAY
    );
  });
}
