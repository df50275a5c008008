/**
 * `npm run split-stack -- --stack NAME FOLDER`: reads the one stack of earlier releases and writes
 * three files into the folder, with which docs/upgrade-to-two-stacks.md moves its data into a stack
 * of their own. It changes nothing on AWS.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { type Aws, awsCli } from './aws-cli.ts';
import { type Existing, movedIn, splitStack, stackTemplate } from './stack-split.ts';

const USAGE = 'npm run split-stack -- --stack NAME FOLDER';

const resources = z.array(
  z.object({ LogicalResourceId: z.string(), PhysicalResourceId: z.string() }),
);
const table = z.object({ TableArn: z.string(), LatestStreamArn: z.string() });

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { stack: { type: 'string' } },
    allowPositionals: true,
  });
  const [folder, ...more] = positionals;
  if (values.stack === undefined || folder === undefined || more.length > 0) throw new Error(USAGE);
  const aws = await awsCli();
  const split = splitStack(...(await deployed(values.stack, aws)));
  await mkdir(folder, { recursive: true });
  const files = {
    'service.json': split.service,
    'data.json': split.data,
    'import.json': split.resourcesToImport,
  };
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), JSON.stringify(content, undefined, 1));
  for (const { LogicalResourceId, ResourceIdentifier } of split.resourcesToImport)
    console.log(`${LogicalResourceId}: ${Object.values(ResourceIdentifier).join()}`);
  console.log(`已写入 Written: ${Object.keys(files).join(', ')}. docs/upgrade-to-two-stacks.md`);
}

/** The deployed template, and what it will let go of, as it exists. */
async function deployed(stack: string, aws: Aws): Promise<Parameters<typeof splitStack>> {
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
  return [template, existing];
}

async function attributesOf(
  type: NonNullable<ReturnType<ReturnType<typeof movedIn>['get']>>,
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

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
