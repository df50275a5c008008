/**
 * `npm run found -- <file.json>`: founds the organization, or appoints the zone's people, that the
 * file declares: in the system that runs on this machine, or, with `--stack NAME`, on AWS.
 * `--preview` only prints what it would do. Exits with 1 if the file is refused.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { FoundingOrder } from '../../functions/founding/order.ts';
import { type FoundingReport, foundingReport } from '../../functions/founding/report.ts';
import { askFor } from '../local/address.ts';
import { awsCli } from './aws-cli.ts';
import { foundOnAws } from './found-on-aws.ts';
import { told } from './founding-words.ts';

const USAGE = 'npm run found -- [--stack NAME] [--preview] FILE.json';

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    options: { stack: { type: 'string' }, preview: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new Error(USAGE);
  const order = { file: contentOf(path), preview: values.preview };
  const report = await (values.stack === undefined
    ? foundHere(order)
    : foundOnAws(values.stack, order, await awsCli()));
  const { lines, done } = told(report);
  for (const line of lines) console.log(line);
  return done;
}

function foundHere(order: FoundingOrder): Promise<FoundingReport> {
  return askFor('/local/found', foundingReport, { method: 'POST', body: JSON.stringify(order) });
}

/** Throws with the reason if it is no JSON, or in an encoding that would change names. */
function contentOf(path: string): unknown {
  const bytes = readFileSync(path);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : '编码 encoding';
    throw new Error(`${path}: 应为 UTF-8 编码的 JSON Must be JSON in UTF-8: ${why}`);
  }
}

try {
  process.exit((await main()) ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
