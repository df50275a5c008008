/**
 * `npm run --silent accounts`: the sample accounts, tab-separated: account, organization or zone,
 * roles, department, name.
 */
import { ACCOUNTS } from '../local/sample/accounts.ts';

for (const { account, tenant, roles, department, name } of ACCOUNTS)
  console.log([account, tenant, roles.join(','), department, name].join('\t'));
