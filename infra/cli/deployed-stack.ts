/**
 * A stack as it is deployed: its template, and the table, the key and the pool in it with the values
 * that references to them have.
 */
import * as z from 'zod/mini';
import type { Aws } from './aws-cli.ts';
import {
  type Existing,
  type MovedType,
  movedIn,
  type StackTemplate,
  stackTemplate,
} from './stack-split.ts';

interface DeployedStack {
  readonly template: StackTemplate;
  /** By logical id. */
  readonly existing: ReadonlyMap<string, Existing>;
}

const resources = z.array(
  z.object({ LogicalResourceId: z.string(), PhysicalResourceId: z.string() }),
);
const table = z.object({ TableArn: z.string(), LatestStreamArn: z.string() });

/** Throws if the stack has none, or lacks what its template has. */
export async function deployedStack(stack: string, aws: Aws): Promise<DeployedStack> {
  const ask = async (...parameters: string[]): Promise<unknown> =>
    JSON.parse(await aws(...parameters, '--output', 'json'));
  const template = stackTemplate.parse(
    await ask(
      ...['cloudformation', 'get-template', '--stack-name', stack],
      ...['--template-stage', 'Original', '--query', 'TemplateBody'],
    ),
  );
  const physical = new Map(
    resources
      .parse(
        await ask(
          ...['cloudformation', 'list-stack-resources', '--stack-name', stack],
          ...['--query', 'StackResourceSummaries'],
        ),
      )
      .map(({ LogicalResourceId, PhysicalResourceId }) => [LogicalResourceId, PhysicalResourceId]),
  );
  const existing = new Map<string, Existing>();
  for (const [logicalId, type] of movedIn(template)) {
    const id = physical.get(logicalId);
    if (id === undefined) throw new Error(`没有 There is no ${logicalId} in ${stack}`);
    existing.set(logicalId, { id, attributes: await attributesOf(type, id, ask) });
  }
  return { template, existing };
}

async function attributesOf(
  type: MovedType,
  id: string,
  ask: (...parameters: string[]) => Promise<unknown>,
): Promise<Existing['attributes']> {
  switch (type) {
    case 'AWS::DynamoDB::GlobalTable': {
      const { TableArn, LatestStreamArn } = table.parse(
        await ask('dynamodb', 'describe-table', '--table-name', id, '--query', 'Table'),
      );
      return { Arn: TableArn, StreamArn: LatestStreamArn };
    }
    case 'AWS::KMS::Key': {
      const arn = await ask('kms', 'describe-key', '--key-id', id, '--query', 'KeyMetadata.Arn');
      return { Arn: z.string().parse(arn) };
    }
    case 'AWS::Cognito::UserPool': {
      const arn = z
        .string()
        .parse(
          await ask(
            ...['cognito-idp', 'describe-user-pool', '--user-pool-id', id],
            ...['--query', 'UserPool.Arn'],
          ),
        );
      const ProviderName = `cognito-idp.${arn.split(':')[3]}.amazonaws.com/${id}`;
      return { Arn: arn, ProviderName, ProviderURL: `https://${ProviderName}` };
    }
  }
}
