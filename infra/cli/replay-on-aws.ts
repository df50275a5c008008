/**
 * Replaying on AWS what could not be counted: for each message of the list of what waits, the batch is fetched and handed to the
 * function that counts; what went through is deleted, what did not stays where it is. It goes through the AWS CLI, with the rights of
 * whoever runs it; no function has them.
 */
import * as z from 'zod/mini';
import { isTooOld, recordsOf } from '../../functions/adoption-metrics/dead-letter.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { type Aws, invoke, outputsOf } from './aws-cli.ts';

export interface ReplayedBatch {
  readonly object: string;
  readonly records: number;
  /** `gone`: its object is not there any more, so nothing is left to be replayed. */
  readonly outcome: 'counted' | 'failed' | 'too-old' | 'gone';
  /** Why a batch could not even be tried. */
  readonly why?: string;
}

/** Long enough for a batch to be counted before its message is handed out again. */
const HIDDEN_SECONDS = '120';

/** How the CLI says that an object is not there. */
const NOT_THERE = /\(404\)|NoSuchKey/;

const messages = z.object({
  Messages: z._default(z.array(z.object({ ReceiptHandle: z.string(), Body: z.string() })), []),
});
const arrival = z.object({
  detail: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) }),
});
const answer = z.object({ batchItemFailures: z.array(z.unknown()) });

/** Replays all that waits in a stack, telling of each batch as it is done. One that cannot be replayed holds up no other. */
export async function* replayUncounted(stack: string, now: Instant, aws: Aws): AsyncGenerator<ReplayedBatch> {
  const output = await outputsOf(stack, aws);
  const [queue, lambda] = [output('UncountedQueue'), output('CountingFunction')];
  const comings = new Map<string, number>();
  for (;;) {
    const received = await aws(
      ...['sqs', 'receive-message', '--queue-url', queue, '--output', 'json'],
      ...['--max-number-of-messages', '10', '--wait-time-seconds', '2'],
      ...['--visibility-timeout', HIDDEN_SECONDS],
    );
    // Where nothing waits, the CLI prints nothing.
    const { Messages } = messages.parse(JSON.parse(received.trim() || '{}'));
    const waiting = Messages.map(({ Body, ReceiptHandle }) => {
      const { bucket, object } = arrival.parse(JSON.parse(Body)).detail;
      const address = `s3://${bucket.name}/${object.key}`;
      const coming = (comings.get(address) ?? 0) + 1;
      comings.set(address, coming);
      return { address, ReceiptHandle, coming };
    });
    // What failed is handed out again after a while, before others or among them. Where all has come round twice, that is all there is.
    if (waiting.every(({ coming }) => coming > 2)) return;
    for (const { address, ReceiptHandle, coming } of waiting) {
      // That it failed has been said.
      if (coming > 1) continue;
      const replayed = await replay(address, now, lambda, aws);
      // The message first: broken off after it, a run leaves an object that goes by itself, and no message that leads nowhere.
      if (replayed.outcome === 'counted' || replayed.outcome === 'gone')
        await aws('sqs', 'delete-message', '--queue-url', queue, '--receipt-handle', ReceiptHandle);
      if (replayed.outcome === 'counted') await aws('s3', 'rm', address);
      yield replayed;
    }
  }
}

async function replay(object: string, now: Instant, lambda: string, aws: Aws): Promise<ReplayedBatch> {
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

/** Whether the function counts all of a batch. */
async function goesThrough(records: readonly unknown[], lambda: string, aws: Aws): Promise<boolean> {
  const answered = await invoke(lambda, { Records: records }, aws);
  return answered !== undefined && answer.parse(answered).batchItemFailures.length === 0;
}
