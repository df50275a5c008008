/**
 * The one table, made from its shape in `shared/store/table.ts`: keys, indexes, expiry. The firm
 * cannot do without it, so it can be restored to any second of the last five weeks, and is deleted
 * neither with the stack nor by mistake.
 */
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { EXPIRY, INDEXES, PARTITION_KEY, SORT_KEY } from '../../shared/store/table.ts';

/** The days within which the table can be restored to any second. */
export const RECOVERY_DAYS = 35;

export class Table extends Construct {
  readonly resource: dynamodb.TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.resource = new dynamodb.TableV2(this, 'Table', {
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
        recoveryPeriodInDays: RECOVERY_DAYS,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

function text(name: string): dynamodb.Attribute {
  return { name, type: dynamodb.AttributeType.STRING };
}
