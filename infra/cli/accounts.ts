/**
 * `npm run --silent accounts`: the sample accounts of the local system, tab-separated: account,
 * organization or zone, roles, department, name.
 *
 * `npm run accounts -- --stack NAME --organization ID|--zone ID --sheet FILE.html [FILE.csv]`: makes
 * an account on AWS for everybody on the list, or in the member file, who has none; the sheet has
 * the initial passwords, on slips to hand out. `--preview` only says what it would do, and
 * `--reset NUMBER` gives somebody a new initial password. It may be repeated at will. Exits with 1
 * if somebody was refused.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isOrganizationId, isZoneId, type MemberId } from '../../shared/domain/kernel/ids.ts';
import { readNumber } from '../../shared/domain/organization/employee-number.ts';
import { ACCOUNTS } from '../local/sample/accounts.ts';
import { readAccountFile } from './account-file.ts';
import type { Tenant } from './account-plan.ts';
import { lastDay, newSheet } from './account-sheet.ts';
import { needsSheet, prepareAccounts } from './accounts-on-aws.ts';
import { foreseen, outcomeLines } from './accounts-words.ts';
import { awsCli } from './aws-cli.ts';

const USAGE =
  'npm run accounts -- --stack NAME (--organization ID | --zone ID) [--preview] [--sheet FILE.html] [--address https://…] [--reset NUMBER]… [FILE.csv]';

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    options: {
      stack: { type: 'string' },
      organization: { type: 'string' },
      zone: { type: 'string' },
      sheet: { type: 'string' },
      address: { type: 'string' },
      preview: { type: 'boolean', default: false },
      reset: { type: 'string', multiple: true, default: [] },
    },
    allowPositionals: true,
  });
  const { stack, preview, sheet: path } = values;
  const [file, ...more] = positionals;
  if (stack === undefined) {
    if (process.argv.length > 2) throw new Error(USAGE);
    for (const { account, tenant, roles, department, name } of ACCOUNTS)
      console.log([account, tenant, roles.join(','), department, name].join('\t'));
    return true;
  }
  // Resets name people one by one; a file besides would name others.
  if (more.length > 0 || (file !== undefined && values.reset.length > 0)) throw new Error(USAGE);
  const tenant = tenantOf(values);
  const resets = values.reset.map(numberOf);
  const { rows, refused = [] } = file === undefined ? {} : readAccountFile(readFileSync(file));
  for (const { row, why } of refused) console.log(`  第 ${row} 行 row ${row}: ${why}`);
  const {
    plan,
    of,
    address: ofStack,
    run,
  } = await prepareAccounts({ stack, tenant, rows, resets }, await awsCli());
  const done = refused.length === 0 && plan.refused.length === 0;
  if (preview) {
    for (const line of foreseen(plan)) console.log(line);
    return done;
  }
  const address = values.address ?? ofStack;
  const passwords = plan.steps.filter(needsSheet).length;
  if (passwords > 0 && (path === undefined || address === undefined))
    throw new Error(
      `${passwords} 人会得到初始密码，请用 --sheet 指定登录条文件${address === undefined ? '、--address 指定网页地址' : ''} get initial passwords; name a file for their slips${address === undefined ? ' and the address of the pages' : ''}. ${USAGE}`,
    );
  const sheet =
    passwords > 0 && path !== undefined && address !== undefined
      ? await newSheet(path, { of, address, until: lastDay(new Date()) })
      : undefined;
  const outcome = await run(sheet, (done, all) => console.log(`  ${done}/${all}`));
  for (const line of outcomeLines(outcome, path)) console.log(line);
  return refused.length === 0 && outcome.refused.length === 0;
}

function tenantOf(given: { readonly organization?: string; readonly zone?: string }): Tenant {
  const { organization, zone } = given;
  if (organization !== undefined && zone === undefined && isOrganizationId(organization))
    return { organization };
  if (zone !== undefined && organization === undefined && isZoneId(zone)) return { zone };
  throw new Error(USAGE);
}

function numberOf(text: string): MemberId {
  const number = readNumber(text);
  if (number === undefined) throw new Error(`--reset ${text}: 工号有误 not an employee number`);
  return number;
}

try {
  process.exit((await main()) ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
