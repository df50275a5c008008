/**
 * Makes the canary's account at the user pool, or gives it the password of the stack's secret again.
 * Safe to repeat. No function has a right to the pool's accounts, so it is the operator's.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { CANARY } from '../../functions/canary/account.ts';
import { type Aws, outputsOf } from './aws-cli.ts';
import { poolOf, userPool } from './user-pool.ts';

export async function canaryAccount(
  stack: string,
  aws: Aws,
  wait: (millis: number) => Promise<void> = async millis => sleep(millis),
): Promise<'created' | 'renewed'> {
  const output = await outputsOf(stack, aws);
  const poolId = poolOf(output('Issuer'));
  if (poolId === undefined)
    throw new Error(
      `${stack}: 自有登录服务，无需账号 With an issuer of your own the canary needs no account`,
    );
  const pool = userPool(poolId, aws, wait);
  const read = await aws(
    ...['secretsmanager', 'get-secret-value', '--secret-id', output('CanaryPassword')],
    ...['--query', 'SecretString', '--output', 'text'],
  );
  const password = read.trim();
  const created = await pool.create({ username: CANARY, password, email: undefined });
  await pool.setPassword(CANARY, password);
  return created.ok ? 'created' : 'renewed';
}
