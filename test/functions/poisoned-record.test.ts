/**
 * One record that cannot be counted, in a real stream: it blocks no other, goes whole to the
 * dead-letter bucket, and counts once when it is replayed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { DeadLetters } from '../../infra/local/dead-letter.ts';
import { Stream, type StreamHandler } from '../../infra/local/stream.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { Log } from '../../shared/http/log.ts';
import { ideaItem, toItem } from '../../shared/store/idea-item.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { ideaKey } from '../../shared/store/keys.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { HUATAI, newIdea, OCTOBER } from '../store/sample-facts.ts';
import { NO_PICTURES } from './no-pictures.ts';
import { SILENT } from './small-firm.ts';

let folder = '';
let table: FreshTable;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-ideas-'));
  table = await freshTable();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const counting = (): StreamHandler =>
  adoptionMetricsHandler({ pictures: NO_PICTURES, table, log: SILENT, emit: () => undefined });
const submitted = async (): Promise<number | undefined> =>
  (await statisticsRepository(table).totalOf(HUATAI, OCTOBER))?.counts.get('submitted');

/** Reads the stream to its end. */
async function readAll(handle: StreamHandler, uncounted: DeadLetters): Promise<void> {
  const stream = new Stream(table.connection, table.streamArn, handle, {
    lost: record => uncounted.keep(record),
    failed: () => undefined,
  });
  stream.start();
  await stream.drained();
  await stream.stop();
}

const store = (idea: Idea) => ideaRepository(table).create(idea, [], 'print');

it('that cannot be read goes to the dead-letter bucket, and records before and after it are counted', async () => {
  const [before, bad, after] = [newIdea(), newIdea(), newIdea()];
  await store(before);
  const Item = { ...ideaKey(HUATAI, bad.id), type: 'idea', ...bad, status: 'no such status' };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  await store(after);
  const uncounted = new DeadLetters(folder, 'uncounted');
  await readAll(counting(), uncounted);
  expect(await submitted()).toBe(2);
  expect(uncounted.size).toBeGreaterThan(0);

  // The rest of its batch was kept with it, and does not count twice; the record itself stays as
  // long as it cannot be read.
  const { failed } = await uncounted.replay(counting());
  expect(failed).toBe(1);
  expect(uncounted.size).toBe(1);
  expect(await submitted()).toBe(2);
});

it('that fails by an error of ours counts once that is mended, also after a restart', async () => {
  const ideas = [newIdea(), newIdea(), newIdea(), newIdea(), newIdea()];
  for (const idea of ideas) await store(idea);
  const poisoned = ideas[2]!;
  const mended = counting();
  const mistaken: StreamHandler = async event => {
    if (JSON.stringify(event).includes(poisoned.id)) throw new Error('a mistake');
    return mended(event);
  };
  await readAll(mistaken, new DeadLetters(folder, 'uncounted'));
  expect(await submitted()).toBe(4);

  const again = new DeadLetters(folder, 'uncounted');
  expect(again.size).toBe(1);
  expect(await again.replay(mistaken)).toEqual({ counted: 0, failed: 1, tooOld: 0 });
  expect(await again.replay(mended)).toEqual({ counted: 1, failed: 0, tooOld: 0 });
  expect(await submitted()).toBe(5);
  expect(new DeadLetters(folder, 'uncounted').size).toBe(0);
  expect(await again.replay(mended)).toEqual({ counted: 0, failed: 0, tooOld: 0 });
});

it('that a newer release wrote goes to the dead-letter bucket, and counts once when that release is back', async () => {
  const ideas = [newIdea(), newIdea(), newIdea()];
  const newer = ideas[1]!;
  for (const idea of ideas)
    if (idea === newer) {
      const Item = { ...toItem(idea), schemaVersion: 99, later: '新' };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
    } else await store(idea);
  const failures: unknown[] = [];
  const log: Log = { ...SILENT, error: (_, fields) => void failures.push(fields) };
  const uncounted = new DeadLetters(folder, 'uncounted');
  await readAll(
    adoptionMetricsHandler({ pictures: NO_PICTURES, table, log, emit: () => undefined }),
    uncounted,
  );
  expect(await submitted()).toBe(2);
  expect(failures).toContainEqual(
    expect.objectContaining({ error: 'NewerItem', item: 'idea', found: 99 }),
  );
  expect(JSON.stringify(failures)).not.toContain(newer.title);

  // The release that is back reads the table, too.
  await table.client.send(new PutCommand({ TableName: table.name, Item: toItem(newer) }));
  const newerRelease: StreamHandler = event => {
    const text = JSON.stringify(event).replaceAll('{"N":"99"}', `{"N":"${ideaItem.version}"}`);
    return counting()(JSON.parse(text, (key, value) => (key === 'later' ? undefined : value)));
  };
  expect((await uncounted.replay(newerRelease)).failed).toBe(0);
  expect(uncounted.size).toBe(0);
  expect(await submitted()).toBe(3);
});
