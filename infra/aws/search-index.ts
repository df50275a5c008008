/**
 * From ideas to what is searched: the table's stream starts `search-index` with each batch of
 * changes to ideas. A record that it cannot take goes to a dead-letter bucket of its own, to be
 * replayed, and the stream continues. It is the stream's second reader, and two are what DynamoDB
 * advises at most.
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { searchIndexEnv } from '../../functions/search-index/env.ts';
import type { Alarms } from './alarms.ts';
import type { Concurrency } from './concurrency.ts';
import type { Data } from './data.ts';
import { DeadLetter } from './dead-letter.ts';
import type { Rollout } from './rollout.ts';
import { ServerFunction } from './server-function.ts';
import { followStream } from './stream-mapping.ts';

interface SearchIndexProps {
  readonly data: Data;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  readonly rollout: Rollout;
  readonly tracing: boolean;
}

/** The permitted delay before an alarm; new ideas are found within some seconds. */
const LAG = Duration.minutes(10);

export class SearchIndex extends Construct {
  /** The inputs of a replay. */
  readonly replay: { readonly queueUrl: string; readonly functionName: string };
  readonly lag: cloudwatch.IMetric;

  constructor(scope: Construct, id: string, props: SearchIndexProps) {
    super(scope, id);
    const { data, alarms, concurrency, rollout, tracing } = props;
    const index = new ServerFunction(this, 'Index', {
      name: 'search-index',
      whenItFails: 'new and changed ideas are not found by searches; nothing else depends on it.',
      schema: searchIndexEnv,
      environment: { TABLE_NAME: data.tableName },
      // It waits for the table most of the time, and compresses some texts.
      memory: 512,
      // A full batch changes the segments of all rounds that it concerns.
      timeout: Duration.minutes(1),
      alarms,
      concurrency,
      rollout,
      tracing,
      data,
    });
    const unindexed = new DeadLetter(this, 'Unindexed', {
      alarms,
      waiting: {
        name: 'records-unindexed',
        impact:
          'Searches do not find these ideas, or as they were, until the records are replayed.',
      },
      unlisted: {
        name: 'unindexed-unlisted',
        impact: 'Records that the search lacks wait unseen; a replay does not find them.',
      },
    });
    followStream(this, { by: index, data, givenUp: unindexed, types: ['idea'] });
    this.replay = { queueUrl: unindexed.queueUrl, functionName: index.liveName };
    this.lag = index.lambda.metric('IteratorAge', {
      statistic: cloudwatch.Stats.MAXIMUM,
      period: Duration.minutes(5),
    });
    alarms.watch(this, 'Lag', {
      name: 'search-lag',
      impact: 'New and changed ideas are found late.',
      metric: this.lag,
      when: { reaches: LAG.toMilliseconds() },
      periods: 2,
      silence: 'good',
      tells: 'state',
    });
  }
}
