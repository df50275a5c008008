/**
 * The list of sample accounts, which scripts rely on: every role has an account, in a form that a
 * script can cut.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const command = join(import.meta.dirname, '..', '..', 'infra', 'cli', 'accounts.ts');
const accounts = execFileSync(process.execPath, [command], { encoding: 'utf8' })
  .trimEnd()
  .split('\n')
  .map(line => line.split('\t'))
  .map(([account, tenant, roles = '', department, name]) => ({
    account,
    tenant,
    roles: roles.split(','),
    department,
    name,
  }));

const having = (tenant: string, role: string) =>
  accounts.filter(one => one.tenant === tenant && one.roles.includes(role));

it('lists account, organization or zone, roles, department and name of each', () => {
  for (const account of accounts) expect(Object.values(account)).not.toContain(undefined);
  expect(new Set(accounts.map(({ account }) => account)).size).toBe(accounts.length);
});

it('has an account for every role', () => {
  expect(
    new Set(having('huatai', 'employee').map(({ department }) => department)).size,
  ).toBeGreaterThanOrEqual(3);
  expect(having('huatai', 'committee')).toHaveLength(5);
  expect(having('huatai', 'committee').filter(({ roles }) => roles.includes('chair'))).toHaveLength(
    1,
  );
  for (const role of ['secretary', 'manager', 'administrator'])
    expect(having('huatai', role)).toHaveLength(1);
  for (const role of ['zone-manager', 'grid-officer'])
    expect(having('xuanhua', role)).toHaveLength(1);
  for (const role of ['employee', 'manager']) expect(having('zhongcheng', role)).toHaveLength(1);
});
