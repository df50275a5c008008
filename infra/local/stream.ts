/**
 * The local stand-in for the stream's event source: reads the table's stream shard by shard and
 * hands batches to the function as Lambda does: in order, again from a reported record on, bisected
 * if the batch fails as a whole, and given up after the last try.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Connection } from './engine.ts';

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

export interface StreamReport {
  /**
   * Takes a record of a batch that failed in all of its tries; on AWS it goes to the dead-letter
   * bucket.
   */
  lost(record: DynamoDBRecord): void;
  failed(error: unknown): void;
}

const BATCH = 100;
const ATTEMPTS = 5;
/** Rarer than on AWS, four times a second: most writes announce themselves. */
const IDLE_MS = 500;
/** The time in which records gather into a batch, as in the mapping's window on AWS. */
const BATCHING_MS = 30;

export class Stream {
  readonly #client: DynamoDBStreamsClient;
  readonly #arn: string;
  readonly #handle: StreamHandler;
  readonly #report: StreamReport;
  /** The position in each shard; undefined at a shard's end. */
  readonly #shards = new Map<string, string | undefined>();
  readonly #stopping = new AbortController();
  #loop: Promise<void> = Promise.resolve();
  #passes = 0;
  #lastFruitful = 0;
  #nudged = false;

  constructor(connection: Connection, arn: string, handle: StreamHandler, report: StreamReport) {
    this.#client = new DynamoDBStreamsClient(connection);
    this.#arn = arn;
    this.#handle = handle;
    this.#report = report;
  }

  /** Reads from the oldest stored record; markers identify records that were handled before. */
  start(): void {
    this.#loop = this.#read();
  }

  /** Announces a write, so that reading need not wait for the next poll. */
  nudge(): void {
    this.#nudged = true;
  }

  /**
   * Waits until three successive passes have found nothing: everything written before this call is
   * then counted.
   */
  async drained(): Promise<void> {
    this.nudge();
    const from = this.#passes;
    while (this.#passes < from + 4 || this.#passes < this.#lastFruitful + 4) {
      if (this.#stopping.signal.aborted) return;
      this.nudge();
      await sleep(BATCHING_MS);
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
    this.#client.destroy();
  }

  async #read(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        const found = await this.#pass();
        this.#passes += 1;
        if (found) this.#lastFruitful = this.#passes;
        await this.#rest(found ? BATCHING_MS : IDLE_MS);
      } catch (error) {
        if (signal.aborted) return;
        this.#report.failed(error);
        await this.#rest(1000);
      }
    }
  }

  async #rest(most: number): Promise<void> {
    for (let rested = 0; rested < most && !this.#stopping.signal.aborted; rested += BATCHING_MS) {
      await sleep(BATCHING_MS);
      if (this.#nudged) break;
    }
    this.#nudged = false;
  }

  /** Polls every shard once, older ones first; returns whether there was anything. */
  async #pass(): Promise<boolean> {
    if ([...this.#shards.values()].every(iterator => iterator === undefined))
      await this.#discover();
    let found = false;
    for (const [shard, iterator] of this.#shards) {
      if (iterator === undefined) continue;
      try {
        const { Records = [], NextShardIterator } = await this.#client.send(
          new GetRecordsCommand({ ShardIterator: iterator, Limit: BATCH }),
        );
        if (Records.length > 0) {
          found = true;
          await this.#deliver(Records.map(asEvent));
        }
        this.#shards.set(shard, NextShardIterator);
      } catch (error) {
        if (!(error instanceof TrimmedDataAccessException)) throw error;
        this.#shards.set(shard, await this.#iterator(shard));
      }
    }
    return found;
  }

  async #discover(): Promise<void> {
    let from: string | undefined;
    do {
      const { StreamDescription } = await this.#client.send(
        new DescribeStreamCommand({
          StreamArn: this.#arn,
          ...(from && { ExclusiveStartShardId: from }),
        }),
      );
      for (const { ShardId } of StreamDescription?.Shards ?? [])
        if (ShardId !== undefined && !this.#shards.has(ShardId))
          this.#shards.set(ShardId, await this.#iterator(ShardId));
      from = StreamDescription?.LastEvaluatedShardId;
    } while (from);
  }

  async #iterator(ShardId: string): Promise<string | undefined> {
    const { ShardIterator } = await this.#client.send(
      new GetShardIteratorCommand({
        StreamArn: this.#arn,
        ShardId,
        ShardIteratorType: 'TRIM_HORIZON',
      }),
    );
    return ShardIterator;
  }

  async #deliver(records: readonly DynamoDBRecord[]): Promise<void> {
    let rest = records;
    for (let attempt = 1; rest.length > 0; attempt += 1) {
      const failed = await this.#tryOnce(rest);
      if (failed === 'none') return;
      if (failed === 'all' && rest.length > 1) {
        const middle = Math.ceil(rest.length / 2);
        await this.#deliver(rest.slice(0, middle));
        await this.#deliver(rest.slice(middle));
        return;
      }
      if (failed !== 'all' && failed.from > 0) {
        rest = rest.slice(failed.from);
        attempt = 1;
      }
      if (attempt === ATTEMPTS) {
        for (const record of rest) this.#report.lost(record);
        return;
      }
      await sleep(50 * attempt);
    }
  }

  /** Whether the batch failed as a whole, or the first record to deliver again. */
  async #tryOnce(
    records: readonly DynamoDBRecord[],
  ): Promise<'none' | 'all' | { readonly from: number }> {
    try {
      const { batchItemFailures } = await this.#handle({ Records: [...records] });
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      const from = records.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''));
      return from === -1 ? 'none' : { from };
    } catch (error) {
      this.#report.failed(error);
      return 'all';
    }
  }
}

/** The streams' client returns times as dates and omits the source; Lambda's event has seconds. */
export function asEvent({ eventID, eventName, dynamodb }: _Record): DynamoDBRecord {
  const { Keys, OldImage, NewImage, SequenceNumber, ApproximateCreationDateTime } = dynamodb ?? {};
  return {
    ...(eventID !== undefined && { eventID }),
    ...(eventName !== undefined && { eventName }),
    dynamodb: {
      ...images({ Keys, OldImage, NewImage }),
      ...(SequenceNumber !== undefined && { SequenceNumber }),
      ...(ApproximateCreationDateTime && {
        ApproximateCreationDateTime: ApproximateCreationDateTime.getTime() / 1000,
      }),
    },
  };
}

/** JSON converts an image from the one type to the other, as on the way to Lambda. */
function images(given: Readonly<Record<string, unknown>>): NonNullable<DynamoDBRecord['dynamodb']> {
  return JSON.parse(JSON.stringify(given));
}
