/**
 * The one table, made from its shape in `shared/store/table.ts`: keys, indexes, expiry. It is what the firm cannot do without,
 * so it can be restored to any second of the last five weeks and is not deleted with the stack, nor by mistake.
 */

import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { EXPIRY, INDEXES, type IndexDefinition, PARTITION_KEY, SORT_KEY } from '../../shared/store/table.ts';

export class Data extends Construct {
  readonly tableName: string;
  readonly tableArn: string;
  readonly streamArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const table = new dynamodb.TableV2(this, 'Table', {
      partitionKey: text(PARTITION_KEY),
      sortKey: text(SORT_KEY),
      // A quiet month with one busy day: paid by the request, there is nothing to size and nothing to forget.
      billing: dynamodb.Billing.onDemand(),
      globalSecondaryIndexes: Object.values(INDEXES).map(({ name, partition, sort }) => ({
        indexName: name,
        partitionKeys: partition.map(text),
        sortKeys: sort.map(text),
        projectionType: dynamodb.ProjectionType.ALL,
      })),
      dynamoStream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: EXPIRY,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    if (table.tableStreamArn === undefined) throw new Error('a table without its stream');
    this.tableName = table.tableName;
    this.tableArn = table.tableArn;
    this.streamArn = table.tableStreamArn;
  }

  indexArn({ name }: IndexDefinition): string {
    return `${this.tableArn}/index/${name}`;
  }
}

function text(name: string): dynamodb.Attribute {
  return { name, type: dynamodb.AttributeType.STRING };
}
