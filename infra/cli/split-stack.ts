/**
 * `npm run split-stack -- --stack NAME FOLDER`: reads the one stack of earlier releases and writes
 * three files into the folder, with which docs/upgrade-to-two-stacks.md moves its data into a stack
 * of their own. It changes nothing on AWS.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { awsCli } from './aws-cli.ts';
import { deployedStack } from './deployed-stack.ts';
import { splitStack } from './stack-split.ts';

const USAGE = 'npm run split-stack -- --stack NAME FOLDER';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { stack: { type: 'string' } },
    allowPositionals: true,
  });
  const [folder, ...more] = positionals;
  if (values.stack === undefined || folder === undefined || more.length > 0) throw new Error(USAGE);
  const { template, existing } = await deployedStack(values.stack, await awsCli());
  const split = splitStack(template, existing);
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

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
