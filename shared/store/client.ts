/**
 * A handle on the table: the document client and the table's name. The wiring makes one and passes
 * it to the repositories; no repository reads the environment.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

export function openTable(client: DynamoDBClient, name: string): Table {
  // It prepares each request and reply for a log that nobody reads.
  client.middlewareStack.remove('loggerMiddleware');
  return {
    name,
    client: DynamoDBDocumentClient.from(client, {
      marshallOptions: { removeUndefinedValues: true },
    }),
  };
}
