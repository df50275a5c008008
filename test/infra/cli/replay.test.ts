/** Replaying on AWS, with a fake AWS CLI: counted batches are deleted, and nothing else is. */
import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Aws } from '../../../infra/cli/aws-cli.ts';
import { type ReplayedBatch, replayUncounted } from '../../../infra/cli/replay-on-aws.ts';
import { instantOf } from '../../../shared/domain/kernel/instant.ts';

const NOW = instantOf(Date.parse('2026-10-20T00:00:00Z'));
const record = (id: string, day: string) => ({
  eventID: id,
  dynamodb: {
    SequenceNumber: '1',
    ApproximateCreationDateTime: Date.parse(`${day}T00:00:00Z`) / 1000,
  },
});

interface Kept {
  /** As Lambda writes it, or something else. */
  readonly text: string;
  /** The function's answer. */
  readonly answer: 'counts' | 'reports' | 'throws';
}

/** An account with objects and a message for each; records its calls. */
function account(
  objects: Record<string, Kept>,
  broken: (command: string) => void = () => undefined,
) {
  const left = new Map(Object.entries(objects));
  const waiting = new Map([...left.keys()].map(key => [`handle-${key}`, key]));
  const events: unknown[] = [];
  let handedOut: string[] = [];
  const aws: Aws = async (service, command, ...parameters) => {
    const after = (name: string): string => parameters[parameters.indexOf(name) + 1] ?? '';
    broken(`${service} ${command} ${parameters.join(' ')}`);
    switch (`${service} ${command}`) {
      case 'cloudformation describe-stacks':
        return JSON.stringify(
          after('--stack-name') === 'GoldenIdeas'
            ? [
                { OutputKey: 'UncountedQueue', OutputValue: 'https://queue' },
                { OutputKey: 'CountingFunction', OutputValue: 'counting' },
                { OutputKey: 'UnindexedQueue', OutputValue: 'https://unindexed' },
                { OutputKey: 'SearchIndexFunction', OutputValue: 'indexing' },
              ]
            : [],
        );
      case 'sqs receive-message': {
        if (after('--queue-url') === 'https://unindexed') return '';
        expect(after('--queue-url')).toBe('https://queue');
        // A delivered message is hidden for a while; at the end all remaining ones come up again.
        const next = [...waiting].filter(([handle]) => !handedOut.includes(handle)).slice(0, 2);
        if (next.length === 0) handedOut = [];
        const messages = next.length > 0 ? next : [...waiting].slice(0, 2);
        handedOut.push(...messages.map(([handle]) => handle));
        if (messages.length === 0) return '';
        return JSON.stringify({
          Messages: messages.map(([ReceiptHandle, key]) => ({
            ReceiptHandle,
            Body: JSON.stringify({
              'detail-type': 'Object Created',
              detail: { bucket: { name: 'uncounted' }, object: { key } },
            }),
          })),
        });
      }
      case 's3 cp': {
        const found = left.get(parameters[0]?.replace('s3://uncounted/', '') ?? '');
        if (found) return found.text;
        throw new Error(
          'Command failed: aws s3 cp\nfatal error: An error occurred (404) when calling the HeadObject operation',
        );
      }
      case 's3 rm':
        left.delete(parameters[0]?.replace('s3://uncounted/', '') ?? '');
        return '';
      case 'sqs delete-message':
        waiting.delete(after('--receipt-handle'));
        return '';
      case 'lambda invoke': {
        expect(after('--function-name')).toBe('counting');
        const event = JSON.parse(await readFile(after('--payload').replace('file://', ''), 'utf8'));
        events.push(event);
        const { answer } = Object.values(objects).find(({ text }) =>
          text.includes(event.Records[0].eventID),
        )!;
        const reply = { batchItemFailures: answer === 'reports' ? [{ itemIdentifier: '1' }] : [] };
        await writeFile(
          parameters.at(-1) ?? '',
          JSON.stringify(answer === 'throws' ? null : reply),
        );
        return JSON.stringify({
          StatusCode: 200,
          ...(answer === 'throws' && { FunctionError: 'Unhandled' }),
        });
      }
      default:
        throw new Error(`not expected: ${service} ${command}`);
    }
  };
  return { aws, events, left: () => [...left.keys()], waiting: () => [...waiting.values()] };
}

const kept = (id: string, answer: Kept['answer'], day = '2026-10-19'): Kept => ({
  answer,
  text: JSON.stringify({
    version: '1.0',
    DDBStreamBatchInfo: { shardId: 'shard', batchSize: 1 },
    payload: JSON.stringify({ Records: [record(id, day)] }),
  }),
});

