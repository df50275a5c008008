/**
 * `npm run canary -- --stack NAME`: makes the account with which the canary signs in at the user
 * pool. Needed once, after the deployment with `-c canary=on`.
 */
import { parseArgs } from 'node:util';
import { awsCli } from './aws-cli.ts';
import { canaryAccount } from './canary-on-aws.ts';

const { stack } = parseArgs({ options: { stack: { type: 'string' } } }).values;
try {
  if (stack === undefined) throw new Error('npm run canary -- --stack NAME');
  const outcome = await canaryAccount(stack, await awsCli());
  console.log(
    outcome === 'created'
      ? '账号已建立 The account is made'
      : '账号已有，密码已重设 The account was there; its password is set again',
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
