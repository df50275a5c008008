/**
 * The local stand-in for a function's dead-letter bucket, and for its replay: one file for each
 * record beside the database, or memory alone if no data is kept.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { DynamoDBRecord } from 'aws-lambda';
import { deadLetterOf, isTooOld, recordsOf } from '../../functions/adoption-metrics/dead-letter.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import type { StreamHandler } from './stream.ts';

export interface Replayed {
  /** Records that have been counted now, or were before. */
  readonly counted: number;
  /** Records that failed again, and stay. */
  readonly failed: number;
  /** Records that are too old to know whether they have been counted; they stay too. */
  readonly tooOld: number;
}

export class DeadLetters {
  readonly #folder: string | undefined;
  /** The texts of the records, by their ids. */
  readonly #kept = new Map<string, string>();

  constructor(folder: string | undefined, name: 'uncounted' | 'unindexed') {
    this.#folder = folder && join(folder, name);
    if (this.#folder === undefined) return;
    mkdirSync(this.#folder, { recursive: true });
    for (const file of readdirSync(this.#folder).filter(name => name.endsWith('.json')))
      this.#kept.set(
        file.slice(0, -'.json'.length),
        readFileSync(join(this.#folder, file), 'utf8'),
      );
  }

  get size(): number {
    return this.#kept.size;
  }

  keep(record: DynamoDBRecord): void {
    const id = record.eventID?.replaceAll(/[^\w-]/g, '') || crypto.randomUUID();
    const text = deadLetterOf([record], instantOf(Date.now()));
    this.#kept.set(id, text);
    if (this.#folder === undefined) return;
    const file = join(this.#folder, `${id}.json`);
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  /** Counts every record that it can, one at a time. */
  async replay(handle: StreamHandler): Promise<Replayed> {
    const replayed = { counted: 0, failed: 0, tooOld: 0 };
    for (const [id, text] of [...this.#kept]) {
      const records = recordsOf(text);
      if (isTooOld(records, instantOf(Date.now()))) replayed.tooOld += 1;
      else if (await goesThrough(handle, records)) {
        replayed.counted += 1;
        this.#forget(id);
      } else replayed.failed += 1;
    }
    return replayed;
  }

  #forget(id: string): void {
    this.#kept.delete(id);
    if (this.#folder !== undefined) rmSync(join(this.#folder, `${id}.json`), { force: true });
  }
}

/** The records that wait for a function of the stream. */
export interface Waiting {
  readonly letters: DeadLetters;
  readonly handle: StreamHandler;
}

/** The admin endpoint that counts the waiting records (`GET`) and replays them (`POST`). */
export function replayRoute(functions: readonly Waiting[]) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body =
      request.method === 'POST' ? await replayed(functions) : { waiting: waitingIn(functions) };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

/** How many records wait for any of the functions. */
export function waitingIn(functions: readonly Waiting[]): number {
  return functions.reduce((sum, { letters }) => sum + letters.size, 0);
}

async function replayed(functions: readonly Waiting[]): Promise<Replayed> {
  let all: Replayed = { counted: 0, failed: 0, tooOld: 0 };
  for (const { letters, handle } of functions) {
    const { counted, failed, tooOld } = await letters.replay(handle);
    all = {
      counted: all.counted + counted,
      failed: all.failed + failed,
      tooOld: all.tooOld + tooOld,
    };
  }
  return all;
}

async function goesThrough(
  handle: StreamHandler,
  records: readonly DynamoDBRecord[],
): Promise<boolean> {
  try {
    return (await handle({ Records: [...records] })).batchItemFailures.length === 0;
  } catch {
    // The log has the error.
    return false;
  }
}
