/**
 * Replays dead-letter records on AWS: for each message of a queue it fetches the batch and passes it
 * to the function that it waits for. It deletes a counted batch and leaves a failed one in place. It uses
 * the AWS CLI, with the user's own rights; no function has them.
 */
import * as z from 'zod/mini';
import { isTooOld, recordsOf } from '../../functions/adoption-metrics/dead-letter.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { type Aws, invoke, outputsOf } from './aws-cli.ts';

export interface ReplayedBatch {
  readonly object: string;
  readonly records: number;
  /** `gone`: its object no longer exists, so nothing is left to replay. */
  readonly outcome: 'counted' | 'failed' | 'too-old' | 'gone';
  /** The reason why a batch could not even be tried. */
  readonly why?: string;
}

/** Long enough to count a batch before its message is delivered again. */
const HIDDEN_SECONDS = '120';

/** The CLI's words for a missing object. */
const NOT_THERE = /\(404\)|NoSuchKey/;

const messages = z.object({
  Messages: z._default(z.array(z.object({ ReceiptHandle: z.string(), Body: z.string() })), []),
});
const arrival = z.object({
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({ key: z.string() }),
  }),
});
const answer = z.object({ batchItemFailures: z.array(z.unknown()) });

/**
 * Replays everything that waits in a stack, and reports each batch as it is done. One that cannot
 * be replayed blocks no other.
 */
export async function* replayUncounted(
  stack: string,
  now: Instant,
  aws: Aws,
): AsyncGenerator<ReplayedBatch> {
  const output = await outputsOf(stack, aws);
  for (const { queue, lambda } of WAITING)
    yield* replayQueue(output(queue), output(lambda), now, aws);
}

/** The outputs of a stack with the queues of what waits, and the functions it waits for. */
const WAITING = [
  { queue: 'UncountedQueue', lambda: 'CountingFunction' },
  { queue: 'UnindexedQueue', lambda: 'SearchIndexFunction' },
] as const;

async function* replayQueue(
  queue: string,
  lambda: string,
  now: Instant,
  aws: Aws,
): AsyncGenerator<ReplayedBatch> {
  const comings = new Map<string, number>();
  for (;;) {
    const received = await aws(
      ...['sqs', 'receive-message', '--queue-url', queue, '--output', 'json'],
      ...['--max-number-of-messages', '10', '--wait-time-seconds', '2'],
      ...['--visibility-timeout', HIDDEN_SECONDS],
    );
    // If nothing waits, the CLI prints nothing.
    const { Messages } = messages.parse(JSON.parse(received.trim() || '{}'));
    const waiting = Messages.map(({ Body, ReceiptHandle }) => {
      const { bucket, object } = arrival.parse(JSON.parse(Body)).detail;
      const address = `s3://${bucket.name}/${object.key}`;
      const coming = (comings.get(address) ?? 0) + 1;
      comings.set(address, coming);
      return { address, ReceiptHandle, coming };
    });
    // A failed batch is delivered again after a while, before others or among them. When every
    // message has come twice, all are done.
    if (waiting.every(({ coming }) => coming > 2)) return;
    for (const { address, ReceiptHandle, coming } of waiting) {
      // Its failure has been reported.
      if (coming > 1) continue;
      const replayed = await replay(address, now, lambda, aws);
      // The message is deleted first: a run that stops after it leaves an object that expires by
      // itself, and no message without an object.
      if (replayed.outcome === 'counted' || replayed.outcome === 'gone')
        await aws('sqs', 'delete-message', '--queue-url', queue, '--receipt-handle', ReceiptHandle);
      if (replayed.outcome === 'counted') await aws('s3', 'rm', address);
      yield replayed;
    }
  }
}

async function replay(
  object: string,
  now: Instant,
  lambda: string,
  aws: Aws,
): Promise<ReplayedBatch> {
  try {
    const records = recordsOf(await aws('s3', 'cp', object, '-'));
    if (isTooOld(records, now)) return { object, records: records.length, outcome: 'too-old' };
    const outcome = (await goesThrough(records, lambda, aws)) ? 'counted' : 'failed';
    return { object, records: records.length, outcome };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return NOT_THERE.test(why)
      ? { object, records: 0, outcome: 'gone' }
      : { object, records: 0, outcome: 'failed', why };
  }
}

/** Whether the function counts the whole batch. */
async function goesThrough(
  records: readonly unknown[],
  lambda: string,
  aws: Aws,
): Promise<boolean> {
  const answered = await invoke(lambda, { Records: records }, aws);
  return answered !== undefined && answer.parse(answered).batchItemFailures.length === 0;
}
