/**
 * `npm run --silent accounts`: the sample accounts, tab-separated: account, organization or zone,
 * roles, department.
 */
import { ACCOUNTS } from '../local/sample/accounts.ts';

for (const { account, tenant, roles, department } of ACCOUNTS)
  console.log([account, tenant, roles.join(','), department].join('\t'));