const outcomes = async (of: AsyncIterable<ReplayedBatch>): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await Array.fromAsync(of)).map(({ object, outcome }) => [
      object.replace('s3://uncounted/', ''),
      outcome,
    ]),
  );

it('counts what it can, deletes that, and reports the result of each batch once', async () => {
  const { aws, events, left, waiting } = account({
    a: kept('event-a', 'counts'),
    b: kept('event-b', 'reports'),
    c: kept('event-c', 'throws'),
    d: kept('event-d', 'counts'),
    old: kept('event-old', 'counts', '2026-10-05'),
  });
  expect(await outcomes(replayUncounted('GoldenIdeas', NOW, aws))).toEqual({
    a: 'counted',
    b: 'failed',
    c: 'failed',
    d: 'counted',
    old: 'too-old',
  });
  expect(left()).toEqual(['b', 'c', 'old']);
  expect(waiting()).toEqual(['b', 'c', 'old']);
  // The event is the one that the stream sent; of a batch that is too old none is sent.
  expect(events).toContainEqual({ Records: [record('event-a', '2026-10-19')] });
  expect(JSON.stringify(events)).not.toContain('event-old');
});

it('also accepts a batch whose payload is not a text within the text', async () => {
  const { aws, left } = account({
    plain: {
      answer: 'counts',
      text: JSON.stringify({ payload: { Records: [record('event-p', '2026-10-19')] } }),
    },
  });
  expect(await outcomes(replayUncounted('GoldenIdeas', NOW, aws))).toEqual({ plain: 'counted' });
  expect(left()).toEqual([]);
});

it('leaves no message without an object, wherever a run stops', async () => {
  for (let call = 1, broken = true; broken; call += 1) {
    let calls = 0;
    const { aws, left, waiting } = account(
      { a: kept('event-a', 'counts'), b: kept('event-b', 'counts') },
      () => {
        calls += 1;
        if (calls === call) throw new Error('broken off');
      },
    );
    broken = await Array.fromAsync(replayUncounted('GoldenIdeas', NOW, aws)).then(
      () => false,
      () => true,
    );
    expect(left()).toEqual(expect.arrayContaining(waiting()));
    const again = await outcomes(replayUncounted('GoldenIdeas', NOW, aws));
    expect(Object.values(again).every(outcome => outcome === 'counted')).toBe(true);
    expect(waiting()).toEqual([]);
  }
});

it('continues past an object that is gone or unreadable, and removes a gone one from the list', async () => {
  const { aws, left, waiting } = account(
    {
      gone: kept('event-g', 'counts'),
      closed: kept('event-c', 'counts'),
      odd: { text: 'no batch', answer: 'counts' },
      after: kept('event-a', 'counts'),
    },
    command => {
      if (/^s3 cp .*closed/.test(command)) throw new Error('An error occurred (403): Forbidden');
    },
  );
  await aws('s3', 'rm', 's3://uncounted/gone');
  const told = await Array.fromAsync(replayUncounted('GoldenIdeas', NOW, aws));
  expect(told.map(({ outcome }) => outcome)).toEqual(['gone', 'failed', 'failed', 'counted']);
  expect(told[1]?.why).toContain('Forbidden');
  expect(left()).toEqual(['closed', 'odd']);
  expect(waiting()).toEqual(['closed', 'odd']);
});

it('ends when only earlier failures come up', async () => {
  const { aws, left } = account({
    a: kept('event-a', 'reports'),
    b: kept('event-b', 'reports'),
    c: kept('event-c', 'counts'),
  });
  // The first page comes a second time before the next.
  let first: string | undefined;
  const repeating: Aws = async (...parameters) => {
    if (parameters[1] !== 'receive-message') return aws(...parameters);
    const again = first;
    first = again === undefined ? await aws(...parameters) : '';
    return again || first || aws(...parameters);
  };
  expect(await outcomes(replayUncounted('GoldenIdeas', NOW, repeating))).toMatchObject({
    c: 'counted',
  });
  expect(left()).toEqual(['a', 'b']);
});

it('has nothing to do if nothing waits, and reports a stack that is another one', async () => {
  const { aws } = account({});
  expect(await outcomes(replayUncounted('GoldenIdeas', NOW, aws))).toEqual({});
  await expect(outcomes(replayUncounted('Other', NOW, aws))).rejects.toThrow('Other');
});
