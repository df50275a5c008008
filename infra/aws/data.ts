/**
 * The one table, made from its shape in `shared/store/table.ts`: keys, indexes, expiry. The firm
 * cannot do without it, so it can be restored to any second of the last five weeks, and is deleted
 * neither with the stack nor by mistake.
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { NAMESPACE, NEWER_ITEMS } from '../../shared/metrics/names.ts';
import {
  EXPIRY,
  INDEXES,
  type IndexDefinition,
  PARTITION_KEY,
  SORT_KEY,
} from '../../shared/store/table.ts';
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

export class Data extends Construct {
  readonly tableName: string;
  readonly tableArn: string;
  readonly streamArn: string;
  /** The table's refusals, of all requests in five minutes. */
  readonly throttles: cloudwatch.IMetric;

  constructor(scope: Construct, id: string, { alarms }: { readonly alarms: Alarms }) {
    super(scope, id);
    const table = new dynamodb.TableV2(this, 'Table', {
      partitionKey: text(PARTITION_KEY),
      sortKey: text(SORT_KEY),
      // The load is a quiet month with one busy day: billing by request leaves nothing to size and
      // nothing to forget.
      billing: dynamodb.Billing.onDemand(),
      globalSecondaryIndexes: Object.values(INDEXES).map(({ name, partition, sort }) => ({
        indexName: name,
        partitionKeys: partition.map(text),
        sortKeys: sort.map(text),
        projectionType: dynamodb.ProjectionType.ALL,
      })),
      dynamoStream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: EXPIRY,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: 35,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
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

function text(name: string): dynamodb.Attribute {
  return { name, type: dynamodb.AttributeType.STRING };
}
