/** Members for tests. */
import type { Member, Role } from '../../shared/domain/organization/organization.ts';
import { department, HUATAI, member, subject } from './names.ts';

/** A new member, whose subject is `sub-` and the number. */
export function newMember(
  id: string,
  roles: readonly Role[] = ['employee'],
  of = HUATAI,
  where = '铸造车间',
): Member {
  return {
    organization: of,
    id: member(id),
    subject: subject(`sub-${id}`),
    roles,
    department: department(where),
    active: true,
    version: 1,
  };
}
