/**
 * `npm run bench:cold`: the cost of each function's start, beside that of an empty one. Every
 * function is bundled as for deployment and started, in turn with the others, in a process of its
 * own (`node`, the Lambda's version), by a small client of Lambda's runtime API, for which this
 * process stands in. It measures the process's processor time, user and system, from its start
 * until its first poll for an event is answered, and its peak memory; of both, the median over all
 * runs. Kilobytes are the same everywhere; times are this machine's, so the ratio counts.
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import * as z from 'zod/mini';
import { bundle } from '../../infra/aws/bundle.ts';
import { RIGHTS } from '../../infra/aws/rights.ts';
import { LAMBDA_ENVIRONMENT } from '../infra/lambda-environment.ts';
import { printTable } from './print-table.ts';

const EMPTY = 'empty';
const ENTRIES = {
  [EMPTY]: 'test/bench/empty-function.ts',
  ...Object.fromEntries(Object.keys(RIGHTS).map(name => [name, `functions/${name}/index.ts`])),
};
const usage = z.object({ userCPUTime: z.number(), systemCPUTime: z.number(), maxRSS: z.number() });

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' } } });
const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'cold-'));
// There is no event: the runtime ends when it hears that.
const server = createServer((_, response) => response.writeHead(410).end()).listen(0, '127.0.0.1');
try {
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const env = { ...LAMBDA_ENVIRONMENT, AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${address.port}` };
  const client = join(folder, 'client');
  bundle('test/infra/lambda/runtime-client.ts', client);
  const functions = Object.entries(ENTRIES).map(([name, entry]) => ({
    name,
    size: bundle(entry, join(folder, name)),
    milliseconds: [] as number[],
    megabytes: [] as number[],
  }));
  for (let count = 0; count < Number(values.runs); count += 1)
    for (const { name, milliseconds, megabytes } of functions) {
      const { stdout } = await run(process.execPath, [join(client, 'index.mjs')], {
        env: { ...env, _HANDLER: 'index.handler', LAMBDA_TASK_ROOT: join(folder, name) },
      });
      const { userCPUTime, systemCPUTime, maxRSS } = usage.parse(JSON.parse(stdout));
      milliseconds.push((userCPUTime + systemCPUTime) / 1000);
      megabytes.push(maxRSS / 1024);
    }
  const least = median(functions.find(({ name }) => name === EMPTY)?.milliseconds ?? []);
  printTable(
    `starts of functions, median of ${values.runs}`,
    ['function', 'loaded, KB', 'in all, KB', 'CPU, ms', '× empty', 'memory, MB'],
    functions.map(({ name, size, milliseconds, megabytes }) => [
      name,
      (size.start / 1024).toFixed(0),
      (size.whole / 1024).toFixed(0),
      median(milliseconds).toFixed(0),
      (median(milliseconds) / least).toFixed(2),
      median(megabytes).toFixed(0),
    ]),
  );
} finally {
  server.close();
  await rm(folder, { recursive: true });
}

function median(numbers: readonly number[]): number {
  return (
    numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN
  );
}
