/**
 * `npm run replay`: counts the dead-letter records, once their cause is mended, of the system that
 * runs on this machine, or, with `-- --stack NAME`, of one on AWS. Records that were counted before
 * are recognized, so nothing counts twice. Exits with 1 if some remain.
 */
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import { askFor } from '../local/address.ts';
import { awsCli } from './aws-cli.ts';
import { replayUncounted } from './replay-on-aws.ts';

/** Reports how many could not be counted. */
async function replayHere(): Promise<number> {
  const { counted, failed, tooOld } = await askFor(
    '/local/uncounted',
    z.object({ counted: z.number(), failed: z.number(), tooOld: z.number() }),
    { method: 'POST' },
  );
  console.log(`counted: ${counted}, failed again: ${failed}, too old: ${tooOld}`);
  return failed + tooOld;
}

async function replayOnAws(stack: string): Promise<number> {
  let left = 0;
  for await (const { object, records, outcome, why } of replayUncounted(
    stack,
    instantOf(Date.now()),
    await awsCli(),
  )) {
    console.log(`${outcome.padEnd(8)} ${String(records).padStart(5)}  ${object}`);
    if (why !== undefined) console.log(`         ${why}`);
    if (outcome === 'failed' || outcome === 'too-old') left += 1;
  }
  console.log(left === 0 ? 'nothing waits' : `${left} left`);
  return left;
}

const { stack } = parseArgs({ options: { stack: { type: 'string' } } }).values;
try {
  const left = await (stack === undefined ? replayHere() : replayOnAws(stack));
  process.exit(left === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
