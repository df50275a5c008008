/**
 * The table as the service sees it, with the alarms about it: the data stack's own, or another that
 * the settings name, such as one restored from a backup.
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { NAMESPACE, NEWER_ITEMS } from '../../shared/metrics/names.ts';
import type { IndexDefinition } from '../../shared/store/table.ts';
import type { Alarms } from './alarms.ts';

/**
 * The metrics of the table; throttling is reported by operation, for table and indexes together.
 */
const OPERATIONS = [
  dynamodb.Operation.GET_ITEM,
  dynamodb.Operation.BATCH_GET_ITEM,
  dynamodb.Operation.QUERY,
  dynamodb.Operation.PUT_ITEM,
  dynamodb.Operation.UPDATE_ITEM,
  dynamodb.Operation.DELETE_ITEM,
  dynamodb.Operation.TRANSACT_WRITE_ITEMS,
];

/** What is used of a table, be it made here or only referred to. */
type UsedTable = Pick<
  dynamodb.ITableV2,
  'tableName' | 'tableArn' | 'metricThrottledRequestsForOperations'
> & { readonly tableStreamArn?: string | undefined };

interface DataProps {
  readonly table: UsedTable;
  readonly alarms: Alarms;
}

export class Data extends Construct {
  readonly tableName: string;
  readonly tableArn: string;
  readonly streamArn: string;
  /** The table's refusals, of all requests in five minutes. */
  readonly throttles: cloudwatch.IMetric;

  constructor(scope: Construct, id: string, { table, alarms }: DataProps) {
    super(scope, id);
    if (table.tableStreamArn === undefined) throw new Error('a table without its stream');
    this.tableName = table.tableName;
    this.tableArn = table.tableArn;
    this.streamArn = table.tableStreamArn;
    this.throttles = table.metricThrottledRequestsForOperations({
      operations: OPERATIONS,
      period: Duration.minutes(5),
    });
    alarms.watch(this, 'Throttles', {
      name: 'table-throttles',
      impact:
        'Requests are retried and take longer; if this lasts, users see errors and numbers lag.',
      metric: this.throttles,
      when: { reaches: 1 },
      // On demand, the table grows with its load, and may need a moment for a leap.
      periods: 2,
      silence: 'good',
      tells: 'state',
    });
    alarms.watch(this, 'NewerItems', {
      name: 'newer-items',
      impact:
        'An older release refuses items that a newer one has stored; users are asked to wait.',
      metric: new cloudwatch.Metric({
        namespace: NAMESPACE,
        metricName: NEWER_ITEMS,
        statistic: 'Maximum',
        period: Duration.minutes(5),
      }),
      when: { reaches: 1 },
      silence: 'good',
      tells: 'state',
    });
  }

  indexArn({ name }: IndexDefinition): string {
    return `${this.tableArn}/index/${name}`;
  }
}
