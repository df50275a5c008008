/**
 * Replaying on AWS what could not be counted: for each message of the list of what waits, the batch is fetched and handed to the
 * function that counts; what went through is deleted, what did not stays where it is. It goes through the AWS CLI, with the rights of
 * whoever runs it; no function has them.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { isTooOld, recordsOf } from '../../functions/adoption-metrics/uncounted.ts';
import type { Instant } from '../../shared/domain/instant.ts';

/** Runs the AWS CLI with these arguments; answers with what it prints. */
export type Aws = (...parameters: readonly string[]) => Promise<string>;

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

const outputs = z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() }));
const messages = z.object({
  Messages: z._default(z.array(z.object({ ReceiptHandle: z.string(), Body: z.string() })), []),
});
const arrival = z.object({
  detail: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) }),
});
const invocation = z.object({ FunctionError: z.optional(z.string()) });
const answer = z.object({ batchItemFailures: z.array(z.unknown()) });

/** The AWS CLI as it is installed; batches may be large. */
export const awsCli: Aws = async (...parameters) => {
  const run = promisify(execFile);
  return (await run('aws', [...parameters], { maxBuffer: 64 * 1024 * 1024 })).stdout;
};

/** Replays all that waits in a stack, telling of each batch as it is done. One that cannot be replayed holds up no other. */
export async function* replayUncounted(stack: string, now: Instant, aws: Aws): AsyncGenerator<ReplayedBatch> {
  const { queue, lambda } = await placesOf(stack, aws);
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

async function placesOf(stack: string, aws: Aws): Promise<{ queue: string; lambda: string }> {
  const described = await aws(
    ...['cloudformation', 'describe-stacks', '--stack-name', stack, '--output', 'json'],
    ...['--query', 'Stacks[0].Outputs'],
  );
  const found = new Map(
    outputs.parse(JSON.parse(described)).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  );
  const [queue, lambda] = [found.get('UncountedQueue'), found.get('CountingFunction')];
  if (queue === undefined || lambda === undefined) throw new Error(`${stack} is no stack of Golden Ideas`);
  return { queue, lambda };
}

/** Whether the function counts all of a batch. Its event goes through a file: it may be too long for a command line. */
async function goesThrough(records: readonly unknown[], lambda: string, aws: Aws): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-ideas-replay-'));
  try {
    const [event, reply] = [join(folder, 'event.json'), join(folder, 'reply.json')];
    await writeFile(event, JSON.stringify({ Records: records }), { mode: 0o600 });
    const said = await aws(
      ...['lambda', 'invoke', '--function-name', lambda, '--output', 'json'],
      ...['--cli-binary-format', 'raw-in-base64-out', '--payload', `file://${event}`],
      reply,
    );
    if (invocation.parse(JSON.parse(said)).FunctionError !== undefined) return false;
    return answer.parse(JSON.parse(await readFile(reply, 'utf8'))).batchItemFailures.length === 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
